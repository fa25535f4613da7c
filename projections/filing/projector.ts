/**
 * Reads the log in order and files it: one fold feeds every answer. Its accounts are also what commands are decided on, since
 * they are the log as far as it was read. Position and filed pages change in one transaction, so a cut anywhere loses nothing.
 */
import { type CatalogHistory, emptyCatalog } from '#domain/catalog/catalog.js';
import {
  type AccountEvent,
  CATALOG_STREAM,
  type CatalogEvent,
  type Fact,
  type ProgramEvent,
  programStream,
} from '#domain/events.js';
import { type ProgramsHistory, emptyPrograms } from '#domain/program/programs.js';
import type { Instant } from '#kernel/instant.js';
import { NewCommands } from '#projections/filing/commands.js';
import { entryText, factOf, newEntry, noteOf } from '#projections/filing/entry.js';
import { CLOCK, DIRECTORY } from '#projections/filing/keys.js';
import { fileLate } from '#projections/filing/late.js';
import { fileFact } from '#projections/filing/route.js';
import { type Work, isAccountStream, openWorks } from '#projections/filing/works.js';
import { type Batch, writeBatch } from '#read-model/batch.js';
import type { BulkWriter } from '#read-model/bulk.js';
import { readRange } from '#read-model/reading.js';
import type { Checkpoint, Store, StreamState } from '#read-model/store.js';
import { type Tail, timelineWriter } from '#read-model/timeline.js';

/** An event as the log hands it over, decoded. */
export interface Incoming {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly fact: Fact;
  /** JSON text of the event's data, on one line. */
  readonly data: string;
  readonly commandId: string;
  /** Of commands that are remembered. */
  readonly fingerprint: string | undefined;
}

/** Bytes that are filed before they are written, about: what a rebuild holds beside the accounts, for each batch in flight. */
const PENDING_BYTES_MAX = 32 * 1024 * 1024;

export interface Projector {
  readonly catalog: CatalogHistory;
  readonly programs: ProgramsHistory;
  /** How far the log was read, in this process. */
  readonly reached: Checkpoint;
  /** How far what was read is written: what answers are asked of. */
  readonly saved: Checkpoint;
  /** Takes over what another process has filed meanwhile. */
  refresh(): void;
  /** Files a page of the log; what it holds is written now and then. @returns false where another process was faster */
  apply(page: readonly Incoming[], bulk?: BulkWriter): Promise<boolean>;
  /** Writes what is filed. @returns false, and forgets it, where another process was faster */
  save(bulk?: BulkWriter): Promise<boolean>;
  /** The account of a stream as far as the log was read: for reading only. */
  work(stream: string): Work;
  /** Revision of a stream as far as the log was read; -1 where there is none. */
  revisionOf(stream: string): number;
}

/** Called for an event whose stream goes on at another revision than it should; throws. */
export type OnGap = (incoming: Incoming, expectedRevision: number) => never;

export function openProjector(store: Store, onGap: OnGap): Projector {
  const writer = timelineWriter(store);
  const works = openWorks(store, writer);
  const streams = new Map<string, StreamState>();
  /** Events of the streams that are no accounts', counted as far as the log was read: the store may be another process's by now. */
  const counts = new Map<string, number>();
  const commands = new NewCommands(store);
  let saved: Checkpoint;
  let reached: Checkpoint;
  /** How far batches go that were handed to a bulk writer; `saved` where there is none. */
  let handed: Checkpoint;
  let catalog: CatalogHistory;
  let programs: ProgramsHistory;
  let clock: Tail;
  let directory: Tail;
  /** Late facts of an append whose rest may be on the next page: an append's are filed together, however the log is paged. */
  let held: readonly Incoming[] = [];

  const forget = (): void => {
    for (const each of [works, streams, counts, commands]) each.clear();
    writer.reset();
    held = [];
    catalog = emptyCatalog();
    programs = emptyPrograms();
    saved = reached = handed = store.checkpoint();
    clock = writer.tail(CLOCK);
    directory = writer.tail(DIRECTORY);
    for (const entry of readRange(store, DIRECTORY, saved.position)) {
      learn({ ...factOf(entry), effectiveAt: noteOf(entry) as Instant });
    }
  };

  const learn = (fact: Fact): void => {
    let stream = CATALOG_STREAM;
    if (isOfProgram(fact)) {
      programs.apply(fact);
      stream = programStream(fact.event.data.programId);
    } else {
      catalog.apply(fact as Fact<CatalogEvent>);
    }
    counts.set(stream, (counts.get(stream) ?? 0) + 1);
  };

  const takeBatch = (given = false): Batch => {
    const taken = [...works.takeTouched(), ...streams];
    streams.clear();
    return {
      after: handed.position,
      checkpoint: reached,
      ...writer.take(given),
      streams: taken,
      commands: commands.take(),
    };
  };

  /** What was written holds; or another process was faster, and all that is known is what that one wrote. */
  const settle = (isWritten: boolean): boolean => {
    if (!isWritten) forget();
    else {
      saved = handed = reached;
      if (works.isOverweight) works.evict();
    }
    return isWritten;
  };

  const flush = async (bulk: BulkWriter | undefined): Promise<boolean> => {
    if (reached.position === handed.position) return true;
    if (!bulk) return settle(writeBatch(store, takeBatch()));
    const batch = takeBatch(true);
    handed = reached;
    await bulk.write(batch);
    return works.isOverweight ? settle(await bulk.drain()) : true;
  };

  const flushToEnd = async (bulk: BulkWriter | undefined): Promise<boolean> =>
    (await flush(bulk)) && (!bulk || settle(await bulk.drain()));

  const advance = (incoming: Incoming): void => {
    const { id, stream, revision, fact, fingerprint } = incoming;
    reached = { position: fact.position, recordedAt: fact.recordedAt, eventId: id };
    const { recordedAt, position } = fact;
    writer.append(clock, { effectiveAt: recordedAt, position, text: `[${recordedAt},${position}]` });
    if (fingerprint !== undefined) commands.add(incoming, fingerprint);
    if (isAccountStream(stream)) return;
    streams.set(stream, { revision, lastEffectiveAt: fact.effectiveAt });
    learn(fact);
    const filed = { ...fact, effectiveAt: recordedAt };
    writer.append(directory, newEntry(filed, entryText(filed), fact.effectiveAt));
  };

  /**
   * A stream that lost events, or has some twice, would be answered from as if they had never been, or had been twice. Or another
   * process was faster, and the account was loaded as far as that one has filed it. All that was filed must be written.
   * @returns false where another process was faster; throws where the event is not the next of its stream
   */
  const gapOrOvertaken = (incoming: Incoming, revision: number): false => {
    if (store.checkpoint().position === saved.position) onGap(incoming, revision + 1);
    forget();
    return false;
  };

  const revisionOf = (stream: string): number => {
    if (isAccountStream(stream)) return works.on(stream, saved.position).revision;
    return (counts.get(stream) ?? 0) - 1;
  };

  const fileInOrder = (work: Work, { fact, data, revision }: Incoming): void => {
    fileFact(
      (kind, id, entry, summarize) => writer.append(works.tail(work, kind, id), entry, summarize),
      work.account,
      fact as Fact<AccountEvent>,
      data,
    );
    work.lastEffectiveAt = fact.effectiveAt;
    work.revision = revision;
    works.touch(work);
  };

  /** Files the late facts of one append: nothing else may be pending, since the account's pages are read and superseded. */
  const fileTogether = async (append: readonly Incoming[], bulk: BulkWriter | undefined): Promise<boolean> => {
    if (!(await flushToEnd(bulk))) return false;
    const work = works.on(append[0]!.stream, saved.position);
    for (const each of append) {
      if (each.revision !== work.revision + 1) return gapOrOvertaken(each, work.revision);
      advance(each);
      work.revision = each.revision;
      work.lastEffectiveAt = Math.max(work.lastEffectiveAt, each.fact.effectiveAt);
    }
    works.touch(work);
    const late = append.map((each) => each.fact as Fact<AccountEvent>);
    const isWritten = store.write(() => {
      if (!writeBatch(store, takeBatch())) return false;
      fileLate(store, work, late);
      return true;
    });
    if (isWritten) writer.reset();
    return settle(isWritten);
  };

  /** Files events in the log's order; an append of late facts that they may have only the beginning of is held. */
  const file = async (events: readonly Incoming[], isEnd: boolean, bulk: BulkWriter | undefined): Promise<boolean> => {
    for (let index = 0; index < events.length; index += 1) {
      const incoming = events[index]!;
      if (!isAccountStream(incoming.stream)) {
        const before = revisionOf(incoming.stream);
        if (incoming.revision !== before + 1) return (await flushToEnd(bulk)) && gapOrOvertaken(incoming, before);
        advance(incoming);
        continue;
      }
      const work = works.on(incoming.stream, saved.position);
      if (incoming.revision !== work.revision + 1) {
        const { revision } = work;
        return (await flushToEnd(bulk)) && gapOrOvertaken(incoming, revision);
      }
      if (incoming.fact.effectiveAt >= work.lastEffectiveAt) {
        advance(incoming);
        fileInOrder(work, incoming);
        continue;
      }
      const append = appendOf(events, index);
      index += append.length - 1;
      if (!isEnd && index === events.length - 1) held = append;
      else if (!(await fileTogether(append, bulk))) return false;
    }
    return true;
  };

  /** A defect half way leaves nothing half filed behind: what is known is what is written. */
  const whole = async (work: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await work();
    } catch (error) {
      forget();
      throw error;
    }
  };

  forget();

  return {
    get catalog() {
      return catalog;
    },
    get programs() {
      return programs;
    },
    get reached() {
      return reached;
    },
    get saved() {
      return saved;
    },
    refresh() {
      held = [];
      if (store.checkpoint().position !== saved.position) forget();
    },
    apply: (page, bulk) =>
      whole(async () => {
        const events = held.length === 0 ? page : [...held, ...page];
        held = [];
        return (await file(events, false, bulk)) && (writer.pendingBytes < PENDING_BYTES_MAX || flush(bulk));
      }),
    save: (bulk) =>
      whole(async () => {
        const rest = held;
        held = [];
        return (await file(rest, true, bulk)) && flushToEnd(bulk);
      }),
    work: (stream) => works.on(stream, saved.position),
    revisionOf,
  };
}

function isOfProgram(fact: Fact): fact is Fact<ProgramEvent> {
  return fact.event.type.startsWith('Enforcement');
}

/** The events of the same append from an index on, as far as there are. */
function appendOf(events: readonly Incoming[], index: number): Incoming[] {
  const { stream, commandId } = events[index]!;
  let end = index + 1;
  while (end < events.length && events[end]!.stream === stream && events[end]!.commandId === commandId) end += 1;
  return events.slice(index, end);
}
