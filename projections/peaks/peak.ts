/** `peak`: the highest counts of a month, and what overage of it is billed. */
import { type Highest, peakOf } from '#domain/billing/peak.js';
import { formatInstant } from '#kernel/instant.js';
import { type Month, monthInterval } from '#kernel/month.js';
import { countedInstants, standings } from '#projections/peaks/standings.js';
import { type View, requireAccount, requireSeatManaged } from '#projections/view.js';

interface HighestTold {
  readonly quantity: number;
  readonly at: string | null;
}

export interface PeakTold {
  readonly licences: HighestTold;
  readonly assigned: HighestTold;
  readonly overage: HighestTold;
  readonly billableOverage: number;
}

export function peak(
  view: View,
  { accountId, product, month }: { accountId: string; product: string; month: Month },
): PeakTold {
  const { openedAt, region, timeZone } = requireAccount(view, accountId);
  requireSeatManaged(view, product);
  const counted = countedInstants(view, monthInterval(month, timeZone), openedAt);
  const found = peakOf(counted ? standings(view, { accountId, region, product }, counted) : []);
  return {
    licences: told(found.licences),
    assigned: told(found.assigned),
    overage: told(found.overage),
    billableOverage: found.billableOverage,
  };
}

function told({ quantity, at }: Highest): HighestTold {
  return { quantity, at: at === null ? null : formatInstant(at) };
}
