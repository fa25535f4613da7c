/**
 * Appends that arrive in one turn of the event loop, or while a commit is under way, share the next commit: a disk
 * makes as many appends durable in one flush as in sixty-four.
 */
import type { Appended, NewEvent } from '#event-log/port.js';

/** Events of one commit (a larger append goes alone): what an append waits for others is bounded by it. */
export const COMMIT_EVENTS_MAX = 1_024;

/** Appends that wait for their commit; more is a caller that never waits for an answer. */
export const APPENDS_WAITING_MAX = 250_000;

/** Turns of the event loop that an append waits for others while each brings some. */
const TURNS_WAITED_MAX = 8;

export interface AppendRequest {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly NewEvent[];
}

/** What became of a request. Not told by `instanceof Error`: errors of Node's own may come from another realm. */
export type Outcome = Appended | { readonly error: unknown };

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit {
  /** @throws Error where APPENDS_WAITING_MAX wait already */
  submit(request: AppendRequest): Promise<Appended>;
  /** Commits what waits, now. */
  drain(): void;
}

/** @param commit answers each request, in order, once what it answers is durable; throws where none is */
export function groupCommit(commit: (group: readonly AppendRequest[]) => readonly Outcome[]): GroupCommit {
  let waiting: Waiting[] = [];
  let scheduled = false;
  /** How many waited at the last turn, and how many turns the first of them has waited. */
  let seen = 0;
  let turns = 0;

  function commitNext(): void {
    const group = waiting.slice(0, groupLength(waiting));
    waiting = waiting.slice(group.length);
    settle(group, commit);
  }

  function onTurn(): void {
    scheduled = false;
    // As long as each turn brings more, one flush for all is not far; an append that is alone has nobody to wait for.
    if (waiting.length > Math.max(seen, 1) && (turns += 1) < TURNS_WAITED_MAX) {
      seen = waiting.length;
      schedule();
      return;
    }
    seen = turns = 0;
    commitNext();
    if (waiting.length > 0) schedule();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    // Not a microtask: requests that came in together from the network are handled one by one, each with its microtasks,
    // and would get a commit each. An append that is alone pays a turn of an idle loop for it, small beside one flush.
    setImmediate(onTurn);
  }

  return {
    submit(request) {
      if (waiting.length >= APPENDS_WAITING_MAX) throw new Error(`${waiting.length} appends are waiting already`);
      const outcome = new Promise<Appended>((resolve, reject) => waiting.push({ request, resolve, reject }));
      schedule();
      return outcome;
    },

    drain() {
      while (waiting.length > 0) commitNext();
    },
  };
}

/** How many of those who wait, one at least, go into the next commit. */
function groupLength(waiting: readonly Waiting[]): number {
  let events = 0;
  for (const [index, { request }] of waiting.entries()) {
    events += request.events.length;
    if (events > COMMIT_EVENTS_MAX) return Math.max(index, 1);
  }
  return waiting.length;
}

function settle(group: readonly Waiting[], commit: Parameters<typeof groupCommit>[0]): void {
  let outcomes: readonly Outcome[];
  try {
    outcomes = commit(group.map(({ request }) => request));
  } catch (error) {
    for (const { reject } of group) reject(error);
    return;
  }
  for (const [index, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[index]!;
    if ('error' in outcome) reject(outcome.error);
    else resolve(outcome);
  }
}
