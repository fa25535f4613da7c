/** The service for tests: over real HTTP on a port of its own, with tokens of a key pair of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grant } from '#access/grants.js';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { type StandingClock, standingClock } from '#application/clock.js';
import { openChanges } from '#application/changes.js';
import { type Engine, openEngine } from '#application/engine.js';
import { memoryLog } from '#event-log/memory.js';
import type { EventLog } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import type { Instant } from '#kernel/instant.js';
import { IN_MEMORY, type Store, openStore } from '#read-model/store.js';
import { createApp } from '../../../apps/api/app.js';
import { verifierFor } from '../../../apps/api/auth/bearer.js';
import { type Operations, unattended } from '../../../apps/api/operations.js';
import { type Route, Routes } from '../../../apps/api/auth/routes.js';

export interface TestService {
  readonly url: string;
  readonly engine: Engine;
  readonly log: EventLog;
  readonly store: Store;
  readonly clock: StandingClock;
  /** Every route that its controllers declare. */
  readonly routes: readonly Route[];
  /** All that it serves, as the server itself draws it. */
  readonly drawnRoutes: string;
  /** How often a request was lent the ledger. */
  lent(): number;
  /** A token of an actor with grants by account. */
  token(grants: Readonly<Record<string, readonly Grant[]>>, actor?: string): Promise<string>;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** On a ledger in memory whose clock stands where it is put. */
export function serveInMemory(
  clock = standingClock(Date.parse('2026-03-10T09:00:00Z') as Instant),
  operations: Operations = unattended(),
): Promise<TestService> {
  return serveOn(() => ({ log: memoryLog(), store: openStore(IN_MEMORY) }), clock, operations);
}

/** On files, as the embedded ledger is. */
export function serveOnFiles(clock: StandingClock): Promise<TestService> {
  return serveOn((directory) => {
    const log = openSqliteLog(join(directory, 'ledger.db'), { create: true });
    return { log, store: openStore(join(directory, 'read-model.db')) };
  }, clock);
}

async function serveOn(
  open: (directory: string) => { readonly log: EventLog; readonly store: Store },
  clock: StandingClock,
  operations: Operations = unattended(),
): Promise<TestService> {
  const directory = mkdtempSync(join(tmpdir(), 'seatledger-api-'));
  const { log, store } = open(directory);
  const engine = await openEngine({ log, store, clock });
  const changes = openChanges(log, (work) => work({ engine, log, store, isCurrent: () => true }));
  let reading: Promise<void> = Promise.resolve();
  const leave = log.subscribe(() => {
    reading = engine.sync().then(() => changes.ring());
  });
  const verifier = await verifierFor({ keys: { kind: 'generated', directory } });
  let lent = 0;
  const app = await createApp({
    ledger: {
      use(work) {
        lent += 1;
        return work(engine);
      },
      changes(...asked) {
        lent += 1;
        return changes.of(...asked);
      },
    },
    verifier,
    operations,
  });
  await app.listen(0, '127.0.0.1');
  return {
    url: await app.getUrl(),
    engine,
    log,
    store,
    clock,
    routes: app.get(Routes, { strict: false }).all(),
    drawnRoutes: app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }),
    lent: () => lent,
    token: async (grants, actor = 'tester') =>
      mint(await ownKeys(directory), {
        actor,
        grants,
        issuedAt: new Date(),
        expiresAt: new Date(Date.now() + HOUR_MS),
      }),
    async close() {
      await app.close();
      leave();
      await reading;
      changes.close();
      await engine.close();
      rmSync(directory, { recursive: true });
    },
  };
}
