/** What every answer is asked of: the read model within its bounds, and the checks that answers share (SPEC §4). */
import type { Facts } from '#domain/account/state.js';
import type { Bounds } from '#domain/bounds.js';
import type { Catalog } from '#domain/catalog/catalog.js';
import type { ProductDefinition } from '#domain/events.js';
import type { Programs } from '#domain/program/programs.js';
import type { Instant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { loadFacts } from '#projections/filing/load.js';
import type { Store } from '#read-model/store.js';

export interface View {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly programs: Programs;
  /** The instant asked about; `knownAt` in answers that take none. */
  readonly at: Instant;
  readonly knownAt: Instant;
  /** The last event within the bounds; 0 where there is none. */
  readonly position: number;
}

export function boundsOf({ at, position }: View): Bounds {
  return { at, position };
}

/** @throws Refusal `account-not-found` */
export function requireAccount(view: View, accountId: string): Facts {
  const facts = loadFacts(view.store, accountId, boundsOf(view));
  if (!facts) throw new Refusal('account-not-found', `there is no account ${accountId} in the state asked about`);
  return facts;
}

/** @throws Refusal `product-not-found` */
export function requireProduct(view: View, product: string): ProductDefinition {
  const definition = view.catalog.definition(product, boundsOf(view));
  if (!definition) throw new Refusal('product-not-found', `there is no product ${product} in the state asked about`);
  return definition;
}

/** @throws Refusal `product-not-found` or `wrong-product-kind` */
export function requireSeatManaged(view: View, product: string): ProductDefinition {
  const definition = requireProduct(view, product);
  if (definition.provisioning === 'assigned') return definition;
  throw new Refusal('wrong-product-kind', `${product} is ${definition.provisioning}: nobody holds seats of it`);
}
