/** Whether a bearer may do what it asks for: the judgement behind every route, and behind what only a command's body tells. */
import { Forbidden, hidden } from './denied.js';
import type { AccountGrant, Grant, Policy, Principal } from './grants.js';

/**
 * @param accountId of the path, where the policy is about an account
 * @throws Forbidden, or Refusal `account-not-found` for an account that the bearer has nothing to do with
 */
export function admit(principal: Principal, policy: Exclude<Policy, { kind: 'open' }>, accountId?: string): void {
  switch (policy.kind) {
    case 'any':
      if (!principal.hasGrants) throw new Forbidden('This needs a token with a grant; yours gives none.', []);
      return;
    case 'account':
      // The start fails before that, too.
      if (accountId === undefined) throw new Error('a policy about an account on a path without one');
      requireOnAccount(principal, accountId, policy.anyOf);
      return;
    case 'global':
      if (policy.anyOf.some((grant) => principal.may(grant))) return;
      throw new Forbidden(`This needs ${listed(policy.anyOf)} on * (every account).`, policy.anyOf);
    default:
      return policy satisfies never;
  }
}

/** A late fact, one with an `effectiveAt`, asks for more than a command without. */
export function requireCorrect(principal: Principal, accountId: string): void {
  requireOnAccount(principal, accountId, ['licensing.correct']);
}

/** OpenAccount names its account in the body. */
export function requireOpen(principal: Principal, accountId: string): void {
  requireOnAccount(principal, accountId, ['licensing.update']);
}

/** @throws Forbidden, Refusal */
export function requireOnAccount(principal: Principal, accountId: string, anyOf: readonly AccountGrant[]): void {
  if (!principal.knows(accountId)) throw hidden(accountId);
  if (anyOf.some((grant) => principal.may(grant, accountId))) return;
  throw new Forbidden(`This needs ${listed(anyOf)} on the account ${accountId}.`, anyOf);
}

const listed = (grants: readonly Grant[]): string => `the grant ${grants.join(' or ')}`;
