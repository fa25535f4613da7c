/** `seatledger peaks --month`: the peaks of every account and seat-managed product, all of one state of the ledger; an account that fails stops no other. */
import { LogUnavailable } from '#event-log/port.js';
import { parseMonth } from '#kernel/month.js';
import { Refusal, invalid } from '#kernel/refusal.js';
import type { PeakTold } from '#projections/peaks/peak.js';
import { type Access, type OnAccess, access } from '../access.js';
import { type ExitCode, REFUSED, SUCCEEDED, failureOf } from '../failure.js';
import { inOrder } from '../in-order.js';
import { print, printError, printJson } from '../output.js';
import { type Progress, progress } from '../progress.js';
import { flagFields, questionOf } from '../question.js';
import { instant } from '../render/table.js';
import { type Formatted, type Rows, formatOf, rowsAs } from '../rows.js';
import { type Peak, PEAKS } from '../render/peaks.js';

export interface PeaksOptions extends OnAccess, Formatted {
  readonly month: string;
  /** Without any, all. */
  readonly account?: readonly string[];
  readonly product?: readonly string[];
}

/** Asked for together: enough to keep a ledger or a service busy. */
const ACCOUNTS_AT_ONCE = 16;

export async function peaks(options: PeaksOptions): Promise<ExitCode> {
  if (parseMonth(options.month) === undefined) throw invalid('month', 'a month such as 2026-03');
  const asking = await access(options);
  const bar = await progress('Looking up peaks');
  try {
    const scope = await scopeOf(asking, options);
    const format = formatOf(options);
    const rows = rowsAs(format, PEAKS);
    const failed = await lookUp(asking, scope, rows, bar);
    bar.end();
    rows.end();
    if (format === 'table') print(footer(scope));
    for (const each of failed) tellFailed(each, format === 'jsonl');
    if (failed.length > 0) printError(`${failed.length} of ${scope.accountIds.length} accounts failed.`);
    return failed.length === 0 ? SUCCEEDED : REFUSED;
  } finally {
    bar.end();
    await asking.close();
  }
}

interface Scope {
  readonly month: string;
  readonly accountIds: readonly string[];
  readonly products: readonly string[];
  /** One state for the whole list, whatever is recorded meanwhile. */
  readonly bounds: Bounds;
}

interface Bounds {
  readonly knownAt: string;
  readonly position: number;
}

/** @throws Refusal for bounds that are none and for a product without seats; whether an account is there is seen when it is asked for */
async function scopeOf(asking: Access, options: PeaksOptions): Promise<Scope> {
  const { knownAt, position } = flagFields(options);
  const found = (await asking.ask('accounts', questionOf({ knownAt, position }))) as Accounts;
  const bounds = { knownAt: found.knownAt, position: found.position };
  const { products } = (await asking.ask('products', bounds)) as Products;
  for (const product of options.product ?? []) requireSeatManaged(products, product);
  return {
    month: options.month,
    accountIds: once(options.account ?? found.accounts.map(({ accountId }) => accountId)),
    products: once(options.product ?? products.filter(isSeatManaged).map(({ product }) => product)),
    bounds,
  };
}

/** Told once, and not for every account. */
function requireSeatManaged(products: Products['products'], product: string): void {
  const found = products.find((known) => known.product === product);
  if (!found) throw new Refusal('product-not-found', `there is no product ${product} in the state asked about`);
  if (!isSeatManaged(found)) throw new Refusal('wrong-product-kind', `nobody holds seats of ${product}`);
}

function isSeatManaged({ provisioning }: { readonly provisioning: string }): boolean {
  return provisioning === 'assigned';
}

function once(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

async function lookUp(asking: Access, scope: Scope, rows: Rows<Peak>, bar: Progress): Promise<readonly Failed[]> {
  const { accountIds } = scope;
  const failed: Failed[] = [];
  let done = 0;
  for await (const told of inOrder(accountIds, ACCOUNTS_AT_ONCE, (accountId) => peaksOf(asking, scope, accountId))) {
    // A bar and rows on one terminal would be written over each other.
    if (process.stdout.isTTY) bar.end();
    if ('error' in told) failed.push(told);
    else for (const peak of told.peaks) rows.add(peak);
    bar.update((done += 1), accountIds.length);
  }
  return failed;
}

interface Failed {
  readonly accountId: string;
  readonly error: unknown;
}

async function peaksOf(
  asking: Access,
  { month, products, bounds }: Scope,
  accountId: string,
): Promise<{ readonly peaks: readonly Peak[] } | Failed> {
  const peakOf = async (product: string): Promise<Peak> => {
    const of = { accountId, product, month };
    return { ...of, ...((await asking.ask('peak', { ...of, ...bounds })) as PeakTold & Bounds) };
  };
  try {
    return { peaks: await Promise.all(products.map(peakOf)) };
  } catch (error) {
    // What cannot be reached fails every account alike: one message says it.
    if (error instanceof LogUnavailable) throw error;
    return { accountId, error };
  }
}

function tellFailed({ accountId, error }: Failed, isForPrograms: boolean): void {
  if (isForPrograms && error instanceof Refusal) {
    printJson({ accountId, refused: error.code, message: error.message, errors: error.errors });
  }
  printError(`${accountId}: ${failureOf(error)}`);
}

function footer({ month, accountIds, products, bounds }: Scope): string {
  const none = accountIds.length === 0 ? 'No accounts.\n' : products.length === 0 ? 'No seat-managed products.\n' : '';
  return `${none}\n(${month}, as known at ${instant(bounds.knownAt)}, read up to position ${bounds.position})`;
}

interface Accounts extends Bounds {
  readonly accounts: readonly { readonly accountId: string }[];
}

interface Products extends Bounds {
  readonly products: readonly { readonly product: string; readonly provisioning: string }[];
}
