/** Every answer of SPEC §4 on random histories, against the brute-force fold of SPEC §1. */
import * as fc from 'fast-check';
import { BROAD, CROWDED, NARROW, histories } from '../support/histories.js';
import { newLedger } from '../support/ledger.js';
import { live } from '../support/living.js';
import { logsForTests, onEveryLog } from '../support/logs.js';
import { runs } from '../support/runs.js';

const SIZES = [
  ['several accounts and every kind of product', { pool: BROAD, least: 30, most: 160, questions: 40 }, 40],
  ['two users whose timelines fill many pages', { pool: NARROW, least: 150, most: 500, questions: 40 }, 10],
  ['commands that name many users', { pool: CROWDED, least: 10, most: 60, questions: 40 }, 15],
] as const;

const newLog = logsForTests();

test.each(onEveryLog(SIZES))(
  '%s, at any bounds an answer is the fold of the events within them, and stays so: %s',
  async (place, _, size, few) => {
    const property = fc.asyncProperty(histories(size), async (history) => {
      const ledger = await newLedger({ ...history, log: await newLog(place) });
      try {
        await live(ledger, history);
      } finally {
        await ledger.engine.close();
      }
    });
    await fc.assert(property, runs(few, place));
  },
  3_600_000,
);
