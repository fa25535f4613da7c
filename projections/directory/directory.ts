/** `accounts`, `account`, `products`, `programs`: to find one's way in a ledger. */
import { holdingOf, multiplierOf, trialAt } from '#domain/account/state.js';
import { type Price, type ProductDefinition, accountStream } from '#domain/events.js';
import { entriesOf } from '#domain/program/programs.js';
import { compareIds } from '#kernel/id.js';
import { formatInstant } from '#kernel/instant.js';
import { monthOf } from '#kernel/month.js';
import { eventsOf, loadAccount, loadFacts } from '#projections/filing/load.js';
import { type View, boundsOf, requireAccount } from '#projections/view.js';

const ACCOUNT = accountStream('');

/** What an account is, as it was opened and priced. */
function factsOf(view: View, accountId: string): object | undefined {
  const facts = loadFacts(view.store, accountId, boundsOf(view));
  if (!facts) return undefined;
  const { name, region, timeZone, currency, pricingModel, billing, openedAt } = facts;
  return { accountId, name, region, timeZone, currency, pricingModel, billing, openedAt: formatInstant(openedAt) };
}

export function accounts(view: View): { readonly accounts: readonly object[] } {
  const ids = view.store.streams(ACCOUNT).map((stream) => stream.slice(ACCOUNT.length));
  return { accounts: ids.map((accountId) => factsOf(view, accountId)).filter((facts) => facts !== undefined) };
}

/** All of what an account is; `revision` is its stream's at the position asked about. */
export function account(view: View, { accountId }: { accountId: string }): object {
  const { timeZone } = requireAccount(view, accountId);
  const state = loadAccount(view.store, accountId, boundsOf(view));
  const month = monthOf(view.at, timeZone);
  const users = [...state.users.values()]
    .sort((a, b) => compareIds(a.userId, b.userId))
    .map(({ userId, name, roles, active, seats }) => ({
      userId,
      name,
      roles,
      active,
      seats: [...seats]
        .filter(([, seat]) => seat.current)
        .sort(([a], [b]) => compareIds(a, b))
        .map(([product, seat]) => ({ product, since: formatInstant(holdingOf(seat)!.from), sources: seat.sources })),
    }));
  const products = [...new Set([...state.holdings.keys(), ...state.usage.keys()])].sort(compareIds).map((product) => {
    const holdings = state.holdings.get(product);
    const trial = holdings && trialAt(holdings, view.at);
    return {
      product,
      purchased: holdings?.purchased ?? 0,
      commitment: holdings?.commitment ?? 0,
      linkedRoles: [...(holdings?.linkedRoles ?? [])].sort(compareIds),
      subscribed: Boolean(holdings?.subscribed),
      limit: holdings?.limit ?? null,
      usedThisMonth: state.usage.get(product)?.used.get(month) ?? 0,
      retention: holdings?.retention ?? null,
      multiplier: holdings ? multiplierOf(holdings) : 1,
      trial: trial ? { from: formatInstant(trial.from), endsAt: formatInstant(trial.endsAt) } : null,
    };
  });
  return { ...factsOf(view, accountId), revision: revisionOf(view, accountId), users, products };
}

export function products(view: View): { readonly products: readonly object[] } {
  const told = view.catalog.products(boundsOf(view)).map((product) => {
    const definition: ProductDefinition = view.catalog.definition(product, boundsOf(view))!;
    const prices = view.catalog
      .allPrices(product, view.position)
      .map(({ price, effectiveAt }) => ({ ...priceTold(price), validFrom: formatInstant(effectiveAt) }));
    return { ...definition, prices };
  });
  return { products: told };
}

export function programs(view: View): { readonly programs: readonly object[] } {
  const bounds = boundsOf(view);
  const told = view.programs.all(bounds).map((program) => ({
    programId: program.programId,
    name: program.name,
    products: program.products,
    onOpen: program.onOpen,
    phases: entriesOf(program, bounds).map((entry) => ({ ...entry, startsAt: formatInstant(entry.startsAt) })),
  }));
  return { programs: told };
}

function priceTold({ product: _product, ...price }: Price): object {
  return price;
}

/** At the end of what was read the stream's own; further back, its events are counted. */
function revisionOf({ store, position }: View, accountId: string): number {
  if (store.checkpoint().position === position) return store.stream(accountStream(accountId))?.revision ?? -1;
  return eventsOf(store, accountId, position).length - 1;
}
