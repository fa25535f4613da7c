import { setTimeout as sleep } from 'node:timers/promises';
import { NEVER, Observable } from 'rxjs';
import type { ChangesOptions } from '#application/changes.js';
import { Refusal } from '#kernel/refusal.js';
import type { Story } from '#projections/history/history.js';
import { WAITING_BYTES_MAX, streamOf } from './stream.js';

import.meta.jest.setTimeout(30_000);

const SHORT = { heartbeatMs: 20, stalledMsMax: 200 };
const LONG = { heartbeatMs: 60_000, stalledMsMax: 60_000 };
const STORY_BYTES = 1_000;

function story(position: number): Story {
  const at = '2026-01-05T10:00:00.000Z';
  const data = { name: 'n'.repeat(STORY_BYTES) };
  return { position, type: 'UserRegistered', effectiveAt: at, recordedAt: at, actor: 'a', reason: null, data };
}

/** One story whenever more can be taken, for ever. */
function endless(told: { count: number; isLeft: boolean }) {
  return ({ ready }: ChangesOptions): Observable<Story> =>
    new Observable((subscriber) => {
      const tell = async (): Promise<void> => {
        while (!subscriber.closed) {
          await ready!();
          subscriber.next(story((told.count += 1)));
          await sleep(0);
        }
      };
      void tell();
      return () => (told.isLeft = true);
    });
}

/** Nothing but that it has begun. */
const quiet = ({ ready }: ChangesOptions): Observable<Story> => {
  void ready!();
  return NEVER;
};

test('a reader who takes nothing is left after a while, with a bounded number of events waiting for it', async () => {
  const told = { count: 0, isLeft: false };
  const { body } = await streamOf(endless(told), SHORT);
  await new Promise((resolve) => body.once('close', resolve));
  expect(told.isLeft).toBe(true);
  expect(told.count).toBeGreaterThan(100);
  expect(told.count * STORY_BYTES).toBeLessThan(WAITING_BYTES_MAX + 2 * STORY_BYTES);
});

test('a reader who takes what comes, however slowly, is told all of it in order', async () => {
  const told = { count: 0, isLeft: false };
  const stream = await streamOf(endless(told), { ...LONG, stalledMsMax: 1_000 });
  let text = '';
  let chunks = 0;
  for await (const chunk of stream.body) {
    text += String(chunk);
    if (text.length > 4 * WAITING_BYTES_MAX) stream.end();
    // Pauses in which all that may wait for it comes to wait.
    if ((chunks += 1) % 200 === 0) await sleep(400);
  }
  const positions = [...text.matchAll(/^id: (\d+)$/gm)].map(([, position]) => Number(position));
  expect(positions.length).toBeGreaterThan(500);
  expect(positions).toEqual(positions.map((_, index) => index + 1));
});

test('where nothing changes a comment comes now and then', async () => {
  const stream = await streamOf(quiet, SHORT);
  let text = '';
  for await (const chunk of stream.body) {
    text += String(chunk);
    if (text.endsWith(':\n\n:\n\n')) stream.end();
  }
  expect(text).toBe('retry: 1000\n\n:\n\n:\n\n');
});

test('what cannot be followed is no stream at all', async () => {
  const refused = new Refusal('account-not-found', 'there is no account x');
  await expect(streamOf(() => new Observable((subscriber) => subscriber.error(refused)), LONG)).rejects.toBe(refused);
});
