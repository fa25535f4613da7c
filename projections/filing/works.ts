/** Accounts as far as the log was read, with where their timelines go on: kept in memory while there is room, loaded again when needed. */
import { type Account, emptyAccount } from '#domain/account/state.js';
import { accountStream } from '#domain/events.js';
import { INSTANT_MAX } from '#kernel/instant.js';
import { type Kind, timelineKey } from '#projections/filing/keys.js';
import { loadAccount } from '#projections/filing/load.js';
import type { Store, StreamState } from '#read-model/store.js';
import { type Tail, type TimelineWriter, emptyTail } from '#read-model/timeline.js';

/** Users and timelines of the accounts kept in memory, about: some 200 MiB of them. */
const WEIGHT_MAX = 200_000;

/** An account as far as the log was read. */
export interface Work {
  readonly accountId: string;
  readonly tails: Readonly<Record<Kind, Map<string, Tail>>>;
  /** Nothing of the account was written when it was taken up: its timelines are empty, and need not be looked for. */
  isNew: boolean;
  account: Account;
  /** Of the account's stream; -1 before its first event. */
  revision: number;
  lastEffectiveAt: number;
  /** Users and timelines. */
  weight: number;
  /** Grows with every use. */
  usedAt: number;
}

export interface Works {
  /** The account's; loaded from what is written, as known at a position, where it is not at hand. */
  on(stream: string, position: number): Work;
  tail(work: Work, kind: Kind, id: string): Tail;
  /** Says that events of the account were filed. */
  touch(work: Work): void;
  /** The streams touched since the last call, as they are now. */
  takeTouched(): (readonly [stream: string, state: StreamState])[];
  readonly isOverweight: boolean;
  /** Lets go of the accounts that were least recently used, down to half of what may be held; nothing of them may be pending. */
  evict(): void;
  clear(): void;
}

const PREFIX = accountStream('');

export function isAccountStream(stream: string): boolean {
  return stream.startsWith(PREFIX);
}

export function openWorks(store: Store, writer: TimelineWriter): Works {
  const works = new Map<string, Work>();
  const touched = new Set<Work>();
  let weight = 0;
  let uses = 0;

  const load = (stream: string, position: number): Work => {
    const accountId = stream.slice(PREFIX.length);
    const state = store.stream(stream);
    const account = state ? loadAccount(store, accountId, { at: INSTANT_MAX, position }) : emptyAccount();
    const { revision = -1, lastEffectiveAt = Number.MIN_SAFE_INTEGER } = state ?? {};
    const tails = noTails();
    return { accountId, account, tails, isNew: !state, revision, lastEffectiveAt, weight: 0, usedAt: 0 };
  };

  const weigh = (work: Work): void => {
    const before = work.weight;
    work.weight = 1 + work.account.users.size + Object.values(work.tails).reduce((sum, { size }) => sum + size, 0);
    weight += work.weight - before;
  };

  return {
    on(stream, position) {
      let work = works.get(stream);
      if (!work) {
        works.set(stream, (work = load(stream, position)));
        weigh(work);
      }
      work.usedAt = uses += 1;
      return work;
    },
    tail({ accountId, tails, isNew }, kind, id) {
      let tail = tails[kind].get(id);
      if (!tail) {
        const key = timelineKey(accountId, kind, id);
        tails[kind].set(id, (tail = isNew ? emptyTail(key) : writer.tail(key)));
      }
      return tail;
    },
    touch: (work) => touched.add(work),
    takeTouched() {
      const taken = [...touched].map((work) => {
        weigh(work);
        const { accountId, revision, lastEffectiveAt } = work;
        return [accountStream(accountId), { revision, lastEffectiveAt }] as const;
      });
      touched.clear();
      return taken;
    },
    get isOverweight() {
      return weight > WEIGHT_MAX;
    },
    evict() {
      for (const [stream, work] of [...works].sort(([, a], [, b]) => a.usedAt - b.usedAt)) {
        if (weight <= WEIGHT_MAX / 2 || works.size === 1) return;
        works.delete(stream);
        weight -= work.weight;
      }
    },
    clear() {
      works.clear();
      touched.clear();
      weight = 0;
    },
  };
}

function noTails(): Work['tails'] {
  return {
    facts: new Map(),
    user: new Map(),
    product: new Map(),
    usage: new Map(),
    invoices: new Map(),
    roster: new Map(),
    seats: new Map(),
  };
}
