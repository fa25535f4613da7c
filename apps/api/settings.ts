/** The variables that a service is configured with: one table that checks them and documents them. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopback } from './auth/listening.js';
import { SHUTDOWN_GRACE_MS } from './closing.js';
import { LOG_LEVELS } from './logging/levels.js';

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
const RATE = 60_000;
const RATE_MAX = 100_000_000;
const GRACE_MS_MAX = 600_000;
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
  SEATLEDGER_REQUESTS_PER_MINUTE_MAX: whole(0, RATE_MAX)
    .default(RATE)
    .meta({
      meaning: 'how many requests a bearer, or an address without a token, may send a minute',
      expected: `a whole number from 0 (any number) to ${RATE_MAX}`,
      fallback: String(RATE),
    } satisfies Setting),
  SEATLEDGER_TRUSTED_PROXIES: text
    .refine(areAddresses)
    .optional()
    .meta({
      meaning: 'whose X-Forwarded-For tells where a request comes from',
      expected: 'addresses or networks with commas between them, such as 10.0.0.0/8,127.0.0.1',
    } satisfies Setting),
  SEATLEDGER_SHUTDOWN_GRACE_MS: whole(0, GRACE_MS_MAX)
    .default(SHUTDOWN_GRACE_MS)
    .meta({
      meaning: 'how long requests in flight may take to end when the service does',
      expected: `whole milliseconds from 0 to ${GRACE_MS_MAX}`,
      fallback: String(SHUTDOWN_GRACE_MS),
    } satisfies Setting),
  SEATLEDGER_LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .meta({
      meaning: 'how much is logged, as lines of JSON on stdout',
      expected: `one of ${LOG_LEVELS.join(', ')}`,
      fallback: 'info',
    } satisfies Setting),
  OTEL_EXPORTER_OTLP_ENDPOINT: text
    .refine(isHttp)
    .optional()
    .meta({
      meaning: 'where traces are sent by OpenTelemetry; nowhere without it',
      expected: 'an http:// or https:// URL',
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

function isHttp(given: string): boolean {
  return ['http:', 'https:'].includes(URL.parse(given)?.protocol ?? '');
}

function areAddresses(given: string): boolean {
  return given.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    const version = isIP(address);
    if (version === 0 || more.length > 0) return false;
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
  });
}
