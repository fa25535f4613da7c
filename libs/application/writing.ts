/** One way to append: load, decide, append at the revision decided on; where that has moved, decide again (SPEC §3). */
import { randomUUIDv7 } from 'node:crypto';
import type { EventType } from '#domain/events.js';
import { type EventLog, type NewEvent, RevisionConflict } from '#event-log/port.js';
import { derivedId } from '#kernel/id.js';
import { Refusal } from '#kernel/refusal.js';
import type { RememberedCommand, Store } from '#read-model/store.js';
import { type Follower, codec } from '#application/follower.js';
import { type Intent, judge } from '#application/judging.js';

/** What a command answers: its events, with the position and the revision of the last one; without events, those it was judged at. */
export interface Outcome {
  readonly events: readonly EventType[];
  readonly position: number;
  /** Of its stream. */
  readonly revision: number;
}

/** Decisions that may be overtaken in a row before the caller is told. */
const DECISIONS_MAX = 100;

export class Writer {
  /** The last of the commands that wait for a stream, so that a stream's commands come one after another. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly log: EventLog,
    private readonly store: Store,
    private readonly follower: Follower,
  ) {}

  /** @throws Refusal of the decision, or `command-id-reused` */
  async append(intent: Intent): Promise<Outcome> {
    const before = this.#turns.get(intent.stream);
    const turn = (async () => {
      await before?.catch(() => {});
      return this.#decideAndAppend(intent);
    })();
    this.#turns.set(intent.stream, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(intent.stream) === turn) this.#turns.delete(intent.stream);
    }
  }

  async #decideAndAppend(intent: Intent): Promise<Outcome> {
    const commandId = intent.commandId ?? randomUUIDv7();
    for (let decisions = 0; decisions < DECISIONS_MAX; decisions += 1) {
      const decided = await this.follower.level(() => this.#decide(intent, commandId));
      if ('position' in decided) return decided;
      await this.follower.checkClock();
      try {
        const { position, revision } = await this.log.append(intent.stream, decided.revision, decided.events);
        return { events: decided.events.map(({ type }) => type as EventType), position, revision };
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new Refusal(
      'revision-conflict',
      `${intent.stream} changed ${DECISIONS_MAX} times while the command was decided; send it again`,
    );
  }

  /** What to append and at which revision; or the outcome, where there is nothing to append any more. */
  #decide(
    intent: Intent,
    commandId: string,
  ): Outcome | { readonly revision: number; readonly events: readonly NewEvent[] } {
    const { stream, fingerprint, origin, reason } = intent;
    const judged = judge(intent, this.store, this.follower);
    if ('remembered' in judged) return outcomeOf(judged.remembered);

    const { events, now, position, revision } = judged.decided;
    if (events.length === 0) return { events: [], position, revision };
    const metadata = {
      actor: origin.actor,
      commandId,
      correlationId: origin.correlationId ?? commandId,
      causationId: commandId,
      recordedAt: now,
      ...(reason === undefined ? {} : { reason }),
      ...(intent.commandId === undefined ? {} : { fingerprint }),
    };
    const encoded = events.map(({ event, effectiveAt, reason: own }, index) =>
      codec.encode(event, derivedId(stream, commandId, index), {
        ...metadata,
        effectiveAt,
        ...(own ? { reason: own } : {}),
      }),
    );
    return { revision, events: encoded };
  }
}

function outcomeOf({ events, position, revision }: RememberedCommand): Outcome {
  const types = events.flatMap(([type, count]) => Array.from({ length: count }, () => type as EventType));
  return { events: types, position, revision };
}
