/** The words for what a bearer may do, and how a token says them: `{ "acme": ["licensing.view"], "*": ["audit.read"] }`. */
import { isId } from '#kernel/id.js';

/** On one account, or on every account where they are given for `*`. */
export const ACCOUNT_GRANTS = [
  'licensing.view',
  'licensing.update',
  'licensing.correct',
  'billing.read',
  'billing.run',
  'support.read',
  'audit.read',
] as const;

/** On what all accounts share: they count only where they are given for `*`. */
export const GLOBAL_GRANTS = ['catalog.admin', 'program.admin'] as const;

export type AccountGrant = (typeof ACCOUNT_GRANTS)[number];
export type GlobalGrant = (typeof GLOBAL_GRANTS)[number];
export type Grant = AccountGrant | GlobalGrant;

export const EVERY_ACCOUNT = '*';
/** A token with grants on a hundred accounts and more; a server takes 16 KiB of headers in all. */
export const TOKEN_LENGTH_MAX = 8_192;
/** Whoever has to do with more accounts than that is given `*`. */
export const ACCOUNTS_PER_TOKEN_MAX = 500;
/** With those of later versions, which are ignored. */
export const GRANTS_PER_ACCOUNT_MAX = 50;
export const ACTOR_LENGTH_MAX = 200;

/** By account or `*`; an account without a grant that is known here is left out. */
export type Grants = ReadonlyMap<string, ReadonlySet<Grant>>;

const ON_ACCOUNT: ReadonlySet<string> = new Set(ACCOUNT_GRANTS);
const ON_ALL: ReadonlySet<string> = new Set([...ACCOUNT_GRANTS, ...GLOBAL_GRANTS]);
const CONTROL = /\p{Cc}/u;

/** @returns undefined for a claim of another shape than grants have; none at all are no grants */
export function grantsOf(claim: unknown): Grants | undefined {
  if (claim === undefined) return new Map();
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) return undefined;
  const given = Object.entries(claim);
  if (given.length > ACCOUNTS_PER_TOKEN_MAX || !given.every(([account, names]) => isEntry(account, names))) {
    return undefined;
  }
  const grants = given.map(([account, names]) => [account, known(account, names as string[])] as const);
  return new Map(grants.filter(([, { size }]) => size > 0));
}

/** An actor is shown wherever an event is, and is the same to the byte wherever it is stored. */
export function isActor(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    text.length >= 1 &&
    text.length <= ACTOR_LENGTH_MAX &&
    text.isWellFormed() &&
    !CONTROL.test(text)
  );
}

/** Whether a name is a grant that counts on an account, or on `*`. */
export function isGrantOn(account: string, name: string): name is Grant {
  return (account === EVERY_ACCOUNT ? ON_ALL : ON_ACCOUNT).has(name);
}

function isEntry(account: string, names: unknown): boolean {
  return (
    (account === EVERY_ACCOUNT || isId(account)) &&
    Array.isArray(names) &&
    names.length <= GRANTS_PER_ACCOUNT_MAX &&
    names.every((name) => typeof name === 'string')
  );
}

function known(account: string, names: readonly string[]): ReadonlySet<Grant> {
  return new Set(names.filter((name) => isGrantOn(account, name)));
}
