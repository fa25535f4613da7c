/** A preview says what the command does at that instant on that log, and does nothing itself (SPEC §3). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openEngine } from '#application/engine.js';
import { openStore } from '#read-model/store.js';
import { foresee } from '../support/foreseeing.js';
import { BROAD, CROWDED, NARROW, histories } from '../support/histories.js';
import { newLedger } from '../support/ledger.js';
import { logsForTests, onEveryLog } from '../support/logs.js';
import { differing, rowsOf } from '../support/rows.js';
import { runs } from '../support/runs.js';

const SIZES = [
  ['several accounts and every kind of product', { pool: BROAD, least: 30, most: 120, questions: 0 }, 4],
  ['two users whose timelines fill many pages', { pool: NARROW, least: 80, most: 200, questions: 0 }, 2],
  ['commands that name many users', { pool: CROWDED, least: 10, most: 40, questions: 0 }, 2],
] as const;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-preview-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

const newLog = logsForTests();

/** On a server, where every read is a round trip, the first only: what is foreseen is not the log's affair. */
const CASES = onEveryLog(SIZES).filter(([place, name]) => place === 'in memory' || name === SIZES[0][0]);

test.each(CASES)(
  '%s, a command does what its preview said, and previews leave the read model as if there had been none: %s',
  async (place, _, size, few) => {
    const property = fc.asyncProperty(histories(size), fc.boolean(), async (history, together) => {
      const log = { ...(await newLog(place)), close: async () => {} };
      const file = together ? join(directory, `${(files += 1)}.db`) : ':memory:';
      const ledger = await newLedger({ ...history, log, store: openStore(file) });
      const { clock } = ledger;
      const other = together ? await openEngine({ log, store: openStore(file), clock }) : ledger.engine;
      const rebuilt = await newLedger({ ...history, log });
      try {
        await foresee(ledger, other, history);
        await ledger.engine.sync();
        await rebuilt.engine.sync();
        expect(differing(rowsOf(ledger.store), rowsOf(rebuilt.store))).toEqual([]);
      } finally {
        for (const engine of new Set([ledger.engine, other, rebuilt.engine])) await engine.close();
      }
    });
    await fc.assert(property, runs(few, place));
  },
  3_600_000,
);
