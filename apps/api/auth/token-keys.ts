/** Which keys a service checks tokens with, as its configuration says, and what such a key is to the check. */
import type { JWTVerifyGetKey } from 'jose';

export type TokenKeys =
  /** Any OpenID Connect provider. */
  | { readonly kind: 'provider'; readonly jwksUrl: string; readonly issuer: string; readonly audience: string }
  /** A file with a public key: PEM (SPKI) or JWK. */
  | {
      readonly kind: 'public-key';
      readonly file: string;
      readonly issuer?: string | undefined;
      readonly audience?: string | undefined;
    }
  /** A pair that is made once in the directory: for this machine only. */
  | { readonly kind: 'generated'; readonly directory: string };

export interface CheckingKeys {
  readonly key: JWTVerifyGetKey;
  /** None of them is symmetric: a public key is never taken for a shared secret, and `none` is no algorithm. */
  readonly algorithms: readonly string[];
}
