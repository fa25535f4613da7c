/** A service in a process of its own, for the benchmark: `service.js LEDGER`. It tells where it listens and a token that may do all. */
import { join } from 'node:path';
import { ACCOUNT_GRANTS } from '#access/grants.js';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { serve } from '../../apps/api/service.js';

export interface Listening {
  readonly url: string;
  readonly token: string;
}

const HOUR_MS = 3_600_000;

const location = process.argv[2]!;
const directory = join(location, 'keys');
const service = await serve({
  location,
  create: false,
  host: '127.0.0.1',
  port: 0,
  keys: { kind: 'generated', directory },
});
const issuedAt = new Date();
const token = await mint(await ownKeys(directory), {
  actor: 'bench',
  grants: { '*': [...ACCOUNT_GRANTS] },
  issuedAt,
  expiresAt: new Date(issuedAt.getTime() + HOUR_MS),
});
process.send!({ url: service.url, token } satisfies Listening);
process.once('SIGTERM', () => void service.close().then(() => process.disconnect!()));
