/** Where a service may listen: with the key pair that this machine has made for itself, on this machine only. */
import { BlockList, isIP } from 'node:net';
import { KeyUnusable } from '#access/keys.js';
import type { TokenKeys } from './token-keys.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * @returns what is to be said loudly, where there is something
 * @throws KeyUnusable
 */
export function assertMayListen(host: string, keys: TokenKeys): string | undefined {
  if (keys.kind !== 'generated') return undefined;
  if (!isLoopback(host)) {
    throw new KeyUnusable(
      `the service does not listen on ${host} with keys that it has made itself: bring real ones with SEATLEDGER_JWKS_URL (a provider's) or SEATLEDGER_JWT_PUBLIC_KEY (a file), or listen on 127.0.0.1`,
    );
  }
  return [
    `No keys are configured: tokens are checked with a key pair of this machine's own, in ${keys.directory}.`,
    'Whoever can read that directory can do anything here; nobody outside this machine can ask.',
    '"seatledger token" mints a token.',
  ].join('\n');
}

/** @param host a name or an address, in brackets or not */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const version = isIP(address);
  if (version === 0) return address === 'localhost';
  return LOOPBACK.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
