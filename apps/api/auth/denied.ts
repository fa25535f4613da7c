/** How a caller is denied: not known (401), not allowed (403), or told that there is no such account (404); and keys that cannot be had (503). */
import { Refusal } from '#kernel/refusal.js';
import type { Grant } from './grants.js';

const REALM = 'seatledger';
const INVALID =
  'The access token is malformed, expired, not valid yet, not meant for this service, or not signed by a key it trusts.';

/** No token, or none that is accepted; which of the checks failed is nobody's business. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly code = 'unauthenticated';
  /** For the header WWW-Authenticate, by RFC 6750 §3: without a token there is no error to tell. */
  readonly challenge: string;

  constructor(reason: 'no-token' | 'invalid-token') {
    super(reason === 'no-token' ? 'This needs a bearer token: Authorization: Bearer <token>.' : INVALID);
    const error = reason === 'no-token' ? '' : `, error="invalid_token", error_description="${INVALID}"`;
    this.challenge = `Bearer realm="${REALM}"${error}`;
  }
}

/** A caller that knows the account but lacks the grant. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly code = 'forbidden';
  /** For the header WWW-Authenticate, by RFC 6750 §3.1. */
  readonly challenge = `Bearer realm="${REALM}", error="insufficient_scope"`;

  constructor(
    message: string,
    /** Each of which would do; empty where any would. */
    readonly anyOf: readonly Grant[],
  ) {
    super(message);
  }
}

/** The keys that tokens are checked with cannot be had now: no fault of the caller's, who may try again. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
  readonly code = 'unavailable';
}

/** Another tenant's account: told like one that does not exist, and nothing of it is looked at. */
export function hidden(accountId: string): Refusal {
  return new Refusal('account-not-found', `there is no account ${accountId}`);
}
