/** The process's one client: shared, replaced as a whole where it breaks, never waited for without end; leaders, clusters, frozen servers. */
import { ORIGIN, LogUnavailable, NO_STREAM, type EventLog } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { startCluster } from '../support/eventstore/cluster.js';
import { WAITS_OF_TESTS, faultyEventStore } from './faulty-eventstore.js';
import { all, labels, newEvent, newEvents } from './new-event.js';

const on = faultyEventStore();

const streams = (count: number, name: string): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${name}-${n}`);

const appendTo = (log: EventLog, names: readonly string[]): Promise<unknown>[] =>
  names.map((stream) => log.append(stream, NO_STREAM, newEvents(2)));

describe('one client a process', () => {
  test('logs on one server share a connection, and one that is closed does not disturb what another has in flight', async () => {
    const [log, other] = [await on.open(), await on.open({ prefix: 'other' })];
    expect(on.server.faults.link.connections).toBe(1);
    await log.append('first', NO_STREAM, newEvents(1));
    await other.append('first', NO_STREAM, newEvents(1));
    const appends = appendTo(log, streams(200, 'account'));
    await other.close();
    await Promise.all(appends);
    expect(on.server.faults.link.connections).toBe(1);
    await expect(log.append('last', NO_STREAM, newEvents(1))).resolves.toMatchObject({ revision: 0 });
  });

  test('a second server can be read and not appended to, until the log on the first is closed', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    const second = await on.start();
    const other = await on.open();
    await expect(all(other.readAll(ORIGIN))).resolves.toEqual([]);
    const refused = other.append('account-1', NO_STREAM, newEvents(1));
    await expect(refused).rejects.toBeInstanceOf(LogUnavailable);
    await expect(refused).rejects.toThrow('a process appends to one EventStoreDB');
    await expect(log.append('account-1', 0, newEvents(1))).resolves.toMatchObject({ revision: 1 });
    // The other's connection breaks, and the appends in flight on this one do not.
    const appends = appendTo(log, streams(100, 'account-x'));
    second.faults.link.cutAll();
    await Promise.all(appends);
    await log.close();
    await expect(other.append('account-1', NO_STREAM, newEvents(1))).resolves.toMatchObject({ revision: 0 });
  });

  test.each([100, 2_000, 30_000])(
    'cut again and again, each after %d bytes: every append settles, and is stored once',
    async (bytes) => {
      const log = await on.open();
      await log.append('first', NO_STREAM, newEvents(1));
      const read = all(log.readAll(ORIGIN));
      const appends = Promise.all(appendTo(log, streams(150, 'account')));
      for (const direction of ['to-client', 'to-server'] as const) {
        on.server.faults.link.cutAfter(bytes, direction);
        await new Promise((resolve) => setTimeout(resolve, 100));
        on.server.faults.link.thaw();
      }
      await Promise.all([appends, read]);
      const ids = on.server.log.filter(({ stream }) => stream.startsWith('seatledger/')).map(({ id }) => id);
      expect(ids).toHaveLength(301);
      expect(new Set(ids).size).toBe(301);
    },
    20_000,
  );

  test('a server that is not ready for a while, under load: what was in flight is settled and goes on', async () => {
    const log = await on.open();
    await log.append('first', NO_STREAM, newEvents(1));
    for (let round = 0; round < 3; round += 1) {
      const appends = appendTo(log, streams(50, `round-${round}`));
      on.server.faults.notReady = true;
      const head = log.head();
      setTimeout(() => (on.server.faults.notReady = false), 100);
      await Promise.all([...appends, head]);
    }
    expect(new Set((await all(log.readAll(ORIGIN))).map(({ id }) => id)).size).toBe(301);
  });
});

describe('a frozen server', () => {
  const calls: Readonly<Record<string, (log: EventLog) => Promise<unknown>>> = {
    append: (log) => log.append('account-2', NO_STREAM, newEvents(1)),
    head: (log) => log.head(),
    readAll: (log) => all(log.readAll(ORIGIN)),
    'readAll to a position': (log) => all(log.readAll(ORIGIN, 10_000_000)),
    readStream: (log) => all(log.readStream('account-1')),
    idAt: (log) => log.idAt(1_000),
    checkClock: (log) => log.checkClock((Date.now() + 120_000) as Instant),
    open: () => on.open(),
  };

  test.each(Object.keys(calls))('%s ends within its bounds', async (name) => {
    const waits = { ...WAITS_OF_TESTS, answerMs: 500, patienceMs: 500 };
    const log = await on.open({ waits });
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.link.freeze();
    const began = performance.now();
    const refused = calls[name]!(log);
    await expect(refused).rejects.toBeInstanceOf(LogUnavailable);
    await expect(refused).rejects.toThrow('127.0.0.1');
    expect(performance.now() - began).toBeLessThan(waits.patienceMs + 5 * waits.answerMs);
  });

  test('every call ends within its bounds where answers alone do not come, and works again once it is thawed', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.faults.link.freeze('to-client');
    for (const each of await Promise.allSettled(Object.values(calls).map((call) => call(log)))) {
      expect(each).toMatchObject({ reason: expect.any(LogUnavailable) });
    }
    on.server.faults.link.thaw();
    for (const call of Object.values(calls)) {
      expect(await call(log).catch((error: unknown) => error)).not.toBeInstanceOf(LogUnavailable);
    }
    expect(await labels(log, 'account-1')).toEqual(['0']);
  }, 20_000);

  test('a log is closed within the bounds, and what was under way ends', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    log.subscribe(() => {});
    on.server.faults.link.freeze();
    const began = performance.now();
    const [append, read] = [log.append('account-1', 0, newEvents(1)), all(log.readAll(ORIGIN, 10_000_000))];
    await Promise.allSettled([log.close(), append, read]);
    expect(performance.now() - began).toBeLessThan(WAITS_OF_TESTS.patienceMs + 4 * WAITS_OF_TESTS.answerMs);
    await expect(append).rejects.toBeInstanceOf(LogUnavailable);
    await expect(read).rejects.toBeInstanceOf(LogUnavailable);
  });

  test('a read that is asked of a closed log fails by itself, and no promise that nobody has', async () => {
    const log = await on.open();
    await log.close();
    const read = log.readAll(ORIGIN);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(all(read)).rejects.toThrow('closed');
  });

  test('a read that goes on when its log is closed ends at once, and is not tried again', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(3_000));
    const pages = log.readAll(ORIGIN)[Symbol.asyncIterator]();
    await pages.next();
    await log.close();
    const began = performance.now();
    await expect(
      (async () => {
        while (!(await pages.next()).done);
      })(),
    ).rejects.toThrow('closed');
    expect(performance.now() - began).toBeLessThan(WAITS_OF_TESTS.answerMs);
  });
});

describe('clusters', () => {
  test('a follower that was named is left for its leader, for reads and appends', async () => {
    const cluster = await startCluster(2);
    const [leader, follower] = cluster.servers;
    const log = await on.open({ url: follower!.url });
    await log.append('account-1', NO_STREAM, newEvents(1));
    expect(await labels(log)).toEqual(['0']);
    expect(leader!.faults.link.connections).toBe(1);
    await log.close();
    await cluster.stop();
  });

  test('where the leader dies, the connection string has the word again', async () => {
    const cluster = await startCluster(2);
    const [leader, follower] = cluster.servers;
    const log = await on.open({ url: follower!.url });
    await log.append('account-1', NO_STREAM, newEvents(1));
    cluster.elect(follower!);
    leader!.faults.link.refuse(true);
    leader!.faults.link.cutAll();
    await expect(log.append('account-1', 0, newEvents(1, 'next'))).resolves.toMatchObject({ revision: 1 });
    expect(await labels(log)).toEqual(['0', 'next0']);
    expect(leader!.faults.link.connections).toBe(0);
    await log.close();
    await cluster.stop();
  });

  test('a cluster named by all of its nodes is found by whichever answers, and followed to its next leader', async () => {
    const cluster = await startCluster(3);
    const [first, second] = cluster.servers;
    const log = await on.open({ url: cluster.url });
    await log.append('account-1', NO_STREAM, newEvents(1));
    cluster.elect(second!);
    first!.faults.link.refuse(true);
    first!.faults.link.cutAll();
    const appends = Array.from({ length: 20 }, (_, n) => log.append('account-1', n, [newEvent(n)]));
    await Promise.all(appends);
    expect(await labels(log, 'account-1')).toHaveLength(21);
    await log.close();
    await cluster.stop();
  });

  test('clients that were given up while they looked for the leader send nothing once they find it', async () => {
    const cluster = await startCluster(2);
    const log = await on.open({ url: cluster.url });
    await log.append('first', NO_STREAM, newEvents(1));
    const { store } = cluster.leader;
    const append = store.append.bind(store);
    const sent: string[] = [];
    Object.assign(store, {
      append: (...[stream, expected, events]: Parameters<typeof append>) => {
        sent.push(stream);
        return append(stream, expected, events);
      },
    });
    for (const { faults } of cluster.servers) {
      faults.link.cutAll();
      faults.link.freeze();
    }
    const appends = appendTo(log, streams(20, 'account'));
    await new Promise((resolve) => setTimeout(resolve, 2 * WAITS_OF_TESTS.answerMs));
    for (const { faults } of cluster.servers) faults.link.thaw();
    await Promise.all(appends);
    await Promise.all(appendTo(log, streams(20, 'later')));
    expect(sent).toHaveLength(40);
    await log.close();
    await cluster.stop();
  }, 20_000);

  test('a leader that steps down under load: every append settles, and is stored once', async () => {
    const cluster = await startCluster(2);
    const log = await on.open({ url: cluster.url });
    await log.append('account-1', NO_STREAM, newEvents(1));
    for (let round = 0; round < 4; round += 1) {
      const appends = appendTo(log, streams(50, `round-${round}`));
      cluster.elect(cluster.servers[(round + 1) % 2]!);
      await Promise.all(appends);
    }
    expect(new Set((await all(log.readAll(ORIGIN))).map(({ id }) => id)).size).toBe(401);
    await log.close();
    await cluster.stop();
  }, 20_000);

  test.each(['esdb+discover://127.0.0.1:9?tls=false', 'esdb://127.0.0.1:9,127.0.0.1:10?tls=false'])(
    'nobody there to discover, %s: told in bounded time',
    async (url) => {
      const began = performance.now();
      const opening = on.open({ url });
      await expect(opening).rejects.toBeInstanceOf(LogUnavailable);
      await expect(opening).rejects.toThrow('cannot be reached: is it running, and is this its address?');
      expect(performance.now() - began).toBeLessThan(WAITS_OF_TESTS.patienceMs + 3 * WAITS_OF_TESTS.answerMs);
    },
  );
});
