/** A billing run: a period of every account whose billing it fits, each on its own; one account's failure stops no other. */
import { add, formatDecimal, parseDecimal } from '#kernel/decimal.js';
import { compareIds } from '#kernel/id.js';
import { type Billing, periodMonths } from '#kernel/month.js';
import { Refusal, type RefusalCode, invalid } from '#kernel/refusal.js';
import { type Bill, type Billable, type Biller, type Pinned, bill, wouldBill } from './bill.js';
import { inOrder } from '../in-order.js';

export const CONCURRENCY_MAX = 64;
/** Accounts in a row that fail for no reason of their own, such as a connection that is gone, before the rest is not tried. */
export const LOST_IN_A_ROW_MAX = 16;
const BILLINGS: readonly Billing[] = ['monthly', 'quarterly', 'annual'];

export interface Failed {
  readonly outcome: 'failed';
  /** Where it is a refusal. */
  readonly refused?: RefusalCode;
  readonly message: string;
}

export type Billed = { readonly accountId: string; readonly period: string } & (Bill | Failed);
export type BillOutcome = Billed['outcome'];

export interface Summary {
  readonly period: string;
  readonly dryRun: boolean;
  readonly accounts: number;
  /** How many accounts came to what. */
  readonly outcomes: Readonly<Record<BillOutcome, number>>;
  /** What was issued and adjusted by this run, by currency. */
  readonly totals: readonly { readonly currency: string; readonly total: string }[];
}

export interface RunOptions {
  readonly period: string;
  /** Only these, also where the period does not fit their billing: what is named is not skipped in silence. */
  readonly accounts: readonly string[];
  readonly concurrency: number;
  readonly dryRun: boolean;
  /** Told after each account, in their order. */
  readonly onBilled: (billed: Billed, done: number, total: number) => void;
  /** The text of what is no refusal. */
  readonly textOf: (error: unknown) => string;
}

/** @throws Refusal `invalid-input` for what is no period of any billing */
export async function billingRun(biller: Biller, options: RunOptions): Promise<Summary> {
  const { period, accounts: named, concurrency, dryRun, onBilled } = options;
  if (BILLINGS.every((billing) => periodMonths(period, billing) === undefined)) {
    throw invalid('period', 'a billing period such as 2026-03, 2026-Q1 or 2026');
  }
  const { accounts, knownAt, position } = (await biller.ask('accounts', {})) as Accounts;
  const chosen = named.length > 0 ? theNamed(accounts, named) : accounts.filter(fits(period));
  const billing = dryRun ? whatWouldBe(biller, period, { knownAt, position }) : whatIs(biller, period);
  const tally = newTally();
  const one = surely(period, billing, options.textOf);
  for await (const billed of inOrder(chosen, concurrency, one)) {
    tally.add(billed);
    onBilled(billed, tally.accounts, chosen.length);
  }
  return { period, dryRun, ...tally.told() };
}

interface Accounts extends Pinned {
  readonly accounts: readonly Billable[];
}

/** An account that is named and not there: the ledger itself says so. */
type Chosen = Billable | { readonly accountId: string };
type BillOne = (account: Chosen) => Promise<Bill>;

function fits(period: string): (account: Billable) => boolean {
  return ({ billing }) => periodMonths(period, billing) !== undefined;
}

function theNamed(accounts: readonly Billable[], named: readonly string[]): Chosen[] {
  const known = new Map(accounts.map((account) => [account.accountId, account]));
  return [...new Set(named)].sort(compareIds).map((accountId) => known.get(accountId) ?? { accountId });
}

function whatIs(biller: Biller, period: string): BillOne {
  return (account) => bill(biller, account as Billable, period);
}

function whatWouldBe(biller: Biller, period: string, pinned: Pinned): BillOne {
  return (account) => wouldBill(biller, account as Billable, period, pinned);
}

/** Whatever happens to one account is told of it, and the next one is billed; where none is reached any more, the rest is not tried. */
function surely(period: string, billOne: BillOne, textOf: RunOptions['textOf']): (account: Chosen) => Promise<Billed> {
  let lostInARow = 0;
  return async (account) => {
    const { accountId } = account;
    if (lostInARow >= LOST_IN_A_ROW_MAX) {
      const message = `not tried: ${LOST_IN_A_ROW_MAX} accounts before it failed in a row for no reason of their own`;
      return { accountId, period, outcome: 'failed', message };
    }
    try {
      const billed = await billOne(account);
      lostInARow = 0;
      return { accountId, period, ...billed };
    } catch (error) {
      if (error instanceof Refusal) {
        lostInARow = 0;
        return { accountId, period, outcome: 'failed', refused: error.code, message: error.message };
      }
      lostInARow += 1;
      return { accountId, period, outcome: 'failed', message: textOf(error) };
    }
  };
}

function newTally() {
  const outcomes: Record<BillOutcome, number> = {
    issued: 0,
    adjusted: 0,
    unchanged: 0,
    'nothing-to-bill': 0,
    failed: 0,
  };
  const totals = new Map<string, string>();
  let accounts = 0;
  return {
    get accounts() {
      return accounts;
    },
    add(billed: Billed): void {
      accounts += 1;
      outcomes[billed.outcome] += 1;
      if (billed.outcome !== 'issued' && billed.outcome !== 'adjusted') return;
      const { currency, subtotal } = billed;
      const before = totals.get(currency);
      const total = before === undefined ? subtotal : formatDecimal(add(parseDecimal(before), parseDecimal(subtotal)));
      totals.set(currency, total);
    },
    told: (): Pick<Summary, 'accounts' | 'outcomes' | 'totals'> => ({
      accounts,
      outcomes: { ...outcomes },
      totals: [...totals]
        .map(([currency, total]) => ({ currency, total }))
        .sort((a, b) => compareIds(a.currency, b.currency)),
    }),
  };
}
