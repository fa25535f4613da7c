/** Seats that move in one command, settled product by product against capacity and the policy in force (SPEC §3, seats, step 5). */
import { compareIds } from '#kernel/id.js';
import { Refusal } from '#kernel/refusal.js';
import { type Situation, assignedOf, capacityOf, definitionOf, policyInForce } from '#domain/account/situation.js';
import { holdingsOf } from '#domain/account/state.js';
import type { AccountEvent, Source } from '#domain/events.js';

/** One source of one user's seat, gained or lost. */
export interface Move {
  readonly product: string;
  readonly userId: string;
  readonly source: Source;
}

/**
 * The events of the moves, by product: LicensePurchased where capacity is bought, then SeatReleased, then SeatAssigned.
 * @throws Refusal `capacity-exceeded` or `not-for-sale`
 */
export function settle(situation: Situation, released: readonly Move[], assigned: readonly Move[]): AccountEvent[] {
  const products = [...new Set([...released, ...assigned].map(({ product }) => product))].sort(compareIds);
  const releasedOf = Map.groupBy(released, ({ product }) => product);
  const assignedTo = Map.groupBy(assigned, ({ product }) => product);
  return products.flatMap((product) => {
    const losing = releasedOf.get(product) ?? [];
    const gaining = assignedTo.get(product) ?? [];
    return [
      ...bought(situation, product, assignedAfter(situation, product, losing, gaining)),
      ...losing.map((data): AccountEvent => ({ type: 'SeatReleased', data })),
      ...gaining.map((data): AccountEvent => ({ type: 'SeatAssigned', data })),
    ];
  });
}

function assignedAfter(
  situation: Situation,
  product: string,
  losing: readonly Move[],
  gaining: readonly Move[],
): number {
  const lostBy = Map.groupBy(losing, ({ userId }) => userId);
  const gainers = new Set(gaining.map(({ userId }) => userId));
  let assigned = assignedOf(situation, product);
  for (const userId of new Set([...lostBy.keys(), ...gainers])) {
    const sources = situation.account.users.get(userId)?.seats.get(product)?.sources ?? [];
    const lost = lostBy.get(userId)?.map(({ source }) => source) ?? [];
    const stays = gainers.has(userId) || sources.some((source) => !lost.includes(source));
    assigned += Number(stays) - Number(sources.length > 0);
  }
  return assigned;
}

function bought(situation: Situation, product: string, assigned: number): AccountEvent[] {
  const capacity = capacityOf(situation, product);
  if (assigned <= Math.max(capacity, assignedOf(situation, product))) return [];
  const policy = policyInForce(situation, product);
  switch (policy) {
    case 'block':
      throw new Refusal(
        'capacity-exceeded',
        `${product}: ${assigned} seats would be assigned on a capacity of ${capacity}; buy licences or release seats first`,
      );
    case 'allow':
      return [];
    case 'auto-purchase': {
      const definition = definitionOf(situation, product);
      requireOnSale(definition.product, definition.sale);
      const { purchased } = holdingsOf(situation.account, product);
      const quantity = assigned - definition.complimentary - purchased;
      return [{ type: 'LicensePurchased', data: { product, quantity } }];
    }
    default:
      return policy satisfies never;
  }
}

/** @throws Refusal `not-for-sale` */
export function requireOnSale(product: string, sale: 'on-sale' | 'not-on-sale'): void {
  if (sale !== 'on-sale') throw new Refusal('not-for-sale', `${product} is not on sale; ChangeSale puts it on sale`);
}
