/** The read model is a function of the log: however it was read, in whatever parts, by whichever process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openEngine } from '#application/engine.js';
import { type EventLog, type Mark, ORIGIN, type StoredEvent } from '#event-log/port.js';
import { openStore, type Store } from '#read-model/store.js';
import { BROAD, CROWDED, NARROW, histories } from '../support/histories.js';
import { newLedger } from '../support/ledger.js';
import { live } from '../support/living.js';
import { logsForTests, onEveryLog } from '../support/logs.js';
import { type Row, differing, rowsOf } from '../support/rows.js';
import { runs } from '../support/runs.js';

const SIZES = [
  ['several accounts and every kind of product', { pool: BROAD, least: 30, most: 160, questions: 0 }, 8],
  ['two users whose timelines fill many pages', { pool: NARROW, least: 150, most: 500, questions: 0 }, 4],
  ['commands that name many users', { pool: CROWDED, least: 10, most: 60, questions: 0 }, 12],
] as const;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-rebuild-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

async function storedIn(log: EventLog, after = ORIGIN): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of log.readAll(after)) events.push(...page);
  return events;
}

/** A log that hands its events over in pages of these sizes, over and over, as it was when it ended at `until`. */
function inPages(log: EventLog, sizes: readonly number[], until = Number.MAX_SAFE_INTEGER): EventLog {
  async function* readAll(after: Mark): AsyncGenerator<readonly StoredEvent[]> {
    const events = (await storedIn(log, after)).filter(({ position }) => position <= until);
    for (let from = 0, page = 0; from < events.length; page += 1) {
      const to = from + sizes[page % sizes.length]!;
      yield events.slice(from, to);
      from = to;
    }
  }
  const head = async (): Promise<number> => Math.min(await log.head(), until);
  return { ...log, readAll, head, close: async () => {} };
}

/** Where a log may end: an append is there as a whole or not at all. */
function endsOfAppends(events: readonly StoredEvent[]): number[] {
  const isLast = (event: StoredEvent, index: number): boolean =>
    events[index + 1]?.metadata.commandId !== event.metadata.commandId;
  return events.filter(isLast).map(({ position }) => position);
}

/** The rows of a store once an engine has read the log into it. */
async function filed(log: EventLog, store: Store): Promise<Row[]> {
  const engine = await openEngine({ log, store });
  await engine.sync();
  const rows = rowsOf(store);
  await engine.close();
  return rows;
}

const newLog = logsForTests();

const SENTENCE =
  '%s, filed as it happened, anew at once, in any parts or by two engines in turn, the rows are the same: %s';

test.each(onEveryLog(SIZES))(
  SENTENCE,
  async (place, _, size, few) => {
    const parts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(histories(size), parts, fc.nat(), async (history, sizes, cut) => {
      const log = await newLog(place);
      const ledger = await newLedger({ ...history, log });
      try {
        await live(ledger, history);
        await ledger.engine.sync();
        const lived = rowsOf(ledger.store);
        expect(differing(lived, await filed(inPages(log, [1_000_000]), openStore(':memory:')))).toEqual([]);
        expect(differing(lived, await filed(inPages(log, sizes), openStore(':memory:')))).toEqual([]);

        const file = join(directory, `${(files += 1)}`);
        const ends = endsOfAppends(await storedIn(log));
        await filed(inPages(log, sizes, ends[cut % ends.length]), openStore(file));
        expect(differing(lived, await filed(inPages(log, [1_000_000]), openStore(file)))).toEqual([]);
      } finally {
        await ledger.engine.close();
      }
    });
    await fc.assert(property, runs(few, place));
  },
  3_600_000,
);
