/** Which files hold a public key that tokens can be checked with. */
import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyUnusable } from '#access/keys.js';
import { publicKeyOf } from './public-key.js';

let directory: string;
beforeAll(async () => (directory = await mkdtemp(join(tmpdir(), 'seatledger-public-key-'))));
afterAll(() => rm(directory, { recursive: true }));

async function read(text: string): Promise<readonly string[]> {
  const file = join(directory, 'key');
  await writeFile(file, text);
  return (await publicKeyOf(file)).algorithms;
}

const pem = (key: KeyObject): string => key.export({ type: key.type === 'public' ? 'spki' : 'pkcs8', format: 'pem' });
const jwk = (key: KeyObject): string => JSON.stringify(key.export({ format: 'jwk' }), undefined, 2);

const ed25519 = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const curve = (namedCurve: string): KeyObject => generateKeyPairSync('ec', { namedCurve }).publicKey;

test.each([
  ['Ed25519', ed25519.publicKey, ['EdDSA', 'Ed25519']],
  ['P-256', curve('P-256'), ['ES256']],
  ['P-384', curve('P-384'), ['ES384']],
  ['P-521', curve('P-521'), ['ES512']],
  ['RSA', rsa.publicKey, ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']],
])('a public key of %s, in PEM or as a JWK, checks its own algorithms only', async (_, key, algorithms) => {
  expect(await read(pem(key))).toEqual(algorithms);
  expect(await read(` ${jwk(key)}\n`)).toEqual(algorithms);
});

test.each([
  ['a private key in PEM', pem(ed25519.privateKey)],
  ['a private key as a JWK', jwk(ed25519.privateKey)],
  ['a private key of RSA', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' })],
  ['a public key with the private one below', pem(ed25519.publicKey) + pem(ed25519.privateKey)],
  ['a secret', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' })],
])('%s is refused: it would mint tokens', async (_, text) => {
  await expect(read(text)).rejects.toThrow(/mints tokens/);
});

test.each([
  ['a short RSA key', pem(generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey)],
  ['a key that signs nothing', pem(generateKeyPairSync('x25519').publicKey)],
  ['a curve that tokens are not signed with', pem(curve('secp256k1'))],
  ['half a JWK', '{"kty": "OKP"'],
  ['a set of keys', JSON.stringify({ keys: [ed25519.publicKey.export({ format: 'jwk' })] })],
  ['nothing', ''],
  ['something else', 'ssh-ed25519 AAAA'],
])('%s is refused, and what is expected is told', async (_, text) => {
  await expect(read(text)).rejects.toThrow(/expected a public key for signatures in PEM/);
});

test('a file that is not there is named', async () => {
  const missing = publicKeyOf(join(directory, 'missing.pem'));
  await expect(missing).rejects.toThrow(KeyUnusable);
  await expect(missing).rejects.toThrow(/missing\.pem cannot be read/);
});
