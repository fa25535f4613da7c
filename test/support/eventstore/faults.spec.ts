/** What the server can be told to do wrong, and what the real client makes of it. */
import { NO_STREAM, START } from '@eventstore/db-client';
import { soon } from '../../contract/soon.js';
import { collect, drivenForEach, numbered, numberedTo, numberOf, staysPending, watch } from './driving.js';
import { jsonEvent as foreignEvent } from './events.js';

const driven = drivenForEach();
const { append, numbers } = driven;
const CREDENTIALS = { credentials: { username: 'admin', password: 'changeit' } };
const UNAVAILABLE = { type: 'unavailable', code: 14 };

const storedInA = (): number => driven.server.log.filter(({ stream }) => stream === 'a').length;

describe('a server that is starting', () => {
  beforeEach(() => {
    driven.server.faults.notReady = true;
  });

  test('refuses reads and subscriptions as unavailable', async () => {
    const message = '14 UNAVAILABLE: Server Is Not Ready';
    await expect(numbers('a')).rejects.toMatchObject({ ...UNAVAILABLE, message });
    await expect(collect(driven.client.readAll(), numberOf)).rejects.toMatchObject({ ...UNAVAILABLE, message });
    const watched = watch(driven.client.subscribeToAll());
    await watched.failed();
    expect(watched.error).toMatchObject(UNAVAILABLE);
  });

  test('refuses batch appends with an error that the client does not know, and takes them once it is ready', async () => {
    const refused = append('a', numbered(0));
    await expect(refused).rejects.toMatchObject({
      type: 'unknown',
      message: 'Could not recognize Server Is Not Ready',
    });
    await expect(append('a', numbered(0), CREDENTIALS)).rejects.toMatchObject(UNAVAILABLE);
    expect(storedInA()).toBe(0);
    driven.server.faults.notReady = false;
    await append('a', numbered(0));
    expect(await numbers('a')).toEqual([0]);
  });
});

describe('an append that meets a fault', () => {
  beforeEach(() => append('before', numbered(0)));

  test.each([
    ['cut-unstored', 0],
    ['cut-stored', 2],
  ] as const)('%s: the connection breaks, and %i of 2 events are stored', async (fault, stored) => {
    driven.server.faults.onNextAppend(fault);
    const events = numberedTo(2);
    await expect(append('a', events, { expectedRevision: NO_STREAM })).rejects.toMatchObject({ code: 14 });
    expect(storedInA()).toBe(stored);
    // Whether it was stored or not, the same ids at the same revision settle it.
    await expect(append('a', events, { expectedRevision: NO_STREAM })).resolves.toMatchObject({
      nextExpectedRevision: 1n,
    });
    expect(await numbers('a')).toEqual([0, 1]);
  });

  test.each([
    ['silent-unstored', 0],
    ['silent-stored', 1],
  ] as const)('%s: no answer ever comes, and %i of 1 is stored; others are answered', async (fault, stored) => {
    driven.server.faults.onNextAppend(fault);
    const never = append('a', numbered(0));
    await append('after', numbered(1));
    expect(await staysPending(never)).toBe(true);
    expect(storedInA()).toBe(stored);
    const cut = expect(never).rejects.toMatchObject({ code: 14 });
    driven.server.faults.link.cutAll();
    await cut;
  });

  test('each fault is for one append, in the order they were told', async () => {
    driven.server.faults.onNextAppend('cut-stored', 'cut-unstored');
    await expect(append('a', numbered(0))).rejects.toMatchObject({ code: 14 });
    await expect(append('a', numbered(1))).rejects.toMatchObject({ code: 14 });
    await append('a', numbered(2));
    expect(await numbers('a')).toEqual([0, 2]);
  });

  test('per-call credentials and all', async () => {
    driven.server.faults.onNextAppend('cut-stored');
    await expect(append('a', numbered(0), CREDENTIALS)).rejects.toMatchObject(UNAVAILABLE);
    expect(storedInA()).toBe(1);
  });
});

test('a full disk fails appends without saying so, and leaves reads alone', async () => {
  await append('a', numbered(0));
  driven.server.faults.diskFull = true;
  await expect(append('a', numbered(1))).rejects.toMatchObject({ type: 'unknown' });
  await expect(append('a', numbered(1), CREDENTIALS)).rejects.toMatchObject({ type: 'unknown', code: 2 });
  expect(await numbers('a')).toEqual([0]);
  driven.server.faults.diskFull = false;
  await append('a', numbered(1));
  expect(await numbers('a')).toEqual([0, 1]);
});

describe('the connection', () => {
  test('cut, fails what is under way, and the client works again at once', async () => {
    const watched = watch(driven.client.subscribeToAll({ fromPosition: START }));
    await watched.live().catch(() => {});
    driven.server.faults.onNextAppend('silent-unstored');
    const underWay = append('a', numbered(0));
    await soon(() => driven.server.subscriptions.length === 1);
    expect(await staysPending(underWay)).toBe(true);
    const cut = expect(underWay).rejects.toMatchObject({ code: 14 });
    driven.server.faults.link.cutAll();
    await cut;
    await watched.failed();
    expect(watched.error).toMatchObject(UNAVAILABLE);
    await append('a', numbered(1));
    expect(await numbers('a')).toEqual([1]);
  });

  test('frozen, takes nothing and answers nothing, new connections included, until it is thawed', async () => {
    await append('a', numbered(0));
    driven.server.faults.link.freeze();
    const late = append('a', numbered(1));
    const read = numbers('a');
    expect(await staysPending(Promise.race([late, read]))).toBe(true);
    expect(storedInA()).toBe(1);
    driven.server.faults.link.thaw();
    await late;
    expect((await read)[0]).toBe(0);
    expect(await numbers('a')).toEqual([0, 1]);
  });

  test('frozen towards the client, stores what it does not acknowledge', async () => {
    await append('a', numbered(0));
    driven.server.faults.link.freeze('to-client');
    const late = append('a', numbered(1));
    await soon(() => storedInA() === 2);
    expect(await staysPending(late)).toBe(true);
    driven.server.faults.link.thaw();
    await late;
  });

  test('that is cut while the answer is on its way leaves the append stored', async () => {
    await append('a', numbered(0));
    driven.server.faults.link.cutAfter(1, 'to-client');
    await expect(append('a', numbered(1))).rejects.toMatchObject({ code: 14 });
    driven.server.faults.link.thaw();
    expect(await numbers('a')).toEqual([0, 1]);
  });

  test('refused, fails new clients until it is taken again', async () => {
    driven.server.faults.link.refuse(true);
    await expect(append('a', numbered(0))).rejects.toMatchObject({ code: 14 });
    driven.server.faults.link.refuse(false);
    await append('a', numbered(0));
    expect(await numbers('a')).toEqual([0]);
  });
});

test('latency delays each call and each append of a batch, and keeps their order', async () => {
  const LATENCY_MS = 60;
  await append('a', numbered(0));
  driven.server.faults.latencyMs = LATENCY_MS;
  const began = performance.now();
  await Promise.all([1, 2, 3].map((n) => append('a', numbered(n), { expectedRevision: BigInt(n - 1) })));
  const appended = performance.now();
  expect(await numbers('a')).toEqual([0, 1, 2, 3]);
  for (const ms of [appended - began, performance.now() - appended]) expect(ms).toBeGreaterThanOrEqual(LATENCY_MS - 1);
});

test('events can be stored behind the back of the protocol, also such as no client of ours would', async () => {
  const injected = driven.server.inject('a', [foreignEvent('Numbered', '{"n":7}'), foreignEvent('Odd', '{"n":')]);
  expect(injected).toMatchObject({ result: 'success', revision: 1 });
  const read = await collect(driven.client.readStream('a'), ({ event }) => [event?.type, event?.data]);
  expect(read).toEqual([
    ['Numbered', { n: 7 }],
    ['Odd', '{"n":'],
  ]);
});
