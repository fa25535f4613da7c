/** What a service is configured with: the environment and the flags beside it, checked whole before anything starts. */
import { existsSync } from 'node:fs';
import { isLoopback } from './auth/listening.js';
import type { TokenKeys } from './auth/token-keys.js';
import type { LogLevel } from './logging/levels.js';
import { type Given, SETTINGS, type Setting, type Settings, isSettingOfOthers } from './settings.js';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly keys: TokenKeys;
  readonly grantsClaim: string | undefined;
  readonly logLevel: LogLevel;
  /** Of one bearer, or of one address without a token; 0: any number. */
  readonly requestsPerMinuteMax: number;
  /** How long requests in flight may take to end. */
  readonly shutdownGraceMs: number;
  /** Addresses and networks with commas between them. */
  readonly trustedProxies: string | undefined;
  /** Where traces are sent. */
  readonly tracesTo: string | undefined;
}

/** All that is wrong with a configuration; the message has a line each: which variable, what was expected, what to do. */
export class ConfigUnusable extends Error {
  override readonly name = 'ConfigUnusable';

  constructor(readonly errors: readonly string[]) {
    super(['the service is not configured as it must be:', ...errors.map((error) => `  ${error}`)].join('\n'));
  }
}

/**
 * @param flags values by the flags of SETTINGS, which come before the environment
 * @param keyDirectory where keys are made where none are configured
 * @throws ConfigUnusable
 */
export function configOf(env: Given, flags: Given, keyDirectory: string): Config {
  // OpenTelemetry means nothing by a variable that is empty.
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined;
  const given: Given = { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...byVariable(flags) };
  const { settings, errors } = checked(given);
  const all = [...unknownIn(env), ...errors, ...contradictionsIn(given)];
  if (all.length > 0 || !settings) throw new ConfigUnusable(all);
  return {
    host: settings.SEATLEDGER_HOST,
    port: settings.SEATLEDGER_PORT,
    keys: keysOf(settings, keyDirectory),
    grantsClaim: settings.SEATLEDGER_GRANTS_CLAIM,
    logLevel: settings.SEATLEDGER_LOG_LEVEL,
    requestsPerMinuteMax: settings.SEATLEDGER_REQUESTS_PER_MINUTE_MAX,
    shutdownGraceMs: settings.SEATLEDGER_SHUTDOWN_GRACE_MS,
    trustedProxies: settings.SEATLEDGER_TRUSTED_PROXIES,
    tracesTo: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

/** For the help: a line each. */
export function settingsText(): string {
  const width = Math.max(...Object.keys(SETTINGS.shape).map((name) => name.length));
  return Object.entries(SETTINGS.shape)
    .map(([name, schema]) => {
      const { meaning, expected, flag, fallback } = schema.meta() as unknown as Setting;
      const told = [...(flag === undefined ? [] : [`also ${flag}`]), ...(fallback ? [`default ${fallback}`] : [])];
      const aside = told.length > 0 ? ` (${told.join('; ')})` : '';
      return `  ${name.padEnd(width)}  ${meaning}: ${expected}${aside}`;
    })
    .join('\n');
}

function byVariable(flags: Given): Given {
  const named = Object.entries(SETTINGS.shape).map(([name, schema]) => [
    name,
    (schema.meta() as unknown as Setting).flag,
  ]);
  return Object.fromEntries(
    named.flatMap(([name, flag]) => (flag && flags[flag] !== undefined ? [[name, flags[flag]]] : [])),
  ) as Given;
}

/** A typo must not switch off what it was meant to switch on. */
function unknownIn(env: Given): string[] {
  return Object.keys(env)
    .filter(
      (name) => name.startsWith('SEATLEDGER_') && !Object.hasOwn(SETTINGS.shape, name) && !isSettingOfOthers(name),
    )
    .map(
      (name) =>
        `${name} is no variable of this service: correct its name, or remove it ("seatledger serve --help" lists them)`,
    );
}

function checked(given: Given): { readonly settings?: Settings; readonly errors: readonly string[] } {
  const known = Object.keys(SETTINGS.shape).map((name) => [name, given[name]]);
  const parsed = SETTINGS.safeParse(Object.fromEntries(known));
  if (parsed.success) return { settings: parsed.data, errors: [] };
  return {
    errors: parsed.error.issues.map(({ path }) => {
      const name = String(path[0]) as keyof Settings;
      const { expected, flag } = SETTINGS.shape[name].meta() as unknown as Setting;
      const either = flag === undefined ? '' : ` (or ${flag})`;
      return `${name}${either} is ${JSON.stringify(given[name])}: expected ${expected}; correct it, or unset it`;
    }),
  };
}

function contradictionsIn(given: Given): string[] {
  const {
    SEATLEDGER_JWKS_URL: url,
    SEATLEDGER_JWT_PUBLIC_KEY: file,
    SEATLEDGER_JWT_ISSUER: issuer,
    SEATLEDGER_JWT_AUDIENCE: audience,
    SEATLEDGER_GRANTS_CLAIM: claim,
    SEATLEDGER_HOST: host,
  } = given;
  const hasKeys = url !== undefined || file !== undefined;
  const missing = 'is missing: a provider signs tokens for others too, so say whose and for whom they are';
  const idle = "is of tokens of others' keys: set SEATLEDGER_JWKS_URL or SEATLEDGER_JWT_PUBLIC_KEY too, or unset it";
  const found: readonly (readonly [is: boolean, what: string])[] = [
    [
      url !== undefined && file !== undefined,
      'SEATLEDGER_JWKS_URL and SEATLEDGER_JWT_PUBLIC_KEY both name keys: set one',
    ],
    [url !== undefined && issuer === undefined, `SEATLEDGER_JWT_ISSUER ${missing}`],
    [url !== undefined && audience === undefined, `SEATLEDGER_JWT_AUDIENCE ${missing}`],
    [!hasKeys && issuer !== undefined, `SEATLEDGER_JWT_ISSUER ${idle}`],
    [!hasKeys && audience !== undefined, `SEATLEDGER_JWT_AUDIENCE ${idle}`],
    [!hasKeys && claim !== undefined, `SEATLEDGER_GRANTS_CLAIM ${idle}`],
    [
      !!file && !existsSync(file),
      `SEATLEDGER_JWT_PUBLIC_KEY is ${JSON.stringify(file)}: expected a file that is there; correct the path`,
    ],
    [
      !hasKeys && !!host && !isLoopback(host),
      `SEATLEDGER_HOST (or --host) is ${JSON.stringify(host)}: without real keys expected this machine, such as 127.0.0.1; set SEATLEDGER_JWKS_URL or SEATLEDGER_JWT_PUBLIC_KEY to listen elsewhere`,
    ],
  ];
  return found.flatMap(([is, what]) => (is ? [what] : []));
}

function keysOf(settings: Settings, directory: string): TokenKeys {
  const {
    SEATLEDGER_JWKS_URL: jwksUrl,
    SEATLEDGER_JWT_PUBLIC_KEY: file,
    SEATLEDGER_JWT_ISSUER: issuer,
    SEATLEDGER_JWT_AUDIENCE: audience,
  } = settings;
  if (jwksUrl !== undefined) return { kind: 'provider', jwksUrl, issuer: issuer!, audience: audience! };
  return file === undefined ? { kind: 'generated', directory } : { kind: 'public-key', file, issuer, audience };
}
