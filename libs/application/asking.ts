/** Answers of SPEC §4: a function of the log within the bounds, the same for ever once all three are told. */
import type { EventLog } from '#event-log/port.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import { Refusal, type RefusalCode } from '#kernel/refusal.js';
import { type Question, answerTo } from '#projections/answers.js';
import { CLOCK } from '#projections/filing/keys.js';
import type { View } from '#projections/view.js';
import { readBackwards } from '#read-model/reading.js';
import { IN_MEMORY, type Store, openStore } from '#read-model/store.js';
import { type Follower, follow } from '#application/follower.js';

/** How long an answer waits for a position that is not in the log yet. */
export const POSITION_WAIT_MS_MAX = 2_000;
const POSITION_POLL_MS = 20;

/** @throws Refusal `known-in-future`, `position-not-reached`, or the answer's own */
export async function ask(log: EventLog, follower: Follower, store: Store, question: Question): Promise<object> {
  const { position } = question;
  if (position !== undefined) await reach(follower, position);
  const asked = await follower.levelToRead(() => {
    const now = follower.now();
    const { knownAt = now, at = knownAt } = question;
    if (position === undefined && knownAt > now) {
      throw new Refusal('known-in-future', `knownAt ${formatInstant(knownAt)} is after now, ${formatInstant(now)}`);
    }
    if (position !== undefined && store.isBetween(position)) return { apart: { at, knownAt, position } };
    return { answer: answerTo(question, viewOf(follower, store, at, knownAt, position)) };
  });
  return asked.apart ? askApart(log, question, asked.apart) : asked.answer;
}

interface Asked {
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly position: number;
}

/** From a read model of its own, for a position that the shared one has no state at: within a long append of late facts. */
async function askApart(log: EventLog, question: Question, { at, knownAt, position }: Asked): Promise<object> {
  return apart(log, knownAt, position, (follower, store) =>
    answerTo(question, viewOf(follower, store, at, knownAt, position)),
  );
}

async function apart<T>(
  log: EventLog,
  knownAt: Instant,
  position: number,
  use: (follower: Follower, store: Store) => T,
): Promise<T> {
  const store = openStore(IN_MEMORY);
  try {
    const follower = follow(upTo(log, position), store, { now: () => knownAt, isMachine: false });
    await follower.sync();
    return use(follower, store);
  } finally {
    store.close();
  }
}

/** The bounds that questions share; each has its own `at`. */
export interface SharedBounds {
  readonly knownAt: Instant;
  readonly position: number | undefined;
}

/** What came of a question that was asked among others. */
export type Told = { readonly answer: object } | { readonly refused: RefusalCode };

/** Many questions of one state of the log, which is read to its end once for all of them. Their own `knownAt` and `position` are not looked at. */
export async function askTogether(
  log: EventLog,
  follower: Follower,
  store: Store,
  questions: readonly Question[],
  { knownAt, position }: SharedBounds,
): Promise<readonly Told[]> {
  const tell = (followed: Follower, read: Store): Told[] =>
    read.read(() => {
      const view = viewOf(followed, read, knownAt, knownAt, position);
      return questions.map((question) => told(() => answerTo(question, { ...view, at: question.at ?? knownAt })));
    });
  const answered = await follower.levelToRead(() =>
    position !== undefined && store.isBetween(position) ? undefined : tell(follower, store),
  );
  return answered ?? apart(log, knownAt, position!, tell);
}

function told(ask: () => object): Told {
  try {
    return { answer: ask() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

/** The log as it would be if it ended at a position. */
function upTo(log: EventLog, position: number): EventLog {
  return {
    ...log,
    head: async () => position,
  };
}

/** The read model as known at an instant, and up to a position where one is given. */
export function viewOf(follower: Follower, store: Store, at: Instant, knownAt: Instant, position?: number): View {
  const { catalog, programs, saved } = follower.projector;
  const bound = Math.min(position ?? saved.position, saved.position);
  const isWhole = bound === saved.position && (saved.recordedAt === null || knownAt >= saved.recordedAt);
  return { store, catalog, programs, at, knownAt, position: isWhole ? bound : lastKnown(store, knownAt, bound) };
}

/** The last position up to the bound whose event was recorded by then; 0 where there is none. */
function lastKnown(store: Store, knownAt: Instant, bound: number): number {
  for (const [, position] of readBackwards(store, CLOCK, knownAt, bound)) return position;
  return 0;
}

/** @throws Refusal `position-not-reached` for what is not in the log after a while */
export async function reach(follower: Follower, position: number): Promise<void> {
  for (let waited = 0; follower.projector.reached.position < position; waited += POSITION_POLL_MS) {
    if (waited >= POSITION_WAIT_MS_MAX) {
      const reached = follower.projector.reached.position;
      throw new Refusal('position-not-reached', `position ${position} is not in the log, which ends at ${reached}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POSITION_POLL_MS));
    await follower.sync();
  }
}
