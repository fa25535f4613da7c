/** A month's peaks as rows: how many there were at most, and the first instant that had so many. */
import type { PeakTold } from '#projections/peaks/peak.js';
import type { Layout } from '../rows.js';

export interface Peak extends PeakTold {
  readonly accountId: string;
  readonly product: string;
  readonly month: string;
  readonly knownAt: string;
  readonly position: number;
}

const FIGURES = ['licences', 'assigned', 'overage'] as const;

export const PEAKS: Layout<Peak> = {
  fields: [
    'accountId',
    'product',
    'month',
    ...FIGURES.flatMap((figure) => [figure, `${figure}At`]),
    'billableOverage',
    'knownAt',
    'position',
  ],
  cells: (peak) => [
    peak.accountId,
    peak.product,
    peak.month,
    ...figures(peak),
    peak.billableOverage,
    peak.knownAt,
    peak.position,
  ],
  titles: ['account', 'product', ...FIGURES.flatMap((figure) => [figure, 'first']), 'billable overage'],
  shown: (peak) => [peak.accountId, peak.product, ...figures(peak), peak.billableOverage],
  json: (peak) => peak,
};

function figures(peak: Peak): (string | number | null)[] {
  return FIGURES.flatMap((figure) => [peak[figure].quantity, peak[figure].at]);
}
