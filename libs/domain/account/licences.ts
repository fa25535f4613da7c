/** Buying, giving back and committing to licences (SPEC §3, licences). */
import { Refusal } from '#kernel/refusal.js';
import { requireOnSale } from '#domain/account/capacity.js';
import { type Decision, type Situation, assignedOf, definitionOf, policyInForce } from '#domain/account/situation.js';
import { holdingsOf } from '#domain/account/state.js';
import type { Body } from '#domain/commands.js';

type Quantity = Pick<Body<'PurchaseLicenses'>, 'product' | 'quantity'>;

export function purchaseLicenses(situation: Situation, { product, quantity }: Quantity): Decision {
  requireOnSale(product, definitionOf(situation, product).sale);
  return [{ type: 'LicensePurchased', data: { product, quantity } }];
}

export function reduceLicenses(situation: Situation, { product, quantity }: Quantity): Decision {
  const { purchased, commitment } = holdingsOf(situation.account, product);
  if (quantity > purchased) {
    throw new Refusal('below-zero', `only ${purchased} licences of ${product} are purchased; give back at most those`);
  }
  requireNotInUse(situation, product, Math.max(purchased - quantity, commitment));
  return [{ type: 'LicenseReduced', data: { product, quantity } }];
}

export function setCommitment(situation: Situation, { product, quantity }: Body<'SetCommitment'>): Decision {
  const { purchased, commitment } = holdingsOf(situation.account, product);
  if (quantity === commitment) return [];
  if (quantity < commitment) requireNotInUse(situation, product, Math.max(purchased, quantity));
  return [{ type: 'CommitmentSet', data: { product, quantity } }];
}

/** The cart: new totals, checked in the order given. */
export function changeLicenses(situation: Situation, { changes }: Body<'ChangeLicenses'>): Decision {
  return changes.flatMap(({ product, quantity }) => {
    const { purchased } = holdingsOf(situation.account, product);
    if (quantity === purchased) return [];
    return quantity > purchased
      ? purchaseLicenses(situation, { product, quantity: quantity - purchased })
      : reduceLicenses(situation, { product, quantity: purchased - quantity });
  });
}

/** Under a policy that bounds seats, no reduction may leave more assigned than the capacity. */
function requireNotInUse(situation: Situation, product: string, licences: number): void {
  const capacity = licences + definitionOf(situation, product).complimentary;
  const assigned = assignedOf(situation, product);
  if (assigned <= capacity || policyInForce(situation, product) === 'allow') return;
  throw new Refusal(
    'licences-in-use',
    `${assigned} seats of ${product} are assigned, more than the ${capacity} that would be left; release seats first`,
  );
}
