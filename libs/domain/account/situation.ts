/** What a command of an account is decided on, and the rules that several commands share. */
import { compareIds } from '#kernel/id.js';
import type { Instant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { type Account, type Facts, type User, holdersOf, holdingsOf, licencesOf } from '#domain/account/state.js';
import type { Bounds } from '#domain/bounds.js';
import type { Catalog } from '#domain/catalog/catalog.js';
import type { AccountEvent, InvoiceLine, OveragePolicy, ProductDefinition } from '#domain/events.js';
import { type Programs, isAwaited } from '#domain/program/programs.js';

/** An invoice as it is due. */
export interface InvoiceDue {
  readonly lines: readonly InvoiceLine[];
  readonly subtotal: string;
}

export interface Situation {
  readonly accountId: string;
  readonly now: Instant;
  /** When the command is effective, and all that is known: the bounds of `state(effectiveAt, now)`. */
  readonly bounds: Bounds;
  /** state(effectiveAt, now). */
  readonly account: Account;
  readonly facts: Facts;
  /** state(now, now), for what is judged on all that is known. */
  readonly known: Account;
  readonly catalog: Catalog;
  readonly programs: Programs;
  /** Of a period that fits the billing. @throws Refusal `price-missing` */
  readonly invoice: (period: string) => InvoiceDue;
}

/** @throws Refusal `product-not-found` */
export function definitionOf(situation: Situation, product: string): ProductDefinition {
  const definition = situation.catalog.definition(product, situation.bounds);
  if (!definition)
    throw new Refusal('product-not-found', `there is no product ${product}; define it with DefineProduct`);
  return definition;
}

/** @throws Refusal `user-not-found` */
export function userOf(situation: Situation, userId: string): User {
  const user = situation.account.users.get(userId);
  if (!user) throw new Refusal('user-not-found', `there is no user ${userId}; register it with RegisterUser`);
  return user;
}

export function capacityOf(situation: Situation, product: string): number {
  return licencesOf(holdingsOf(situation.account, product)) + definitionOf(situation, product).complimentary;
}

export function assignedOf(situation: Situation, product: string): number {
  return holdersOf(situation.account, product).size;
}

/** The product's policy, but `block` is `allow` while a covering program's restricted phase has not started (SPEC §3, seats). */
export function policyInForce(situation: Situation, product: string): OveragePolicy {
  const { overage } = definitionOf(situation, product);
  const { programs, facts, bounds } = situation;
  return overage === 'block' && isAwaited(programs, 'restricted', product, facts.region, bounds) ? 'allow' : overage;
}

/** Of what a product requires, the first inner list of which nothing is there; undefined where all is met. */
export function missingFor(
  definition: ProductDefinition,
  isThere: (product: string) => boolean,
): readonly string[] | undefined {
  return definition.requires.find((alternatives) => !alternatives.some(isThere));
}

/** Whether a required product is there for a user who holds seats of the products given (SPEC §3, `requires`, for a seat). */
export function isThereForSeat(
  catalog: Catalog,
  bounds: Bounds,
  account: Account,
  held: ReadonlySet<string>,
): (product: string) => boolean {
  return (product) => {
    const definition = catalog.definition(product, bounds);
    if (!definition) return false;
    if (held.has(product)) return true;
    if ([...held].some((other) => catalog.definition(other, bounds)?.includes.includes(product))) return true;
    return definition.provisioning !== 'assigned' && holdingsOf(account, product).subscribed !== null;
  };
}

/** Whether a required product is there for a subscription (SPEC §3, `requires`, for a subscription). */
export function isThereForSubscription(situation: Situation, without?: string): (product: string) => boolean {
  const { catalog, bounds, account } = situation;
  return (product) => {
    const definition = catalog.definition(product, bounds);
    if (!definition) return false;
    if (definition.provisioning === 'assigned') return capacityOf(situation, product) > 0;
    return product !== without && holdingsOf(account, product).subscribed !== null;
  };
}

export function heldBy(user: User): Set<string> {
  return new Set([...user.seats].filter(([, seat]) => seat.current).map(([product]) => product));
}

export function byId<T extends { readonly userId: string }>(users: Iterable<T>): T[] {
  return [...users].sort((a, b) => compareIds(a.userId, b.userId));
}

export type Decision = readonly AccountEvent[];
