import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '#application/engine.js';
import { type KeepOptions, type KeptLedger, keepLedger } from '#application/keeping.js';
import { openLedger, rebuildLedger } from '#application/ledger.js';
import { DamagedLog, NO_STREAM } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { newEvents } from '../../test/contract/new-event.js';

let location: string;
let kept: KeptLedger | undefined;

beforeEach(() => (location = join(mkdtempSync(join(tmpdir(), 'seatledger-kept-')), 'ledger')));
afterEach(async () => {
  await kept?.close();
  kept = undefined;
  rmSync(join(location, '..'), { recursive: true });
});

/** Of waits for what is sure to come, unless it is broken. */
const WAIT_MS_MAX = 20_000;
import.meta.jest.setTimeout(2 * WAIT_MS_MAX);

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + WAIT_MS_MAX;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it has not come');
    await sleep(5);
  }
}

async function keep(options: Partial<KeepOptions> = {}): Promise<KeptLedger> {
  return (kept = await keepLedger(location, { create: true, ...options }));
}

const define = (engine: Engine, product: string) =>
  engine.do('DefineProduct', { product, name: product, provisioning: 'assigned' });

const engineOf = (ledger: KeptLedger): Promise<Engine> => ledger.use(async (engine) => engine);

/** What another process would do. */
async function elsewhere(work: (engine: Engine) => Promise<unknown>): Promise<void> {
  const engine = await openLedger(location, { create: true });
  await work(engine);
  await engine.close();
}

test('a ledger that is kept tells each position that it has read, whoever has appended', async () => {
  const positions: number[] = [];
  const ledger = await keep({ onPosition: (position) => positions.push(position) });
  await until(() => positions.length === 1);
  await ledger.use((engine) => define(engine, 'a'));
  await until(() => positions.length === 2);
  await elsewhere((engine) => define(engine, 'b'));
  await until(() => positions.length === 3);
  expect(positions).toEqual([0, 1, 2]);
  await until(() => ledger.state().lagMs === 0);
  expect(ledger.state()).toEqual({ position: 2, lagMs: 0, troubles: [] });
});

test('a phase is started when it is due', async () => {
  const ledger = await keep();
  const startsAt = new Date(Date.now() + 300).toISOString();
  await ledger.use(async (engine) => {
    await define(engine, 'a');
    const phases = [{ phase: 'restricted', region: null, startsAt }];
    await engine.do('AnnounceProgram', { programId: 'x', name: 'X', products: ['a'], phases });
  });
  await until(() => ledger.state().position === 3);
  expect(await ledger.use((engine) => engine.ask('phases', { programId: 'x' }))).toMatchObject({
    phases: [{ startsAt, started: true }],
  });
});

test('work that is under way while a rebuild puts another read model in use finishes on the one it began on', async () => {
  const ledger = await keep();
  await ledger.use((engine) => define(engine, 'a'));
  const rebuilt = Promise.withResolvers<void>();
  const asked = ledger.use(async (engine) => {
    await rebuilt.promise;
    return { engine, answer: await engine.ask('products', {}) };
  });
  const before = await engineOf(ledger);
  await rebuildLedger(location);
  let after = before;
  while (after === before) {
    after = await engineOf(ledger);
    await sleep(5);
  }
  rebuilt.resolve();
  const { engine, answer } = await asked;
  expect(engine).toBe(before);
  expect(answer).toMatchObject({ products: [{ product: 'a' }], position: 1 });
  // Nobody works on it any more, and it is closed.
  await sleep(50);
  await expect(before.ask('products', {})).rejects.toThrow();
  expect(await after.ask('products', {})).toMatchObject({ products: [{ product: 'a' }], position: 1 });
});

test('no question and no command fails while read models are rebuilt one after another', async () => {
  const ledger = await keep();
  await ledger.use((engine) => define(engine, 'p-0'));
  const engines = new Set<Engine>();
  let isOver = false;
  const client = async (name: string): Promise<number> => {
    let defined = 0;
    for (; !isOver; defined += 1) {
      await ledger.use(async (engine) => {
        engines.add(engine);
        await define(engine, `${name}-${defined}`);
        const { products } = (await engine.ask('products', {})) as { products: { product: string }[] };
        expect(products.map(({ product }) => product)).toContain(`${name}-${defined}`);
      });
      await sleep(5);
    }
    return defined;
  };
  const clients = ['q', 'r', 's'].map(client);
  const REBUILDS = 3;
  for (let rebuild = 1; rebuild <= REBUILDS; rebuild += 1) {
    await rebuildLedger(location);
    await until(() => engines.size > rebuild);
  }
  isOver = true;
  const defined = (await Promise.all(clients)).reduce((sum, count) => sum + count, 1);
  expect(await ledger.use((engine) => engine.ask('products', {}))).toMatchObject({ position: defined });
});

test('to close a ledger waits for those at work on it, and lets nobody begin', async () => {
  const ledger = await keep();
  const going = Promise.withResolvers<void>();
  const work = ledger.use(async (engine) => {
    await going.promise;
    return define(engine, 'a');
  });
  const closed = ledger.close();
  await sleep(50);
  await expect(ledger.use(async () => {})).rejects.toThrow('the ledger is closed');
  going.resolve();
  expect(await work).toMatchObject({ position: 1 });
  await closed;
  await ledger.ended;
});

test('what is damaged ends it, and is told as what has ended it', async () => {
  const ledger = await keep();
  const log = openSqliteLog(join(location, 'ledger.db'), { create: false });
  await log.append('account-harbor', NO_STREAM, newEvents(1));
  await log.close();
  await expect(ledger.ended).rejects.toThrow(DamagedLog);
  await expect(ledger.use(async () => {})).rejects.toThrow('the ledger is closed');
});
