/** Keeps the read model level with the log: whoever decides or answers first reads the log to its end. */
import { type Codec, eventCodec } from '#event-log/codec.js';
import { DamagedLog, type EventLog, type Mark, type StoredEvent } from '#event-log/port.js';
import { type DomainEvent, EVENT_VERSIONS, isStreamOf } from '#domain/events.js';
import type { Instant } from '#kernel/instant.js';
import { type Incoming, type Projector, openProjector } from '#projections/filing/projector.js';
import { type BulkWriter, CAN_BULK_WRITE, openBulkWriter } from '#read-model/bulk.js';
import { IN_MEMORY, type Store } from '#read-model/store.js';
import type { Clock } from '#application/clock.js';

/** Told while the log is read: how far, of how much. */
export type OnProgress = (position: number, head: number) => void;

/** Events of one read after which a thread of its own writes what is filed: for fewer, starting one costs more than it saves. */
const BULK_EVENTS_MIN = 20_000;
/** Times that another process may be faster in a row before this one gives up. */
const OVERTAKEN_MAX = 1_000;

export interface Follower {
  readonly projector: Projector;
  /** Reads what was appended before the call, and files it. Calls that wait together are served by one read. */
  sync(onProgress?: OnProgress): Promise<void>;
  /** Runs `work` at once after such a read, while nothing is half read: what decides or answers sees one state. */
  level<T>(work: () => T): Promise<T>;
  /** The same for work that only reads: all that waits together reads one state of the store, in one transaction. */
  levelToRead<T>(work: () => T): Promise<T>;
  /** The machine's clock or, where later, the log's (SPEC §1); it never goes back. */
  now(): Instant;
  /** @throws ClockAhead where the machine's clock is too far ahead of the log's to write */
  checkClock(): Promise<void>;
}

/** Requests that came in together from the network are handled one by one, each with its microtasks, and would get a read each. */
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export const codec: Codec<DomainEvent> = eventCodec<DomainEvent>(EVENT_VERSIONS);

export function follow(log: EventLog, store: Store, clock: Clock): Follower {
  const projector = openProjector(store, refuseGap);
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  /** What waits for the next read to end, and runs before another one begins. */
  const level: (() => void)[] = [];
  const levelToRead: (() => void)[] = [];
  let latest = Number.MIN_SAFE_INTEGER as Instant;
  /** Whether the read model was found to be of this log. */
  let isKnown = false;

  /** A read model beside a log that it was not read from would answer with what neither of them says. */
  const assertIsOf = async (head: number): Promise<void> => {
    const { position, eventId } = projector.reached;
    if (head < position) {
      throw new DamagedLog(
        `the log ends at position ${head}, but its read model has read it up to ${position}: events are missing from the log, or the read model is another log's ("seatledger rebuild" builds it anew)`,
        { position: head },
      );
    }
    if (isKnown || position === 0) return;
    if ((await log.idAt(position)) !== eventId) {
      throw new DamagedLog(
        `position ${position} of the log does not hold the event that its read model has read there: the read model is another log's; "seatledger rebuild" builds it anew`,
        { position },
      );
    }
    isKnown = true;
  };

  const read = async (onProgress: OnProgress | undefined): Promise<boolean> => {
    projector.refresh();
    const head = await log.head(projector.reached.position);
    await assertIsOf(head);
    if (head === projector.reached.position) return true;
    let bulk: BulkWriter | undefined;
    let events = 0;
    try {
      for await (const page of log.readAll(projector.reached as Mark, head)) {
        if (events > BULK_EVENTS_MIN && CAN_BULK_WRITE && store.file !== IN_MEMORY) bulk ??= openBulkWriter(store.file);
        if (!(await projector.apply(page.map(incoming), bulk))) return false;
        events += page.length;
        onProgress?.(projector.reached.position, head);
      }
      return await projector.save(bulk);
    } finally {
      await bulk?.close();
    }
  };

  const readToEnd = async (onProgress: OnProgress | undefined): Promise<void> => {
    for (let overtaken = 0; overtaken < OVERTAKEN_MAX; overtaken += 1) {
      if (await read(onProgress)) return;
    }
    throw new Error('other processes file the log faster than this one can follow');
  };

  const sync = (onProgress?: OnProgress): Promise<void> => {
    waiting ??= running
      .catch(() => {})
      .then(turn)
      .then(() => {
        waiting = undefined;
        const [reading, served] = [levelToRead.splice(0), level.splice(0)];
        running = readToEnd(onProgress).then(() => {
          if (reading.length > 0) store.read(() => reading.forEach((work) => work()));
          served.forEach((work) => work());
        });
        return running;
      });
    return waiting;
  };

  const afterNextRead = <T>(waiting: (() => void)[], work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.push(() => void Promise.try(work).then(resolve, reject));
      sync().catch(reject);
    });

  return {
    projector,
    sync,
    level: (work) => afterNextRead(level, work),
    levelToRead: (work) => afterNextRead(levelToRead, work),
    async checkClock() {
      if (clock.isMachine) await log.checkClock(clock.now());
    },
    now() {
      const recorded = projector.reached.recordedAt ?? latest;
      latest = Math.max(latest, clock.now(), recorded) as Instant;
      return latest;
    },
  };
}

function incoming(stored: StoredEvent): Incoming {
  const fact = codec.decode(stored);
  const { id, type, stream, revision, position, metadata } = stored;
  if (!isStreamOf(fact.event.type, stream)) {
    throw new DamagedLog(
      `event ${revision} of ${stream} at position ${position} is ${type}, which no such stream has`,
      {
        stream,
        revision,
        position,
      },
    );
  }
  const isAsStored = stored.version === EVENT_VERSIONS[fact.event.type] && !stored.data.includes('\n');
  return {
    id,
    stream,
    revision,
    fact,
    data: isAsStored ? stored.data : JSON.stringify(fact.event.data),
    commandId: metadata.commandId,
    fingerprint: metadata.fingerprint,
  };
}

function refuseGap({ stream, revision, fact: { position } }: Incoming, expectedRevision: number): never {
  throw new DamagedLog(
    `${stream} goes on at revision ${revision} at position ${position}, where revision ${expectedRevision} should be: events are missing from the log, or are in it twice`,
    { stream, revision, position },
  );
}
