/** A public key from a file, and the algorithms that it can check: PEM as `openssl pkey -pubout` prints it, or a JWK. */
import { type KeyObject, createPublicKey, type webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { KeyUnusable } from '#access/keys.js';

export interface PublicKey {
  readonly key: KeyObject;
  readonly algorithms: readonly string[];
}

const RSA_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;
const RSA_BITS_MIN = 2_048;
const CURVES: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };
const EXPECTED = `expected a public key for signatures in PEM ("BEGIN PUBLIC KEY") or JWK: Ed25519, P-256, P-384, P-521, or RSA of ${RSA_BITS_MIN} bits or more`;

/** @throws KeyUnusable */
export async function publicKeyOf(file: string): Promise<PublicKey> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new KeyUnusable(`the public key ${file} cannot be read: ${error.message}`);
  });
  if (isPrivate(text)) {
    throw new KeyUnusable(
      `${file} holds a private or secret key, with which anybody who reads it mints tokens: ${EXPECTED}`,
    );
  }
  const key = parsed(text);
  const algorithms = key && algorithmsOf(key);
  if (!key || !algorithms) throw new KeyUnusable(`${file}: ${EXPECTED}`);
  return { key, algorithms };
}

function algorithmsOf({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): readonly string[] | undefined {
  const { namedCurve = '', modulusLength = 0 } = asymmetricKeyDetails;
  if (asymmetricKeyType === 'ed25519') return ['EdDSA', 'Ed25519'];
  if (asymmetricKeyType === 'rsa') return modulusLength >= RSA_BITS_MIN ? RSA_ALGORITHMS : undefined;
  const algorithm = asymmetricKeyType === 'ec' ? CURVES[namedCurve] : undefined;
  return algorithm === undefined ? undefined : [algorithm];
}

function parsed(text: string): KeyObject | undefined {
  try {
    const jwk = jwkOf(text);
    return jwk ? createPublicKey({ key: jwk, format: 'jwk' }) : createPublicKey(text);
  } catch {
    return undefined;
  }
}

/** Of a private key Node would make the public one in silence. */
function isPrivate(text: string): boolean {
  const jwk = jwkOf(text);
  return jwk ? 'd' in jwk || 'k' in jwk : /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
}

function jwkOf(text: string): webcrypto.JsonWebKey | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as webcrypto.JsonWebKey;
  } catch {
    return undefined;
  }
}
