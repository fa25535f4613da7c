/** SPEC §4 price: which price of a product a month is billed at. */
import type { Price } from '#domain/events.js';
import type { LogEvent } from './log.js';
import { holds, type Span } from './time.js';

interface Offer {
  readonly price: Price;
  readonly validFrom: number;
  readonly position: number;
}

export function priceOf(
  known: readonly LogEvent[],
  product: string,
  accountId: string,
  currency: string,
  month: Span,
): Price | null {
  const offers = known.flatMap((event): Offer[] =>
    event.type === 'PriceSet' && event.data.product === product && event.data.currency === currency
      ? [{ price: event.data, validFrom: event.effectiveAt, position: event.position }]
      : [],
  );
  const contract = offers.filter(({ price }) => price.accountId === accountId);
  const list = offers.filter(({ price }) => price.accountId === null);
  const chosen =
    latest(contract.filter((offer) => offer.validFrom <= month.from)) ??
    latest(list.filter((offer) => offer.validFrom <= month.from)) ??
    firstOfEither(earliestWithin(month, contract), earliestWithin(month, list));
  return chosen?.price ?? null;
}

/** The last to come into force; of equal ones the last recorded. */
function latest(offers: readonly Offer[]): Offer | undefined {
  return offers.toSorted((a, b) => b.validFrom - a.validFrom || b.position - a.position)[0];
}

/** The first to come into force in the month; of equal ones the last recorded. */
function earliestWithin(month: Span, offers: readonly Offer[]): Offer | undefined {
  const within = offers.filter((offer) => holds(month, offer.validFrom));
  return within.toSorted((a, b) => a.validFrom - b.validFrom || b.position - a.position)[0];
}

function firstOfEither(contract: Offer | undefined, list: Offer | undefined): Offer | undefined {
  if (!contract || !list) return contract ?? list;
  return contract.validFrom <= list.validFrom ? contract : list;
}
