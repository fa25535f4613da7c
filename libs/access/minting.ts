/** Tokens that a ledger's own key pair signs, for whoever works on this machine. */
import { SignJWT } from 'jose';
import type { Grant } from './grants.js';
import type { OwnKeys } from './keys.js';

/** Who issues them and whom they are for: a service with its own keys accepts no others. */
export const OWN_ISSUER = 'seatledger';
export const OWN_AUDIENCE = 'seatledger';
export const OWN_ALGORITHM = 'EdDSA';
export const GRANTS_CLAIM = 'grants';

export interface Minting {
  readonly actor: string;
  /** By account, or `*`. */
  readonly grants: Readonly<Record<string, readonly Grant[]>>;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

export function mint({ privateKey }: OwnKeys, { actor, grants, issuedAt, expiresAt }: Minting): Promise<string> {
  return new SignJWT({ [GRANTS_CLAIM]: grants })
    .setProtectedHeader({ alg: OWN_ALGORITHM, typ: 'JWT' })
    .setIssuer(OWN_ISSUER)
    .setAudience(OWN_AUDIENCE)
    .setSubject(actor)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(privateKey);
}
