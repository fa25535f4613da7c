/** The check of a bearer token (RFC 6750, RFC 7519): signed by a key that is trusted, for this service, now, by somebody with a name. */
import { type JWTPayload, type JWTVerifyOptions, errors, jwtVerify } from 'jose';
import { TOKEN_LENGTH_MAX, grantsOf, isActor } from '#access/grants.js';
import { GRANTS_CLAIM } from '#access/minting.js';
import { Unauthenticated } from './denied.js';
import { type Principal, principalOf } from './grants.js';
import type { TokenKeys } from './token-keys.js';
import { trustedKeys } from './trusted-keys.js';

export interface BearerConfig {
  readonly keys: TokenKeys;
  /** The claim that holds the grants; default `grants`. */
  readonly grantsClaim?: string | undefined;
}

export interface Verifier {
  /**
   * @param authorization the header
   * @throws Unauthenticated, KeysUnavailable
   */
  verify(authorization: string | undefined): Promise<Principal>;
}

/** How far the clocks of those who issue tokens may be off. */
export const CLOCK_TOLERANCE_S = 30;
const SECOND_MS = 1_000;

const SCHEME = /^Bearer(?: |$)/i;
const COMPACT = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** @throws KeyUnusable where the configuration names no key that can be trusted */
export async function verifierFor({ keys, grantsClaim = GRANTS_CLAIM }: BearerConfig): Promise<Verifier> {
  const { key, algorithms, issuer, audience } = await trustedKeys(keys);
  const options: JWTVerifyOptions = {
    algorithms: [...algorithms],
    requiredClaims: ['sub', 'exp'],
    clockTolerance: CLOCK_TOLERANCE_S,
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
  };
  return {
    async verify(authorization) {
      const token = tokenOf(authorization);
      try {
        const { payload } = await jwtVerify(token, key, options);
        return bearerOf(payload, grantsClaim);
      } catch (error) {
        throw error instanceof errors.JOSEError ? new Unauthenticated('invalid-token') : error;
      }
    },
  };
}

function tokenOf(authorization: string | undefined): string {
  if (authorization === undefined || !SCHEME.test(authorization)) throw new Unauthenticated('no-token');
  const token = COMPACT.exec(authorization)?.[1];
  if (token === undefined || token.length > TOKEN_LENGTH_MAX) throw new Unauthenticated('invalid-token');
  return token;
}

function bearerOf(payload: JWTPayload, grantsClaim: string): Principal {
  const grants = grantsOf(Object.hasOwn(payload, grantsClaim) ? payload[grantsClaim] : undefined);
  if (!grants || !isActor(payload.sub)) throw new Unauthenticated('invalid-token');
  return principalOf(payload.sub, grants, (payload.exp! + CLOCK_TOLERANCE_S) * SECOND_MS);
}
