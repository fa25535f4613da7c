/** A ledger that has moved house answers what it answered before, wherever its events are in the new log. */
import * as fc from 'fast-check';
import { memoryLog } from '#event-log/memory.js';
import type { EventLog, NewEvent } from '#event-log/port.js';
import { compareAnswers, type Compared } from '#application/copying/answers.js';
import { type Moment, momentOf } from '#application/copying/bounds.js';
import { carryOver } from '#application/copying/copying.js';
import { randomFrom } from '#application/copying/random.js';
import { scopeOf } from '#application/copying/scope.js';
import { gapped } from '../support/gapped.js';
import { BROAD, type History, NARROW, histories } from '../support/histories.js';
import { type Ledger, newLedger } from '../support/ledger.js';
import { live } from '../support/living.js';
import { runs } from '../support/runs.js';

const BOUNDS_COUNT = 6;
const DAY_MS = 86_400_000;

async function inTwoPlaces<T>(history: History, use: (source: Ledger, target: Ledger) => Promise<T>): Promise<T> {
  const source = await newLedger(history);
  const target = await newLedger({ ...history, log: gapped(memoryLog()) });
  try {
    await live(source, { ...history, steps: history.steps.map((step) => ({ ...step, asked: [] })), asked: [] });
    target.clock.moveTo(source.clock.now());
    return await use(source, target);
  } finally {
    await source.engine.close();
    await target.engine.close();
  }
}

async function compared(source: Ledger, target: Ledger, copy: EventLog = target.log): Promise<Compared> {
  const moments: Moment[] = [];
  const carried = await carryOver(
    { source: source.log, target: copy },
    { onEvent: (event, ordinal) => moments.push(momentOf(event, ordinal)), onProgress: () => {} },
  );
  expect(carried.difference).toBeUndefined();
  const end = source.clock.now();
  const { ordinals } = carried.compared;
  const engines = { source: source.engine, target: target.engine };
  const plan = { scope: await scopeOf(source.engine, end), end, ordinals, boundsCount: BOUNDS_COUNT, moments };
  return compareAnswers(engines, { ...plan, random: randomFrom(moments.length), onProgress: () => {} });
}

test.each([
  ['several accounts and every kind of product', { pool: BROAD, least: 20, most: 40, questions: 0 }, 2],
  ['two users whose timelines fill many pages', { pool: NARROW, least: 60, most: 120, questions: 0 }, 1],
] as const)(
  'every answer at the end and at random bounds is that of the ledger it was copied from: %s',
  async (_, size, few) => {
    const property = fc.asyncProperty(histories(size), (history) =>
      inTwoPlaces(history, async (source, target) => {
        const { answers, difference } = await compared(source, target);
        expect(difference).toBeUndefined();
        expect(answers).toBeGreaterThan(100);
      }),
    );
    await fc.assert(property, runs(few));
  },
  3_600_000,
);

test('a read model of one event that is not as the log has it is found out', async () => {
  const [history] = fc.sample(histories({ pool: BROAD, least: 20, most: 20, questions: 0 }), { numRuns: 1, seed: 5 });
  await inTwoPlaces(history!, async (source, target) => {
    const forge = (event: NewEvent): NewEvent => {
      const effectiveAt = (event.metadata.effectiveAt - DAY_MS) as typeof event.metadata.effectiveAt;
      return event.type === 'AccountOpened' ? { ...event, metadata: { ...event.metadata, effectiveAt } } : event;
    };
    // The engine reads what it is told at once; the log that is compared afterwards is as it should be.
    const honest = gapped(memoryLog());
    const both: EventLog = {
      ...honest,
      async append(stream, expectedRevision, events) {
        await target.log.append(stream, expectedRevision, events.map(forge));
        return honest.append(stream, expectedRevision, events);
      },
    };
    const { difference } = await compared(source, target, both);
    expect(difference).toMatchObject({ answer: 'accounts', key: 'accounts[0].openedAt', targetPosition: undefined });
  });
});
