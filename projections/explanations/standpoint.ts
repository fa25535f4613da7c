/** One user's view of one account at an instant: what explanations and features look up, each at most once. */
import { heldBy, isThereForSeat, missingFor } from '#domain/account/situation.js';
import { type Account, type Facts, type Holdings, type User, emptyAccount } from '#domain/account/state.js';
import type { ProductDefinition } from '#domain/events.js';
import { loadFacts, loadHoldings, loadUser } from '#projections/filing/load.js';
import { type View, boundsOf } from '#projections/view.js';

export interface Standpoint {
  readonly view: View;
  readonly accountId: string;
  readonly userId: string;
  readonly facts: Facts | null;
  readonly user: User | undefined;
  holdings(product: string): Holdings;
  definition(product: string): ProductDefinition | undefined;
  /** Whether the user has all that a seat of the product requires. */
  hasRequired(definition: ProductDefinition): boolean;
}

export function standpoint(view: View, accountId: string, userId: string): Standpoint {
  const bounds = boundsOf(view);
  const facts = loadFacts(view.store, accountId, bounds);
  const user = facts ? loadUser(view.store, accountId, userId, bounds) : undefined;
  const account: Account = emptyAccount();
  const holdings = (product: string): Holdings => {
    let found = account.holdings.get(product);
    if (!found) account.holdings.set(product, (found = loadHoldings(view.store, accountId, product, bounds)));
    return found;
  };
  return {
    view,
    accountId,
    userId,
    facts,
    user,
    holdings,
    definition: (product) => view.catalog.definition(product, bounds),
    hasRequired(definition) {
      for (const product of definition.requires.flat()) holdings(product);
      const isThere = isThereForSeat(view.catalog, bounds, account, user ? heldBy(user) : new Set());
      return missingFor(definition, isThere) === undefined;
    },
  };
}
