import { join } from 'node:path';
import { ConfigUnusable, configOf, settingsText } from './config.js';
import { SETTINGS } from './settings.js';

const HERE = import.meta.filename;
const PROVIDER = {
  SEATLEDGER_JWKS_URL: 'https://issuer.example/keys',
  SEATLEDGER_JWT_ISSUER: 'https://issuer.example',
  SEATLEDGER_JWT_AUDIENCE: 'seatledger',
};

function errorsOf(
  env: Readonly<Record<string, string>>,
  flags: Readonly<Record<string, string>> = {},
): readonly string[] {
  try {
    configOf(env, flags, 'keys');
    return [];
  } catch (error) {
    if (error instanceof ConfigUnusable) return error.errors;
    throw error;
  }
}

test('without any set-up it listens on this machine, with keys of its own', () => {
  expect(configOf({ PATH: '/bin' }, {}, 'keys')).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    keys: { kind: 'generated', directory: 'keys' },
    logLevel: 'info',
    tracesTo: undefined,
  });
});

test('a flag comes before its variable', () => {
  const env = { SEATLEDGER_PORT: '8080', SEATLEDGER_HOST: 'localhost' };
  expect(configOf(env, { '--port': '0', '--host': undefined }, 'keys')).toMatchObject({ host: 'localhost', port: 0 });
});

test('with real keys it listens anywhere', () => {
  const env = { ...PROVIDER, SEATLEDGER_HOST: '0.0.0.0' };
  expect(configOf(env, {}, 'keys').keys).toEqual({
    kind: 'provider',
    jwksUrl: PROVIDER.SEATLEDGER_JWKS_URL,
    issuer: PROVIDER.SEATLEDGER_JWT_ISSUER,
    audience: PROVIDER.SEATLEDGER_JWT_AUDIENCE,
  });
  const file = { SEATLEDGER_JWT_PUBLIC_KEY: HERE, SEATLEDGER_HOST: '::' };
  expect(configOf(file, {}, 'keys').keys).toMatchObject({ kind: 'public-key', file: HERE });
});

test('all that is wrong is told at once, each with its variable, what was expected, and what to do', () => {
  const errors = errorsOf({
    SEATLEDGER_PORT: '70000',
    SEATLEDGER_JWKS_URL: 'http://issuer.example/keys',
    SEATLEDGER_JWT_PUBLIC_KEY: join(HERE, 'gone'),
    SEATLEDGER_JWT_ISSUER: '',
    SEATLEDGER_JWKS: 'https://issuer.example/keys',
  });
  expect(errors).toEqual([
    expect.stringMatching(/^SEATLEDGER_JWKS is no variable of this service: correct its name, or remove it/),
    'SEATLEDGER_PORT (or --port) is "70000": expected a whole number from 0 (one that is free) to 65535; correct it, or unset it',
    expect.stringMatching(/^SEATLEDGER_JWKS_URL is "http:.*expected an https:\/\/ URL/),
    expect.stringMatching(/^SEATLEDGER_JWT_ISSUER is ""/),
    expect.stringMatching(/both name keys/),
    expect.stringMatching(/^SEATLEDGER_JWT_AUDIENCE is missing/),
    expect.stringMatching(/^SEATLEDGER_JWT_PUBLIC_KEY is .*expected a file that is there/),
  ]);
});

test.each([
  [{ SEATLEDGER_HOST: '0.0.0.0' }, 'SEATLEDGER_HOST'],
  [{ SEATLEDGER_HOST: '192.168.0.7' }, 'SEATLEDGER_HOST'],
  [{ SEATLEDGER_JWKS_URL: PROVIDER.SEATLEDGER_JWKS_URL, SEATLEDGER_JWT_ISSUER: 'x' }, 'SEATLEDGER_JWT_AUDIENCE'],
  [{ SEATLEDGER_JWT_AUDIENCE: 'x' }, 'SEATLEDGER_JWT_AUDIENCE'],
  [{ SEATLEDGER_GRANTS_CLAIM: 'x' }, 'SEATLEDGER_GRANTS_CLAIM'],
  [{ SEATLEDGER_PORT: '3000.5' }, 'SEATLEDGER_PORT'],
  [{ SEATLEDGER_HOST: 'two words' }, 'SEATLEDGER_HOST'],
  [{ SEATLEDGER_LOG_LEVEL: 'loud' }, 'SEATLEDGER_LOG_LEVEL'],
  [{ SEATLEDGER_TRUSTED_PROXIES: '10.0.0.0/33' }, 'SEATLEDGER_TRUSTED_PROXIES'],
  [{ SEATLEDGER_TRUSTED_PROXIES: 'proxy.example' }, 'SEATLEDGER_TRUSTED_PROXIES'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
])('%j does not start, for %s', (env, name) => {
  const errors = errorsOf(env);
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) expect(error).toContain(name);
});

test('proxies are addresses and networks, with commas between them', () => {
  const trustedProxies = '10.0.0.0/8, 127.0.0.1,fd00::/8';
  expect(configOf({ SEATLEDGER_TRUSTED_PROXIES: trustedProxies }, {}, 'keys')).toMatchObject({ trustedProxies });
});

test('variables of the command line and of ledgers are no typos', () => {
  const env = {
    SEATLEDGER_READ_MODELS: 'x',
    SEATLEDGER_URL: '',
    SEATLEDGER_TOKEN: 'x',
    SEATLEDGER_CLOCK_OFFSET_MS: '5',
    OTEL_EXPORTER_OTLP_ENDPOINT: '',
  };
  expect(errorsOf(env)).toEqual([]);
});

test('the help tells every variable', () => {
  const text = settingsText();
  for (const name of Object.keys(SETTINGS.shape)) expect(text).toMatch(new RegExp(`^  ${name} +\\w.*: \\w`, 'm'));
});
