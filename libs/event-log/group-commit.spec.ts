import {
  APPENDS_WAITING_MAX,
  COMMIT_EVENTS_MAX,
  groupCommit,
  type AppendRequest,
  type Outcome,
} from '#event-log/group-commit.js';
import type { Appended, NewEvent } from '#event-log/port.js';

const DONE: Appended = { revision: 0, position: 1 };

function request(stream: string, events = 1): AppendRequest {
  return { stream, expectedRevision: -1, events: Array.from({ length: events }, () => ({}) as NewEvent) };
}

/** Records the streams of every group that was committed. */
function recording(outcome: (request: AppendRequest) => Outcome = () => DONE) {
  const groups: string[][] = [];
  const queue = groupCommit((group) => {
    groups.push(group.map(({ stream }) => stream));
    return group.map(outcome);
  });
  return { groups, queue };
}

test('appends of one turn share a commit, also where each came in a microtask of its own', async () => {
  const { groups, queue } = recording();
  const late = Promise.resolve().then(() => queue.submit(request('c')));
  await Promise.all([queue.submit(request('a')), queue.submit(request('b')), late]);
  expect(groups).toEqual([['a', 'b', 'c']]);
});

test('appends that arrive while one commit is under way go into the next', async () => {
  const groups: number[] = [];
  const second: Promise<Appended>[] = [];
  const queue = groupCommit((group) => {
    groups.push(group.length);
    if (groups.length === 1) second.push(queue.submit(request('b')), queue.submit(request('c')));
    return group.map(() => DONE);
  });
  await queue.submit(request('a'));
  await Promise.all(second);
  expect(groups).toEqual([1, 2]);
});

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

test('while each turn brings more appends they wait for one another, and not for ever; one that is alone waits for nobody', async () => {
  const { groups, queue } = recording();
  await queue.submit(request('alone'));
  expect(groups).toEqual([['alone']]);
  const submitted = [queue.submit(request('a')), queue.submit(request('b'))];
  for (let turns = 0; turns < 20; turns += 1) {
    await turn();
    submitted.push(queue.submit(request(`c${turns}`)));
  }
  await Promise.all(submitted);
  const sizes = groups.slice(1).map(({ length }) => length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(22);
  expect(sizes[0]).toBeGreaterThan(4);
  expect(sizes.length).toBeGreaterThan(1);
});

test('each append gets its own outcome', async () => {
  const { queue } = recording(({ stream }) => (stream === 'b' ? { error: 'conflict' } : DONE));
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((stream) => queue.submit(request(stream))));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('where a commit fails as a whole, all of its appends fail and the next commit goes on', async () => {
  let failing = true;
  const queue = groupCommit((group) => {
    if (failing) throw new Error('disk full');
    return group.map(() => DONE);
  });
  const outcomes = await Promise.allSettled([queue.submit(request('a')), queue.submit(request('b'))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  failing = false;
  await expect(queue.submit(request('a'))).resolves.toBe(DONE);
});

test('a commit holds no more events than its bound; a larger append goes alone', async () => {
  const { groups, queue } = recording();
  const sizes = { a: COMMIT_EVENTS_MAX - 1, b: 1, c: 1, d: COMMIT_EVENTS_MAX + 1, e: 1 };
  await Promise.all(Object.entries(sizes).map(([stream, events]) => queue.submit(request(stream, events))));
  expect(groups).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
});

test('draining commits what waits before it returns', async () => {
  const { groups, queue } = recording();
  const appended = queue.submit(request('a'));
  queue.drain();
  expect(groups).toEqual([['a']]);
  await expect(appended).resolves.toBe(DONE);
  expect(groups).toHaveLength(1);
});

test('no more appends wait than the bound', async () => {
  const { queue } = recording();
  const one = request('a');
  const waiting = Array.from({ length: APPENDS_WAITING_MAX }, () => queue.submit(one));
  expect(() => queue.submit(one)).toThrow('waiting already');
  queue.drain();
  await Promise.all(waiting);
});
