/** Appends on EventStoreDB whose answer is lost, late, wrong or a refusal: each is settled by what the server holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AppendTooLarge,
  DamagedLog,
  type EventLog,
  LogUnavailable,
  NO_STREAM,
  type NewEvent,
  OutcomeUnknown,
  RevisionConflict,
} from '#event-log/port.js';
import { asStored, faultyEventStore } from './faulty-eventstore.js';
import { all, labels, newEvent, newEvents } from './new-event.js';
import { soon } from './soon.js';

const on = faultyEventStore();

/** How often events of the log were stored, by id. */
const stored = (): readonly string[] =>
  on.server.log.filter(({ stream }) => stream.startsWith('seatledger/')).map(({ id }) => id);

/** Of a command whose id its caller chose: another process may send the same ids. */
function chosen(event: NewEvent, fingerprint: string, recordedAt = 1_000): NewEvent {
  return { ...event, metadata: { ...event.metadata, fingerprint, recordedAt: recordedAt as never } };
}

describe('an answer that is lost', () => {
  const LOST = ['cut-unstored', 'cut-stored', 'silent-unstored', 'silent-stored'] as const;

  test.each(LOST)('%s: the append is acknowledged, and stored once', async (fault) => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1, 'before'));
    on.server.faults.onNextAppend(fault);
    const events = newEvents(3);
    const appended = await log.append('account-1', 0, events);
    const [, ...rest] = await all(log.readStream('account-1'));
    expect(appended).toEqual({ revision: 3, position: rest.at(-1)!.position });
    expect(rest.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(stored()).toHaveLength(4);
  });

  test.each(LOST)('%s, of the first append to a stream', async (fault) => {
    const log = await on.open();
    on.server.faults.onNextAppend(fault);
    await expect(log.append('account-1', NO_STREAM, newEvents(3))).resolves.toMatchObject({ revision: 2 });
    expect(stored()).toHaveLength(3);
  });

  test('of one append, cut: all that were under way with it are settled, and none is stored twice', async () => {
    // Two hundred in line take their time where the machine is busy, and it is not the waits that are looked at here.
    const log = await on.open({ waits: { answerMs: 15_000, patienceMs: 30_000 } });
    await log.append('account-0', NO_STREAM, newEvents(1));
    on.server.faults.onNextAppend('cut-stored');
    const streams = Array.from({ length: 200 }, (_, n) => `account-${n + 1}`);
    const appended = await Promise.all(streams.map((stream) => log.append(stream, NO_STREAM, newEvents(2, stream))));
    expect(appended.every(({ revision }) => revision === 1)).toBe(true);
    expect(new Set(stored()).size).toBe(401);
    expect(stored()).toHaveLength(401);
  });

  test('of foretold appends to one stream, cut in the middle: all succeed, each at its revision', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    const appends = Array.from({ length: 50 }, (_, n) => {
      if (n === 20) on.server.faults.onNextAppend('cut-stored', 'cut-unstored');
      return log.append('account-1', n, [newEvent(n)]);
    });
    await Promise.all(appends);
    expect((await labels(log, 'account-1')).slice(1)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect(stored()).toHaveLength(51);
  });

  test('while another process took the revision: RevisionConflict, and nothing is stored in part', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.onNextAppend('cut-unstored');
    const appended = log.append('account-1', 0, newEvents(3, 'mine'));
    appended.catch(() => {});
    await soon(() => on.server.faults.link.connections === 0);
    on.server.inject('seatledger/account-1', [asStored(newEvent('theirs'))]);
    await expect(appended).rejects.toMatchObject({ name: 'RevisionConflict', expectedRevision: 0, actualRevision: 1 });
    expect(await labels(log, 'account-1')).toEqual(['0', 'theirs']);
  });

  test('by a server that is started again meanwhile, on its file', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'seatledger-restart-'));
    const file = join(directory, 'events.jsonl');
    const first = await on.start({ file });
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    for (const fault of ['silent-stored', 'silent-unstored'] as const) {
      const revision = stored().length - 1;
      on.server.faults.onNextAppend(fault);
      const appended = log.append('account-1', revision, newEvents(2, fault));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await on.stop();
      await on.start({ file, port: first.port });
      await expect(appended).resolves.toMatchObject({ revision: revision + 2 });
    }
    expect(stored()).toHaveLength(5);
    expect(new Set(stored()).size).toBe(5);
    await log.close();
    rmSync(directory, { recursive: true });
  });

  test('by a leader that does not lead any more, of an append that it stored: no conflict with itself', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.onNextAppend('silent-stored');
    const lost = log.append('account-1', 0, newEvents(2));
    await soon(() => stored().length === 3);
    // The refusal of the other one ends the call that both share; the leader that it names is the same server, in a moment.
    on.server.faults.leader = on.server;
    setTimeout(() => (on.server.faults.leader = undefined), 200);
    const refused = log.append('account-2', NO_STREAM, newEvents(1));
    await expect(lost).resolves.toMatchObject({ revision: 2 });
    await expect(refused).resolves.toMatchObject({ revision: 0 });
    expect(stored()).toHaveLength(4);
  });

  test.each([
    ['a server that starts', () => (on.server.faults.notReady = true), (log: EventLog) => log.head()],
    [
      'one that does not lead',
      () => (on.server.faults.leader = on.server),
      (log: EventLog) => log.append('account-2', NO_STREAM, newEvents(1)),
    ],
  ])('that %s refuses from then on: OutcomeUnknown, and not that nothing was done', async (_, refuse, call) => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.onNextAppend('silent-stored');
    const lost = log.append('account-1', 0, newEvents(2));
    lost.catch(() => {});
    await soon(() => stored().length === 3);
    refuse();
    await expect(call(log)).rejects.toBeInstanceOf(LogUnavailable);
    await expect(lost).rejects.toBeInstanceOf(OutcomeUnknown);
  });

  test('that cannot be settled: OutcomeUnknown within the bounds, and the same append again settles it', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.onNextAppend('cut-stored');
    const events = newEvents(2);
    const began = performance.now();
    const unsettled = log.append('account-1', 0, events);
    unsettled.catch(() => {});
    await soon(() => stored().length === 3);
    on.server.faults.link.refuse(true);
    await expect(unsettled).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(unsettled).rejects.toThrow('a command with a commandId can be sent again and is recorded once');
    expect(performance.now() - began).toBeLessThan(6_000);
    on.server.faults.link.refuse(false);
    await expect(log.append('account-1', 0, events)).resolves.toMatchObject({ revision: 2 });
    expect(stored()).toHaveLength(3);
  });

  test('two hundred appends at once that nobody answers end together, and not one after another', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.link.freeze();
    const began = performance.now();
    const streams = Array.from({ length: 200 }, (_, n) => `frozen-${n}`);
    const appends = await Promise.allSettled(streams.map((stream) => log.append(stream, NO_STREAM, newEvents(1))));
    expect(performance.now() - began).toBeLessThan(8_000);
    for (const each of appends) expect(each).toMatchObject({ reason: expect.any(OutcomeUnknown) });
  });
});

describe('one command id, sent by two processes at the same revision', () => {
  test('with another body: the second is not acknowledged, though the server says yes to it', async () => {
    const [log, other] = [await on.open(), await on.open()];
    const event = newEvent('a');
    await log.append('account-1', NO_STREAM, [chosen(event, 'one body')]);
    const second = other.append('account-1', NO_STREAM, [chosen({ ...newEvent('b'), id: event.id }, 'another body')]);
    await expect(second).rejects.toMatchObject({ name: 'RevisionConflict', actualRevision: 0 });
    expect(await labels(log, 'account-1')).toEqual(['a']);
  });

  test('with the same body, decided at another moment: the second finds it recorded', async () => {
    const [log, other] = [await on.open(), await on.open()];
    const event = newEvent('a');
    await log.append('account-1', NO_STREAM, [chosen(event, 'one body', 1_000)]);
    const second = other.append('account-1', NO_STREAM, [chosen(event, 'one body', 2_000)]);
    await expect(second).rejects.toBeInstanceOf(RevisionConflict);
  });

  test('and both the very same: both are acknowledged, and it is stored once', async () => {
    const [log, other] = [await on.open(), await on.open()];
    const events = [chosen(newEvent('a'), 'one body'), chosen(newEvent('b'), 'one body')];
    const both = await Promise.all([log, other].map((each) => each.append('account-1', NO_STREAM, events)));
    expect(both[0]).toEqual(both[1]);
    expect(stored()).toHaveLength(2);
  });
});

describe('what the connection string says does not change what an append means', () => {
  test('throwOnAppendFailure=false: a wrong revision is a conflict, with the revision that is there', async () => {
    const log = await on.open({ url: `${on.server.url}&throwOnAppendFailure=false` });
    await log.append('account-1', NO_STREAM, newEvents(5));
    for (const expected of [NO_STREAM, 2, 7]) {
      await expect(log.append('account-1', expected, newEvents(2))).rejects.toMatchObject({
        name: 'RevisionConflict',
        actualRevision: 4,
      });
    }
    await expect(log.append('account-2', 0, newEvents(2))).rejects.toMatchObject({ actualRevision: NO_STREAM });
    expect(stored()).toHaveLength(5);
  });

  test('defaultDeadline=1, or a clock that is behind: the server does not take an append for late', async () => {
    const url = `${on.server.url}&defaultDeadline=1&keepAliveInterval=-1&keepAliveTimeout=1000`;
    const log = await on.open({ url, waits: { answerMs: 5_000, patienceMs: 1_000 } });
    on.server.faults.latencyMs = 1_500;
    await expect(log.append('account-1', NO_STREAM, newEvents(1))).resolves.toMatchObject({ revision: 0 });
  });
});

describe('order and places', () => {
  test.each([1, 2, 3])('the first appends of a fresh client land in their order (%d)', async () => {
    const log = await on.open();
    await Promise.all(Array.from({ length: 50 }, (_, n) => log.append('account-1', n - 1, [newEvent(n)])));
    expect(await labels(log, 'account-1')).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  test("an append's position is its last event's, and the next read begins after it", async () => {
    const log = await on.open();
    const first = await log.append('account-1', NO_STREAM, newEvents(3));
    const second = await log.append('account-1', 2, newEvents(3, 'next'));
    const events = await all(log.readAll({ position: first.position, recordedAt: null }));
    expect(events.map(({ revision }) => revision)).toEqual([3, 4, 5]);
    expect(events.at(-1)!.position).toBe(second.position);
    expect(await log.head()).toBe(second.position);
  });
});

describe('what the server refuses', () => {
  test('more than MaxAppendSize at once: AppendTooLarge with option, limit and size, and nothing is stored', async () => {
    const log = await on.open();
    const large = Array.from({ length: 11 }, () => newEvent('x'.repeat(100_000)));
    const refused = log.append('account-1', NO_STREAM, large);
    await expect(refused).rejects.toBeInstanceOf(AppendTooLarge);
    const size = large.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
    await expect(refused).rejects.toThrow(`11 events to account-1 is ${size} bytes`);
    await expect(refused).rejects.toThrow('MaxAppendSize is 1048576');
    expect(stored()).toEqual([]);
    await expect(log.append('account-1', NO_STREAM, newEvents(1))).resolves.toMatchObject({ revision: 0 });
  });

  test('as much as MaxAppendSize takes is taken: metadata does not count', async () => {
    const log = await on.open();
    const event = newEvent('');
    const filler = 1_048_576 - Buffer.byteLength(event.data);
    await expect(log.append('account-1', NO_STREAM, [newEvent('x'.repeat(filler))])).resolves.toMatchObject({
      revision: 0,
    });
  });

  test('a message far too large: AppendTooLarge; what was under way with it is settled as if alone', async () => {
    const log = await on.open({ waits: { answerMs: 8_000, patienceMs: 8_000 } });
    await log.append('account-1', NO_STREAM, newEvents(1));
    const others = Array.from({ length: 20 }, (_, n) => log.append(`account-${n + 2}`, NO_STREAM, newEvents(1)));
    const large = log.append('account-1', 0, [newEvent('x'.repeat(17 * 1_048_576))]);
    const later = Array.from({ length: 20 }, (_, n) => log.append(`account-${n + 30}`, NO_STREAM, newEvents(1)));
    await expect(large).rejects.toBeInstanceOf(AppendTooLarge);
    await Promise.all([...others, ...later]);
    expect(stored()).toHaveLength(41);
  }, 20_000);

  test('an event that does not serialise is the rejection of its append, and nothing else', async () => {
    const log = await on.open();
    await expect(log.append('account-1', NO_STREAM, [{ ...newEvent('a'), data: '{"n":1n}' }])).rejects.toThrow(
      SyntaxError,
    );
    await expect(log.append('account-1', NO_STREAM, newEvents(1))).resolves.toMatchObject({ revision: 0 });
  });

  test('a server that starts: the append is sent again until it is ready, and told as not done where it stays so', async () => {
    const log = await on.open();
    on.server.faults.notReady = true;
    setTimeout(() => (on.server.faults.notReady = false), 500);
    await expect(log.append('account-1', NO_STREAM, newEvents(1))).resolves.toMatchObject({ revision: 0 });
    on.server.faults.notReady = true;
    const refused = log.append('account-1', 0, newEvents(1));
    await expect(refused).rejects.toBeInstanceOf(LogUnavailable);
    await expect(refused).rejects.not.toBeInstanceOf(OutcomeUnknown);
    await expect(refused).rejects.toThrow('is starting and not ready yet');
    expect(stored()).toHaveLength(1);
  });

  test('a disk that is full: the outcome is not known, and the cause is with it', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.diskFull = true;
    const events = newEvents(1);
    await expect(log.append('account-1', 0, events)).rejects.toBeInstanceOf(OutcomeUnknown);
    on.server.faults.diskFull = false;
    await expect(log.append('account-1', 0, events)).resolves.toMatchObject({ revision: 1 });
  });

  test('a stream that was tombstoned takes nothing any more, and is told by name', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.store.tombstone('seatledger/account-1', 'any');
    const refused = log.append('account-1', 0, newEvents(1));
    await expect(refused).rejects.toBeInstanceOf(DamagedLog);
    await expect(refused).rejects.toMatchObject({ place: { stream: 'account-1' } });
    await expect(refused).rejects.toThrow('seatledger/account-1 was deleted');
  });
});
