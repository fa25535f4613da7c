/** Which keys a service checks tokens with, as its configuration says, and what such a key is to the check. */
import type { JWTVerifyGetKey } from 'jose';

/** How long a provider is waited for, and how often it is asked. */
export interface Patience {
  /** A request waits for the provider at most that long. */
  readonly answerMs: number;
  /** Tokens that name unknown keys make it asked no more often than that. */
  readonly betweenMs: number;
  /** A key that the provider has withdrawn is trusted that long at most. */
  readonly keptMsMax: number;
  /** A provider that has failed is left alone for a moment: requests fail at once then, not after a wait each. */
  readonly pauseMs: number;
}

export type TokenKeys =
  /** Any OpenID Connect provider. */
  | {
      readonly kind: 'provider';
      readonly jwksUrl: string;
      readonly issuer: string;
      readonly audience: string;
      readonly patience?: Partial<Patience> | undefined;
    }
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
