/** A small OpenID Connect provider on this machine: it serves the keys that its tokens are signed with, as well as it is told to. */
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  type GenerateKeyPairAlgorithm,
  type JWK,
  type JWTPayload,
  SignJWT,
  exportJWK,
  generateKeyPair,
} from 'jose';

export const ISSUER = 'https://login.example.test/';
export const AUDIENCE = 'seatledger.example';

export interface Claims {
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly sub?: unknown;
  readonly nbf?: unknown;
  readonly exp?: unknown;
  readonly [claim: string]: unknown;
}

export interface Issuer {
  readonly jwksUrl: string;
  /** How often its keys were asked for. */
  readonly asked: number;
  /** From now on tokens are signed with a new key, which it serves alone. */
  rotate(kid: string, algorithm?: GenerateKeyPairAlgorithm): Promise<void>;
  /** A token that is fine but for what is said; `undefined` leaves a claim out. */
  token(claims?: Claims, header?: { readonly kid?: string }): Promise<string>;
  /** What it answers from now on, in place of its keys. */
  answers(answer: 'keys' | 'nothing' | { readonly status: number; readonly body: string }): void;
  close(): Promise<void>;
}

const HOUR_S = 3_600;

export async function startIssuer(): Promise<Issuer> {
  let signing: { readonly kid: string; readonly alg: string; readonly privateKey: CryptoKey };
  let jwk: JWK = {};
  let answer: Parameters<Issuer['answers']>[0] = 'keys';
  let asked = 0;

  const server: Server = createServer((_, response) => {
    asked += 1;
    if (answer === 'nothing') return;
    const { status, body } = answer === 'keys' ? { status: 200, body: JSON.stringify({ keys: [jwk] }) } : answer;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const issuer: Issuer = {
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    get asked() {
      return asked;
    },
    async rotate(kid, algorithm = 'ES256') {
      const { privateKey, publicKey } = await generateKeyPair(algorithm);
      signing = { kid, alg: algorithm, privateKey };
      jwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' };
    },
    token(claims = {}, header = {}) {
      const now = Math.floor(Date.now() / 1_000);
      const fine = { iss: ISSUER, aud: AUDIENCE, sub: 'ana', exp: now + HOUR_S, grants: { acme: ['licensing.view'] } };
      // Wrong claims are what it is for.
      return new SignJWT({ ...fine, ...claims } as JWTPayload)
        .setProtectedHeader({ alg: signing.alg, kid: signing.kid, ...header })
        .sign(signing.privateKey);
    },
    answers: (next) => (answer = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await issuer.rotate('first');
  return issuer;
}
