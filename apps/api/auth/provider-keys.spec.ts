/** Keys of a provider: new ones, withdrawn ones, and a provider that does not answer as it should. */
import { setTimeout as sleep } from 'node:timers/promises';
import { KeyUnusable } from '#access/keys.js';
import { AUDIENCE, ISSUER, type Issuer, startIssuer } from '../../../test/support/issuer.js';
import { type Verifier, verifierFor } from './bearer.js';
import { JWKS_BYTES_MAX } from './provider-keys.js';
import type { Patience } from './token-keys.js';

const UNAVAILABLE = { name: 'KeysUnavailable', code: 'unavailable' };
const INVALID = { name: 'Unauthenticated' };
const BETWEEN_MS = 60;

let issuer: Issuer;
beforeEach(async () => (issuer = await startIssuer()));
afterEach(() => issuer.close());

function service(patience: Partial<Patience> = {}, jwksUrl = issuer.jwksUrl): Promise<Verifier> {
  return verifierFor({ keys: { kind: 'provider', jwksUrl, issuer: ISSUER, audience: AUDIENCE, patience } });
}

const verify = async (verifier: Verifier, token: string): Promise<string> =>
  (await verifier.verify(`Bearer ${token}`)).actor;

test('the provider is asked when the first token comes, and then no more while its keys are known', async () => {
  const verifier = await service();
  expect(issuer.asked).toBe(0);
  const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer.token()));
  await Promise.all(tokens.map((token) => verify(verifier, token)));
  for (const token of tokens) expect(await verify(verifier, token)).toBe('ana');
  expect(issuer.asked).toBe(1);
});

test('a key that is new is asked for, of another algorithm too', async () => {
  const verifier = await service({ betweenMs: BETWEEN_MS });
  await verify(verifier, await issuer.token());
  await issuer.rotate('second', 'Ed25519');
  await sleep(BETWEEN_MS + 10);
  expect(await verify(verifier, await issuer.token())).toBe('ana');
  expect(issuer.asked).toBe(2);
});

test('a key that the provider has withdrawn is trusted no more once its keys are asked for again', async () => {
  const verifier = await service({ keptMsMax: BETWEEN_MS, betweenMs: 0 });
  const old = await issuer.token();
  expect(await verify(verifier, old)).toBe('ana');
  await issuer.rotate('second');
  await sleep(BETWEEN_MS + 10);
  await expect(verify(verifier, old)).rejects.toMatchObject(INVALID);
});

test('tokens that name keys which there are not make the provider asked no more often than it may be', async () => {
  const verifier = await service();
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await expect(verify(verifier, await issuer.token({}, { kid: `unknown-${attempt}` }))).rejects.toMatchObject(
      INVALID,
    );
  }
  expect(issuer.asked).toBe(1);
});

test('an algorithm that is not for public keys is refused, whatever the provider serves', async () => {
  const secret = { kty: 'oct', k: 'c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0', kid: 'first', alg: 'HS256' };
  issuer.answers({ status: 200, body: JSON.stringify({ keys: [secret] }) });
  const header = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'first' })).toString('base64url');
  const [, payload, signature] = (await issuer.token()).split('.');
  await expect(verify(await service(), `${header}.${payload}.${signature}`)).rejects.toMatchObject(INVALID);
  expect(issuer.asked).toBe(0);
});

describe('where the provider does not serve its keys, the service is unavailable and the token not refused', () => {
  test.each([
    ['an error', { status: 500, body: '{}' }],
    ['another place', { status: 302, body: '' }],
    ['what is no JSON', { status: 200, body: '<html>' }],
    ['what is no set of keys', { status: 200, body: '{"keys": "none"}' }],
    ['more than keys can be', { status: 200, body: JSON.stringify({ keys: [], more: 'a'.repeat(JWKS_BYTES_MAX) }) }],
  ])('it answers %s', async (_, answer) => {
    issuer.answers(answer);
    const verifier = await service({ pauseMs: 0 });
    await expect(verify(verifier, await issuer.token())).rejects.toMatchObject(UNAVAILABLE);
    issuer.answers('keys');
    expect(await verify(verifier, await issuer.token())).toBe('ana');
  });

  test('it is not there', async () => {
    const gone = await startIssuer();
    await gone.close();
    const verifier = await service({}, gone.jwksUrl);
    await expect(verify(verifier, await issuer.token())).rejects.toMatchObject(UNAVAILABLE);
  });

  test('it does not answer: a request waits for a bounded time, and the next ones not at all', async () => {
    issuer.answers('nothing');
    const verifier = await service({ answerMs: 50, pauseMs: 60_000 });
    const token = await issuer.token();
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await expect(verify(verifier, token)).rejects.toMatchObject(UNAVAILABLE);
    }
    expect(issuer.asked).toBe(1);
  });

  test('while its keys are known, tokens are checked without it', async () => {
    const verifier = await service();
    await verify(verifier, await issuer.token());
    issuer.answers('nothing');
    expect(await verify(verifier, await issuer.token())).toBe('ana');
  });
});

test.each(['http://login.example.test/keys', 'ftp://127.0.0.1/keys', 'file:///etc/keys', 'login.example.test', ''])(
  'keys may not come from %j: whoever is in between could sign tokens',
  async (url) => {
    await expect(service({}, url)).rejects.toThrow(KeyUnusable);
  },
);
