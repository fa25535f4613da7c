/** Whose signature on a token is trusted: a provider's, a public key's owner's, or this machine's own. */
import { ownKeys } from '#access/keys.js';
import { OWN_ALGORITHM, OWN_AUDIENCE, OWN_ISSUER } from '#access/minting.js';
import { providerKeys } from './provider-keys.js';
import { publicKeyOf } from './public-key.js';
import type { CheckingKeys, TokenKeys } from './token-keys.js';

export interface TrustedKeys extends CheckingKeys {
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
}

/** @throws KeyUnusable */
export async function trustedKeys(keys: TokenKeys): Promise<TrustedKeys> {
  switch (keys.kind) {
    case 'provider':
      return { ...providerKeys(keys.jwksUrl, keys.patience), issuer: keys.issuer, audience: keys.audience };
    case 'public-key': {
      const { key, algorithms } = await publicKeyOf(keys.file);
      return { key: () => key, algorithms, issuer: keys.issuer, audience: keys.audience };
    }
    case 'generated': {
      const { publicKey } = await ownKeys(keys.directory);
      return { key: () => publicKey, algorithms: [OWN_ALGORITHM], issuer: OWN_ISSUER, audience: OWN_AUDIENCE };
    }
    default:
      return keys satisfies never;
  }
}
