/** The keys of an OpenID Connect provider, fetched when they are needed, kept for a while, and asked for again for a key that is new. */
import { type FetchImplementation, createRemoteJWKSet, customFetch, errors } from 'jose';
import { KeyUnusable } from '#access/keys.js';
import { KeysUnavailable } from './denied.js';
import { isLoopback } from './listening.js';
import type { CheckingKeys, Patience } from './token-keys.js';

const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const PATIENCE: Patience = { answerMs: 3_000, betweenMs: 10_000, keptMsMax: 10 * 60_000, pauseMs: 1_000 };
export const JWKS_BYTES_MAX = 256 * 1024;

/** Errors that are the token's: no key of the provider's is meant, or it does not say which. */
const OF_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** @throws KeyUnusable for a URL that keys may not come from */
export function providerKeys(jwksUrl: string, patience: Partial<Patience> = {}): CheckingKeys {
  const { answerMs, betweenMs, keptMsMax, pauseMs } = { ...PATIENCE, ...patience };
  const keys = createRemoteJWKSet(checked(jwksUrl), {
    timeoutDuration: answerMs,
    cooldownDuration: betweenMs,
    cacheMaxAge: keptMsMax,
    [customFetch]: boundedFetch(pauseMs),
  });
  return {
    algorithms: ALGORITHMS,
    async key(header, token) {
      try {
        return await keys(header, token);
      } catch (error) {
        if (OF_TOKEN.some((known) => error instanceof known)) throw error;
        throw new KeysUnavailable(
          'The keys that tokens are checked with cannot be had from their provider; try again.',
          {
            cause: error,
          },
        );
      }
    },
  };
}

function checked(jwksUrl: string): URL {
  const url = URL.parse(jwksUrl);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new KeyUnusable(
    `${JSON.stringify(jwksUrl)} is no place for keys: expected https:// (or http:// on this machine), or whoever is in between could sign tokens`,
  );
}

function boundedFetch(pauseMs: number): FetchImplementation {
  let pausedUntil = 0;
  return async (url, options) => {
    if (Date.now() < pausedUntil) throw new Error('the provider failed a moment ago');
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`the provider answered ${response.status}`);
      return Response.json(JSON.parse(await textOf(response)));
    } catch (error) {
      pausedUntil = Date.now() + pauseMs;
      throw error;
    }
  };
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > JWKS_BYTES_MAX) throw new Error(`the provider answered more than ${JWKS_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
