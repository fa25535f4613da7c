/** Who a bearer is and what it may do with which account, and what a route asks for. */
import { type AccountGrant, EVERY_ACCOUNT, GLOBAL_GRANTS, type Grant, type Grants } from '#access/grants.js';

export { ACCOUNT_GRANTS, GLOBAL_GRANTS, type AccountGrant, type GlobalGrant, type Grant } from '#access/grants.js';

export interface Principal {
  /** Who does it: becomes the actor of events. */
  readonly actor: string;
  /** Without an account: on every account. */
  may(grant: Grant, accountId?: string): boolean;
  /** Whether it has any grant on the account, or on every account. */
  knows(accountId: string): boolean;
  /** Those it has a grant on, sorted; grants on the catalog and on programs show it none. */
  readonly accounts: typeof EVERY_ACCOUNT | readonly string[];
  /** False for a token that gives nothing that is known here. */
  readonly hasGrants: boolean;
  /** Until when it is let in, in milliseconds since 1970: what goes on for longer ends then. */
  readonly expiresAtMs: number;
}

/** What a route asks for: no token, a token with a grant at all, one of these grants on the path's account, or one of them on all. */
export type Policy =
  | { readonly kind: 'open' }
  | { readonly kind: 'any' }
  | { readonly kind: 'account'; readonly anyOf: readonly AccountGrant[] }
  | { readonly kind: 'global'; readonly anyOf: readonly Grant[] };

const GLOBAL: ReadonlySet<Grant> = new Set(GLOBAL_GRANTS);
const NONE: ReadonlySet<Grant> = new Set();

export function principalOf(actor: string, grants: Grants, expiresAtMs: number): Principal {
  const on = (accountId = EVERY_ACCOUNT): ReadonlySet<Grant> => grants.get(accountId) ?? NONE;
  const everywhere = on();
  const seesAll = [...everywhere].some((grant) => !GLOBAL.has(grant));
  return {
    actor,
    may: (grant, accountId) => everywhere.has(grant) || on(accountId).has(grant),
    knows: (accountId) => everywhere.size > 0 || on(accountId).size > 0,
    accounts: seesAll ? EVERY_ACCOUNT : [...grants.keys()].filter((name) => name !== EVERY_ACCOUNT).toSorted(),
    hasGrants: grants.size > 0,
    expiresAtMs,
  };
}
