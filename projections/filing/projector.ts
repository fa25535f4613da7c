/**
 * Reads the log in order and files it: one fold feeds every answer. Its accounts are also what commands are decided on, since
 * they are the log as far as it was read. Position and filed pages change in one transaction, so a cut anywhere loses nothing.
 */
import { type Account, emptyAccount } from '#domain/account/state.js';
import { type CatalogHistory, emptyCatalog } from '#domain/catalog/catalog.js';
import type { AccountEvent, CatalogEvent, Fact, ProgramEvent } from '#domain/events.js';
import { type ProgramsHistory, emptyPrograms } from '#domain/program/programs.js';
import { INSTANT_MAX, type Instant } from '#kernel/instant.js';
import { NewCommands } from '#projections/filing/commands.js';
import { entryText, factOf, newEntry, noteOf } from '#projections/filing/entry.js';
import { CLOCK, DIRECTORY, type Kind, timelineKey } from '#projections/filing/keys.js';
import { fileLate } from '#projections/filing/late.js';
import { loadAccount } from '#projections/filing/load.js';
import { type Sink, fileFact } from '#projections/filing/route.js';
import { readRange } from '#read-model/reading.js';
import type { Checkpoint, Store, StreamState } from '#read-model/store.js';
import { type Tail, timelineWriter } from '#read-model/timeline.js';

/** An event as the log hands it over, decoded. */
export interface Incoming {
  readonly stream: string;
  readonly revision: number;
  readonly fact: Fact;
  /** JSON text of the event's data, on one line. */
  readonly data: string;
  readonly commandId: string;
  /** Of commands that are remembered. */
  readonly fingerprint: string | undefined;
}

/** An account as far as the log was read. */
export interface Work {
  readonly accountId: string;
  readonly tails: Map<Kind, Map<string, Tail>>;
  account: Account;
  /** Of the account's stream; -1 before its first event. */
  revision: number;
  lastEffectiveAt: number;
  /** About how much memory it takes, in timelines. */
  weight: number;
  /** Grows with every use. */
  usedAt: number;
}

/** Timelines of accounts that are kept in memory, about; accounts beyond are loaded again when needed. */
const WEIGHT_MAX = 200_000;
/** Bytes that are filed before they are written, about: what a rebuild holds beside the accounts. */
const PENDING_BYTES_MAX = 48 * 1024 * 1024;

const ACCOUNT = 'account-';

export interface Projector {
  readonly catalog: CatalogHistory;
  readonly programs: ProgramsHistory;
  /** How far the log was read and filed, in this process. */
  readonly reached: Checkpoint;
  /** Takes over what another process has filed meanwhile. */
  refresh(): void;
  /** Files a page of the log; what it holds is written now and then. @returns false where another process was faster */
  apply(page: readonly Incoming[]): boolean;
  /** Writes what is filed. @returns false, and forgets it, where another process was faster */
  save(): boolean;
  /** The account as far as the log was read: for reading only. */
  work(accountId: string): Work;
  /** Revision of a stream as far as the log was read; -1 where there is none. */
  revisionOf(stream: string): number;
}

export function openProjector(store: Store): Projector {
  const writer = timelineWriter(store);
  const works = new Map<string, Work>();
  const touched = new Set<Work>();
  const streams = new Map<string, StreamState>();
  const commands = new NewCommands(store);
  let weight = 0;
  let uses = 0;
  let saved: Checkpoint;
  let reached: Checkpoint;
  let catalog: CatalogHistory;
  let programs: ProgramsHistory;
  let clock: Tail;
  let directory: Tail;
  /** Late facts of an append whose rest may be on the next page: an append's are filed together, however the log is paged. */
  let held: readonly Incoming[] = [];

  const forget = (): void => {
    for (const map of [works, touched, streams, commands]) map.clear();
    writer.discard();
    weight = 0;
    held = [];
    catalog = emptyCatalog();
    programs = emptyPrograms();
    saved = reached = store.checkpoint();
    clock = writer.tail(CLOCK);
    directory = writer.tail(DIRECTORY);
    for (const entry of readRange(store, DIRECTORY, saved.position)) {
      learn({ ...factOf(entry), effectiveAt: noteOf(entry) as Instant });
    }
  };

  const learn = (fact: Fact): void => {
    if (fact.event.type.startsWith('Enforcement')) programs.apply(fact as Fact<ProgramEvent>);
    else catalog.apply(fact as Fact<CatalogEvent>);
  };

  /** Writes within one transaction, unless another process has filed something since. */
  const write = (work: () => void): boolean => {
    const done = store.write(() => {
      if (store.checkpoint().position !== saved.position) return false;
      writer.flush();
      work();
      for (const { accountId, revision, lastEffectiveAt } of touched) {
        store.saveStream(ACCOUNT + accountId, { revision, lastEffectiveAt });
      }
      for (const [name, state] of streams) store.saveStream(name, state);
      commands.save();
      store.saveCheckpoint(reached);
      return true;
    });
    if (done) settle();
    else forget();
    return done;
  };

  const flush = (): boolean => reached.position === saved.position || write(() => {});

  const settle = (): void => {
    saved = reached;
    streams.clear();
    for (const work of touched) {
      const before = work.weight;
      work.weight = weightOf(work);
      weight += work.weight - before;
    }
    touched.clear();
    if (weight > WEIGHT_MAX) evict();
  };

  /** Lets go of the accounts that were least recently worked on, down to half of what may be held. */
  const evict = (): void => {
    const oldest = [...works.values()].sort((a, b) => a.usedAt - b.usedAt);
    for (const work of oldest) {
      if (weight <= WEIGHT_MAX / 2 || works.size === 1) return;
      works.delete(work.accountId);
      weight -= work.weight;
    }
  };

  const workOn = (accountId: string): Work => {
    let work = works.get(accountId);
    if (!work) {
      const state = store.stream(ACCOUNT + accountId);
      work = {
        accountId,
        tails: new Map(),
        account: state ? loadAccount(store, accountId, { at: INSTANT_MAX, position: saved.position }) : emptyAccount(),
        revision: state?.revision ?? -1,
        lastEffectiveAt: state?.lastEffectiveAt ?? Number.MIN_SAFE_INTEGER,
        weight: 0,
        usedAt: 0,
      };
      work.weight = weightOf(work);
      weight += work.weight;
      works.set(accountId, work);
    }
    work.usedAt = uses += 1;
    return work;
  };

  const advance = ({ stream, revision, fact, commandId, fingerprint }: Incoming): void => {
    reached = { position: fact.position, recordedAt: fact.recordedAt };
    const { recordedAt, position } = fact;
    writer.append(clock, { effectiveAt: recordedAt, position, text: `[${recordedAt},${position}]` });
    if (fingerprint !== undefined) commands.add(stream, commandId, fingerprint, fact);
    if (stream.startsWith(ACCOUNT)) return;
    streams.set(stream, { revision, lastEffectiveAt: fact.effectiveAt });
    learn(fact);
    const filed = { ...fact, effectiveAt: recordedAt };
    writer.append(directory, newEntry(filed, entryText(filed), fact.effectiveAt));
  };

  const fileInOrder = (work: Work, incoming: Incoming): void => {
    const sink: Sink = (kind, id, entry, summary) => writer.append(tailOf(work, kind, id), entry, summary);
    fileFact(sink, work.account, incoming.fact as Fact<AccountEvent>, incoming.data);
  };

  const tailOf = ({ accountId, tails }: Work, kind: Kind, id: string): Tail => {
    let ofKind = tails.get(kind);
    if (!ofKind) tails.set(kind, (ofKind = new Map()));
    let tail = ofKind.get(id);
    if (!tail) ofKind.set(id, (tail = writer.tail(timelineKey(accountId, kind, id))));
    return tail;
  };

  /** Files events in the log's order; an append of late facts that they may have only the beginning of is held. */
  const file = (events: readonly Incoming[], isEnd: boolean): boolean => {
    for (let index = 0; index < events.length; index += 1) {
      const incoming = events[index]!;
      const { stream, fact, revision } = incoming;
      if (!stream.startsWith(ACCOUNT)) {
        advance(incoming);
        continue;
      }
      const work = workOn(stream.slice(ACCOUNT.length));
      if (fact.effectiveAt >= work.lastEffectiveAt) {
        touched.add(work);
        advance(incoming);
        fileInOrder(work, incoming);
        work.lastEffectiveAt = fact.effectiveAt;
        work.revision = revision;
        continue;
      }
      const append = appendOf(events, index);
      index += append.length - 1;
      if (!isEnd && index === events.length - 1) {
        held = append;
        return true;
      }
      if (!flush()) return false;
      touched.add(work);
      for (const each of append) advance(each);
      work.revision = append.at(-1)!.revision;
      const late = append.map((each) => each.fact as Fact<AccountEvent>);
      if (!write(() => fileLate(store, work, late))) return false;
    }
    return true;
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
    refresh() {
      held = [];
      if (store.checkpoint().position !== saved.position) forget();
    },
    apply(page) {
      const events = held.length === 0 ? page : [...held, ...page];
      held = [];
      return file(events, false) && (writer.pendingBytes < PENDING_BYTES_MAX || flush());
    },
    save() {
      const rest = held;
      held = [];
      return file(rest, true) && flush();
    },
    work: workOn,
    revisionOf(stream) {
      if (stream.startsWith(ACCOUNT)) return workOn(stream.slice(ACCOUNT.length)).revision;
      return (streams.get(stream) ?? store.stream(stream))?.revision ?? -1;
    },
  };
}

/** The events of the same append from an index on, as far as the page has them. */
function appendOf(page: readonly Incoming[], index: number): Incoming[] {
  const { stream, commandId } = page[index]!;
  let end = index + 1;
  while (end < page.length && page[end]!.stream === stream && page[end]!.commandId === commandId) end += 1;
  return page.slice(index, end);
}

function weightOf({ account, tails }: Work): number {
  return 1 + account.users.size + [...tails.values()].reduce((sum, ofKind) => sum + ofKind.size, 0);
}
