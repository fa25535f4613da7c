/** What is told of a subscription that has caught up while its reader is busy. */
import { setImmediate } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { PAGE_EVENTS_MAX } from '#event-log/port.js';
import { pagesOf } from '#event-log/eventstoredb/paging.js';

const SILENCE_MS = 5_000;

test.each([0, 1, PAGE_EVENTS_MAX - 1, PAGE_EVENTS_MAX, PAGE_EVENTS_MAX + 1, 2 * PAGE_EVENTS_MAX + 40])(
  'it ends after all of %d events, though it was told to have caught up before they were taken',
  async (count) => {
    const source = new PassThrough({ objectMode: true, highWaterMark: 10_000 });
    const pages = pagesOf<number>({
      source,
      stop: () => {},
      silenceMs: SILENCE_MS,
      ended: new AbortController().signal,
    });
    const first = pages.next();
    for (let n = 0; n < count; n += 1) source.write(n);
    await setImmediate();
    source.emit('caughtUp');
    const taken: number[] = [];
    for (let page = await first; !page.done; page = await pages.next()) taken.push(...page.value);
    expect(taken).toEqual(Array.from({ length: count }, (_, n) => n));
  },
);
