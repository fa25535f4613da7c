/** The variables that a service is configured with: one table that checks them and documents them. */
import { z } from 'zod';
import { isLoopback } from './auth/listening.js';

export type Given = Readonly<Record<string, string | undefined>>;

/** What is said of a variable. */
export interface Setting {
  readonly meaning: string;
  readonly expected: string;
  /** That says the same on the command line. */
  readonly flag?: string;
  readonly fallback?: string;
}

const PORT_MAX = 65_535;
const TEXT_LENGTH_MAX = 2_000;
/** Names as DNS has them, and addresses. */
const HOST = /^[A-Za-z0-9._:[\]%-]{1,255}$/;

const text = z.string().min(1).max(TEXT_LENGTH_MAX);

function whole(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** An empty variable is refused, too: it was meant to say something. */
export const SETTINGS = z.object({
  SEATLEDGER_HOST: z
    .string()
    .regex(HOST)
    .default('127.0.0.1')
    .meta({
      meaning: 'where to listen; off this machine only with keys of others',
      expected: 'a name or an address',
      flag: '--host',
      fallback: '127.0.0.1',
    } satisfies Setting),
  SEATLEDGER_PORT: whole(0, PORT_MAX)
    .default(3_000)
    .meta({
      meaning: 'on which port',
      expected: `a whole number from 0 (one that is free) to ${PORT_MAX}`,
      flag: '--port',
      fallback: '3000',
    } satisfies Setting),
  SEATLEDGER_JWKS_URL: text
    .refine(isKeysUrl)
    .optional()
    .meta({
      meaning: 'the keys of an OpenID Connect provider that tokens are checked with',
      expected: 'an https:// URL (http:// on this machine only)',
    } satisfies Setting),
  SEATLEDGER_JWT_PUBLIC_KEY: text.optional().meta({
    meaning: 'a public key that tokens are checked with, in its place',
    expected: 'a file in PEM or JWK',
  } satisfies Setting),
  SEATLEDGER_JWT_ISSUER: text.optional().meta({
    meaning: 'whose tokens are accepted',
    expected: "the iss of the provider's tokens",
  } satisfies Setting),
  SEATLEDGER_JWT_AUDIENCE: text.optional().meta({
    meaning: 'for whom tokens must be meant',
    expected: "the aud of the provider's tokens",
  } satisfies Setting),
  SEATLEDGER_GRANTS_CLAIM: text.optional().meta({
    meaning: 'the claim of a token that holds its grants',
    expected: 'its name',
    fallback: 'grants',
  } satisfies Setting),
});

export type Settings = z.output<typeof SETTINGS>;

/** Of the command line and of ledgers, which look at them themselves. */
const OF_OTHERS = new Set([
  'SEATLEDGER_READ_MODELS',
  'SEATLEDGER_CLOCK_OFFSET_MS',
  'SEATLEDGER_URL',
  'SEATLEDGER_TOKEN',
]);

export function isSettingOfOthers(name: string): boolean {
  return OF_OTHERS.has(name);
}

/** Over http from elsewhere, whoever is in between could bring keys of theirs. */
function isKeysUrl(given: string): boolean {
  const url = URL.parse(given);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}
