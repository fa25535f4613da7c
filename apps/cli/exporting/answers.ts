/** Answers of all accounts as rows, all of one state, so many accounts at once. */
import { type Billing, periodMonths } from '#kernel/month.js';
import { Refusal } from '#kernel/refusal.js';
import type { Access } from '../access.js';
import type { Cell } from '../csv.js';
import { inOrder } from '../in-order.js';
import { type Peak, PEAKS } from '../render/peaks.js';
import type { Exported, Item } from './exported.js';

export type AnswerKind = 'users' | 'allocations' | 'holdings' | 'peaks' | 'invoices';

export interface AnswerScope {
  /** Only these, where any are named. */
  readonly accounts: readonly string[];
  /** Of `peaks`. */
  readonly month: string | undefined;
  /** Of `invoices`. */
  readonly period: string | undefined;
  /** As given: `at`, `knownAt`, `position`. */
  readonly bounds: object;
}

type Asking = Pick<Access, 'ask'>;

const ACCOUNTS_AT_ONCE = 8;

interface Account {
  readonly accountId: string;
  readonly billing: Billing;
}

/** The state that all of it is of. */
interface Pinned {
  readonly at: string;
  readonly knownAt: string;
  readonly position: number;
}

/** A row of an answer, in both forms. */
interface Told {
  readonly rows: readonly (readonly Cell[])[];
  readonly json: readonly object[];
}

interface Asked {
  readonly asking: Asking;
  readonly account: Account;
  readonly pinned: Pinned;
  readonly scope: AnswerScope;
  /** Those whose seats are managed, in this state. */
  readonly products: readonly string[];
}

interface Kind {
  readonly fields: readonly string[];
  readonly of: (asked: Asked) => Promise<Told>;
}

const BOUNDED = ['at', 'knownAt', 'position'] as const;
const KNOWN = ['knownAt', 'position'] as const;

const KINDS: Readonly<Record<AnswerKind, Kind>> = {
  users: { fields: ['accountId', 'userId', 'name', 'roles', 'active', 'products', ...BOUNDED], of: users },
  allocations: {
    fields: [
      'accountId',
      'product',
      'purchased',
      'commitment',
      'complimentary',
      'capacity',
      'assigned',
      'available',
      'overage',
      ...BOUNDED,
    ],
    of: allocations,
  },
  holdings: { fields: ['accountId', 'product', 'userId', 'from', 'to', ...KNOWN], of: holdings },
  peaks: { fields: PEAKS.fields, of: peaks },
  invoices: {
    fields: [
      'accountId',
      'period',
      'currency',
      'provisional',
      'month',
      'product',
      'kind',
      'quantity',
      'unitPrice',
      'amount',
      ...KNOWN,
    ],
    of: invoices,
  },
};

/** @throws Refusal for bounds that are none, and `account-not-found` */
export async function exportedAnswers(asking: Asking, kind: AnswerKind, scope: AnswerScope): Promise<Exported> {
  const { accounts, ...rest } = (await asking.ask('accounts', scope.bounds)) as Pinned & { accounts: Account[] };
  const pinned = rest as Pinned;
  const chosen = chosenOf(accounts, scope);
  const { products } = (await asking.ask('products', pinned)) as {
    readonly products: readonly { readonly product: string; readonly provisioning: string }[];
  };
  const seatManaged = products.filter(({ provisioning }) => provisioning === 'assigned').map(({ product }) => product);
  const { fields, of } = KINDS[kind];
  const askOne = (account: Account): Promise<Told | NonNullable<Item['failed']>> =>
    of({ asking, account, pinned, scope, products: seatManaged }).catch((error: unknown) => {
      // What cannot be reached fails every account alike: one message says it.
      if (!(error instanceof Refusal)) throw error;
      return { accountId: account.accountId, error };
    });

  async function* items(): AsyncGenerator<Item> {
    let done = 0;
    for await (const told of inOrder(chosen, ACCOUNTS_AT_ONCE, askOne)) {
      done += 1;
      yield 'error' in told ? { done, failed: told } : { done, ...told };
    }
  }
  return { fields, pinned, total: chosen.length, items: items() };
}

function chosenOf(accounts: readonly Account[], { accounts: named, period }: AnswerScope): readonly Account[] {
  const known = new Set(accounts.map(({ accountId }) => accountId));
  const missing = named.find((accountId) => !known.has(accountId));
  if (missing !== undefined) {
    throw new Refusal('account-not-found', `there is no account ${missing} in the state asked about`);
  }
  const isNamed = ({ accountId }: Account): boolean => named.length === 0 || named.includes(accountId);
  // Of a period only those are invoiced whose billing it fits.
  const fits = ({ billing }: Account): boolean => period === undefined || periodMonths(period, billing) !== undefined;
  return accounts.filter((account) => isNamed(account) && fits(account));
}

interface User {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly seats: readonly { readonly product: string }[];
}

async function users({ asking, account: { accountId }, pinned }: Asked): Promise<Told> {
  const told = (await asking.ask('account', { accountId, ...pinned })) as { readonly users: readonly User[] };
  return {
    rows: told.users.map(({ userId, name, roles, active, seats }) => [
      accountId,
      userId,
      name,
      roles.join(' '),
      active,
      seats.map(({ product }) => product).join(' '),
      ...bounded(pinned),
    ]),
    json: told.users.map((user) => ({ accountId, ...user, ...pinned })),
  };
}

interface Allocation extends Readonly<
  Record<'purchased' | 'commitment' | 'complimentary' | 'capacity' | 'assigned' | 'available' | 'overage', number>
> {
  readonly product: string;
}

/** Of the products that the account has or may have seats of. */
async function allocations({ asking, account: { accountId }, pinned, products }: Asked): Promise<Told> {
  const all: Allocation[] = [];
  for (const product of products)
    all.push((await asking.ask('allocation', { accountId, product, ...pinned })) as Allocation);
  const told = all.filter(({ capacity, assigned }) => capacity > 0 || assigned > 0);
  return {
    rows: told.map(({ product, purchased, commitment, complimentary, capacity, assigned, available, overage }) => [
      accountId,
      product,
      purchased,
      commitment,
      complimentary,
      capacity,
      assigned,
      available,
      overage,
      ...bounded(pinned),
    ]),
    json: told,
  };
}

interface Held {
  readonly userId: string;
  readonly from: string;
  readonly to: string | null;
}

async function holdings({ asking, account: { accountId }, pinned, products }: Asked): Promise<Told> {
  const rows: Cell[][] = [];
  const json: object[] = [];
  for (const product of products) {
    const of = { accountId, product, ...known(pinned) };
    const told = (await asking.ask('holdings', of)) as { readonly holdings: readonly Held[] };
    for (const held of told.holdings) {
      rows.push([accountId, product, held.userId, held.from, held.to, pinned.knownAt, pinned.position]);
      json.push({ accountId, product, ...held, ...known(pinned) });
    }
  }
  return { rows, json };
}

async function peaks({ asking, account: { accountId }, pinned, products, scope: { month } }: Asked): Promise<Told> {
  const told: Peak[] = [];
  for (const product of products) {
    const of = { accountId, product, month: month! };
    told.push({ ...of, ...((await asking.ask('peak', { ...of, ...known(pinned) })) as Omit<Peak, keyof typeof of>) });
  }
  return { rows: told.map(PEAKS.cells), json: told.map(PEAKS.json) };
}

interface Invoice {
  readonly currency: string;
  readonly provisional: boolean;
  readonly lines: readonly Readonly<
    Record<'month' | 'product' | 'kind' | 'unitPrice' | 'amount', string> & { readonly quantity: number }
  >[];
}

/** A row a line; of programs, a line an invoice. */
async function invoices({ asking, account: { accountId }, pinned, scope }: Asked): Promise<Told> {
  const period = scope.period!;
  const told = (await asking.ask('invoice', { accountId, period, ...known(pinned) })) as Invoice;
  const { currency, provisional, lines } = told;
  return {
    rows: lines.map(({ month, product, kind, quantity, unitPrice, amount }) => [
      accountId,
      period,
      currency,
      provisional,
      month,
      product,
      kind,
      quantity,
      unitPrice,
      amount,
      pinned.knownAt,
      pinned.position,
    ]),
    json: [told],
  };
}

function known({ knownAt, position }: Pinned): Omit<Pinned, 'at'> {
  return { knownAt, position };
}

function bounded({ at, knownAt, position }: Pinned): Cell[] {
  return [at, knownAt, position];
}
