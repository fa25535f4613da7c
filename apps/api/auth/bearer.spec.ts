/** Who is let in: tokens that are right, and every way in which one is not. */
import { createHmac, createPublicKey } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { SignJWT, exportSPKI, generateKeyPair } from 'jose';
import { ACCOUNTS_PER_TOKEN_MAX, ACTOR_LENGTH_MAX, GRANTS_PER_ACCOUNT_MAX, TOKEN_LENGTH_MAX } from '#access/grants.js';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { type Claims, type Issuer, AUDIENCE, ISSUER, startIssuer } from '../../../test/support/issuer.js';
import { runs } from '../../../test/support/runs.js';
import { CLOCK_TOLERANCE_S, type Verifier, verifierFor } from './bearer.js';
import { Unauthenticated } from './denied.js';

let issuer: Issuer;
let verifier: Verifier;
let directory: string;

beforeAll(async () => {
  issuer = await startIssuer();
  verifier = await verifierFor({
    keys: { kind: 'provider', jwksUrl: issuer.jwksUrl, issuer: ISSUER, audience: AUDIENCE },
  });
  directory = await mkdtemp(join(tmpdir(), 'seatledger-bearer-'));
});
afterAll(async () => {
  await issuer.close();
  await rm(directory, { recursive: true });
});

const now = (): number => Math.floor(Date.now() / 1_000);
const bearer = (token: string, by: Verifier = verifier) => by.verify(`Bearer ${token}`);
const given = async (claims: Claims) => bearer(await issuer.token(claims));
const INVALID = { challenge: expect.stringContaining('error="invalid_token"') as string };

describe('a token that is right says who it is and what it may', () => {
  test('its subject is the actor, in any script', async () => {
    for (const sub of ['ana', 'Žofie Nováková', '山田', '🧾', 'a'.repeat(ACTOR_LENGTH_MAX)]) {
      expect((await given({ sub })).actor).toBe(sub);
    }
  });

  test('its grants count on the accounts they are given for', async () => {
    const principal = await given({ grants: { acme: ['licensing.view'], zeta: ['billing.read'] } });
    expect(principal.accounts).toEqual(['acme', 'zeta']);
    expect(principal.may('licensing.view', 'acme')).toBe(true);
    expect(principal.may('licensing.view', 'zeta')).toBe(false);
    expect(principal.may('licensing.view')).toBe(false);
  });

  test('the scheme is bearer in any case, and there may be more audiences', async () => {
    const token = await issuer.token({ aud: ['another', AUDIENCE] });
    expect((await verifier.verify(`bEARER  ${token}`)).actor).toBe('ana');
  });

  test('the claim of its grants may have another name', async () => {
    const keys = { kind: 'provider', jwksUrl: issuer.jwksUrl, issuer: ISSUER, audience: AUDIENCE } as const;
    const named = await verifierFor({ keys, grantsClaim: 'https://seatledger.example/grants' });
    const token = await issuer.token({ 'https://seatledger.example/grants': { zeta: ['audit.read'] } });
    expect((await bearer(token, named)).accounts).toEqual(['zeta']);
  });

  test('grants of a later version are ignored, and an account with only such is not known', async () => {
    const principal = await given({ grants: { acme: ['licensing.view', 'moon.walk'], zeta: ['moon.walk'] } });
    expect(principal.accounts).toEqual(['acme']);
    expect(principal.knows('zeta')).toBe(false);
  });

  test('without the claim it has no grants', async () => {
    expect(await given({ grants: undefined })).toMatchObject({ hasGrants: false, accounts: [] });
  });

  test('clocks may be off by the tolerance', async () => {
    expect((await given({ exp: now() - CLOCK_TOLERANCE_S + 5 })).actor).toBe('ana');
    expect((await given({ nbf: now() + CLOCK_TOLERANCE_S - 5 })).actor).toBe('ana');
  });
});

describe('a token is refused, and which check failed is not told', () => {
  const many = (count: number): Record<string, string[]> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, []]));
  test.each<[string, () => Claims]>([
    ['that has expired', () => ({ exp: now() - CLOCK_TOLERANCE_S - 5 })],
    ['that never expires', () => ({ exp: undefined })],
    ['whose expiry is no number', () => ({ exp: '2099-01-01' })],
    ['that is not valid yet', () => ({ nbf: now() + CLOCK_TOLERANCE_S + 5 })],
    ['of another issuer', () => ({ iss: 'https://login.example.test' })],
    ['of no issuer', () => ({ iss: undefined })],
    ['for another audience', () => ({ aud: 'seatledger.example.evil' })],
    ['for no audience', () => ({ aud: undefined })],
    ['without a subject', () => ({ sub: undefined })],
    ['whose subject is empty', () => ({ sub: '' })],
    ['whose subject is no text', () => ({ sub: 7 })],
    ['whose subject is too long', () => ({ sub: 'a'.repeat(ACTOR_LENGTH_MAX + 1) })],
    ['whose subject has half a character', () => ({ sub: 'a\ud800' })],
    ['whose subject moves a cursor', () => ({ sub: 'ana\u001b[2J' })],
    ['whose grants are a list', () => ({ grants: ['licensing.view'] })],
    ['whose grants are null', () => ({ grants: null })],
    ['whose grants are a text', () => ({ grants: '*' })],
    ['whose grants on an account are a text', () => ({ grants: { acme: 'licensing.view' } })],
    ['whose grants are no texts', () => ({ grants: { acme: [{ grant: 'licensing.view' }] } })],
    ['with grants on what is no account id', () => ({ grants: { 'acme/..': ['licensing.view'] } })],
    ['with grants on too many accounts', () => ({ grants: many(ACCOUNTS_PER_TOKEN_MAX + 1) })],
    [
      'with too many grants',
      () => ({ grants: { acme: Array.from({ length: GRANTS_PER_ACCOUNT_MAX + 1 }, () => 'x') } }),
    ],
  ])('one %s', async (_, claims) => {
    const error = await given(claims()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unauthenticated);
    expect(error).toEqual(new Unauthenticated('invalid-token'));
    expect(error).toMatchObject(INVALID);
  });

  test('one that was changed after it was signed', async () => {
    const [header, , signature] = (await issuer.token()).split('.');
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'root', exp: now() + 60, grants: { '*': ['audit.read'] } };
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await expect(bearer(`${header}.${payload}.${signature}`)).rejects.toMatchObject(INVALID);
  });

  test('one that another key has signed under the same id', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const forged = new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'ana', exp: now() + 60 });
    const token = await forged.setProtectedHeader({ alg: 'ES256', kid: 'first' }).sign(privateKey);
    await expect(bearer(token)).rejects.toMatchObject(INVALID);
  });

  test('one longer than a token may be, however right', async () => {
    const fits = await issuer.token({ note: 'a'.repeat(2_000) });
    expect((await bearer(fits)).actor).toBe('ana');
    const token = await issuer.token({ note: 'a'.repeat(TOKEN_LENGTH_MAX) });
    await expect(bearer(token)).rejects.toMatchObject(INVALID);
  });

  test.each(['', 'Bearer', 'Bearer ', 'Bearer a', 'Bearer a.b', 'Bearer a.b.c', 'Bearer a.b.c.d.e', 'Bearer é.é.é'])(
    'the header %j',
    async (header) => {
      await expect(verifier.verify(header)).rejects.toBeInstanceOf(Unauthenticated);
    },
  );

  test('whatever bytes come as a token', async () => {
    const part = fc.oneof(
      fc.string().map((text) => Buffer.from(text).toString('base64url')),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
      fc
        .record({ alg: fc.constantFrom('none', 'HS256', 'ES256', 'RS256', 'ES256K', '', 7), kid: fc.anything() })
        .map((header) => Buffer.from(JSON.stringify(header)).toString('base64url')),
    );
    const header = fc.oneof(
      fc.tuple(part, part, part).map((parts) => `Bearer ${parts.join('.')}`),
      fc.string().map((text) => `Bearer ${text}`),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(header, async (text) => {
        await expect(verifier.verify(text)).rejects.toBeInstanceOf(Unauthenticated);
      }),
      runs(200),
    );
  });
});

test('without a token, or with another scheme, there is no error to tell but that one is needed (RFC 6750 §3)', async () => {
  for (const header of [undefined, '', 'Basic YTpi', 'BearerToken x']) {
    await expect(verifier.verify(header)).rejects.toMatchObject({ challenge: 'Bearer realm="seatledger"' });
  }
});

describe('algorithms are those of the key', () => {
  const claims = () => ({ sub: 'ana', exp: now() + 60, grants: { '*': ['audit.read'] } });
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  async function withPublicKey(pem: string): Promise<Verifier> {
    const file = join(directory, 'public.pem');
    await writeFile(file, pem);
    return verifierFor({ keys: { kind: 'public-key', file } });
  }

  test('one that says it needs no signature is refused', async () => {
    const pem = await exportSPKI((await generateKeyPair('ES256')).publicKey);
    const byKey = await withPublicKey(pem);
    for (const alg of ['none', 'None', 'NONE']) {
      const unsigned = `${encoded({ alg })}.${encoded(claims())}.`;
      await expect(bearer(unsigned, byKey)).rejects.toMatchObject(INVALID);
      await expect(bearer(`${unsigned}AA`, byKey)).rejects.toMatchObject(INVALID);
      await expect(bearer(`${unsigned}AA`)).rejects.toMatchObject(INVALID);
    }
  });

  test('a public key is never taken for a shared secret', async () => {
    const pem = await exportSPKI((await generateKeyPair('RS256')).publicKey);
    const der = createPublicKey(pem).export({ type: 'spki', format: 'der' });
    const byKey = await withPublicKey(pem);
    const signed = `${encoded({ alg: 'HS256' })}.${encoded(claims())}`;
    for (const secret of [pem, pem.trim(), der]) {
      const signature = createHmac('sha256', secret).update(signed).digest('base64url');
      await expect(bearer(`${signed}.${signature}`, byKey)).rejects.toMatchObject(INVALID);
    }
  });

  test.each(['RS256', 'PS384', 'ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA'])(
    '%s checks what it has signed',
    async (alg) => {
      const { privateKey, publicKey } = await generateKeyPair(alg);
      const byKey = await withPublicKey(await exportSPKI(publicKey));
      const token = await new SignJWT(claims()).setProtectedHeader({ alg }).sign(privateKey);
      expect(await bearer(token, byKey)).toMatchObject({ actor: 'ana', accounts: '*' });
      const other = await new SignJWT(claims())
        .setProtectedHeader({ alg })
        .sign((await generateKeyPair(alg)).privateKey);
      await expect(bearer(other, byKey)).rejects.toMatchObject(INVALID);
    },
  );
});

test("a ledger's own keys accept what is minted with them, and nothing that another ledger's have minted", async () => {
  const here = join(directory, 'here', 'keys');
  const minting = {
    actor: 'ana',
    grants: { acme: ['licensing.view'] },
    issuedAt: new Date(),
    expiresAt: new Date(Date.now() + 60_000),
  } as const;
  const byOwn = await verifierFor({ keys: { kind: 'generated', directory: here } });
  const principal = await bearer(await mint(await ownKeys(here), minting), byOwn);
  expect(principal).toMatchObject({ actor: 'ana', accounts: ['acme'] });
  const foreign = await mint(await ownKeys(join(directory, 'there', 'keys')), minting);
  await expect(bearer(foreign, byOwn)).rejects.toMatchObject(INVALID);
});
