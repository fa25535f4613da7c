/**
 * The events of one account in the order of the log, in pages that all who follow the account share. They are read from its stream as
 * far as the read model has filed it, so that a server that shows half an append is not believed, and told with the log's clock.
 */
import { accountStream } from '#domain/events.js';
import type { EventLog } from '#event-log/port.js';
import { clockOf } from '#projections/history/clock.js';
import { type Story, storyOfFact } from '#projections/history/history.js';
import { readingsOf } from '#application/changes/readings.js';
import { codec } from '#application/follower.js';
import type { Ledger } from '#application/ledger.js';

/** Pages at hand for others who follow the account. */
const PAGES_SHARED_MAX = 8;
/** Looking back for a position: one event, then so many times as many at a time. */
const BACK_FACTOR = 4;

/** Works on the ledger with the read model that is in use. */
export type UseLedger = <T>(work: (ledger: Ledger) => Promise<T>) => Promise<T>;

export interface Feed {
  /** Of the account's last event that is filed; -1 where there is none. */
  lastRevision(): Promise<number>;
  /** A revision at or before that of the first event after a position, and not far before. */
  revisionFor(after: number): Promise<number>;
  /** The events from a revision on, as many as the log gives at a time; none where none is filed. */
  page(from: number): Promise<readonly Story[]>;
  /** One more, or one less, follows the account. @returns how many do */
  follow(by: 1 | -1): number;
}

export function openFeed(accountId: string, log: EventLog, use: UseLedger): Feed {
  const stream = accountStream(accountId);
  const readings = readingsOf(stream, log);
  /** By their first revision. */
  const shared = new Map<number, Promise<readonly Story[]>>();

  let followers = 0;

  const filed = ({ store }: Ledger): number => store.stream(stream)?.revision ?? -1;

  const read = (from: number): Promise<readonly Story[]> =>
    use(async (ledger) => {
      const until = filed(ledger);
      if (from > until) return [];
      const events = await readings.read(from, until);
      const clock = clockOf(ledger.store);
      return events.map((event) => {
        const { position, metadata } = event;
        const recordedAt = clock({ position, recordedAt: metadata.recordedAt });
        return storyOfFact(codec.decode({ ...event, recordedAt }));
      });
    });

  /** What is not there yet, or cannot be read now, is asked for again. */
  const share = async (from: number, page: Promise<readonly Story[]>): Promise<void> => {
    shared.set(from, page);
    const [oldest] = shared.keys();
    if (shared.size > PAGES_SHARED_MAX) shared.delete(oldest!);
    const isToKeep = await page.then(({ length }) => length > 0).catch(() => false);
    if (!isToKeep && shared.get(from) === page) shared.delete(from);
  };

  const page = (from: number): Promise<readonly Story[]> => {
    const known = shared.get(from);
    if (known) return known;
    const fresh = read(from);
    void share(from, fresh);
    return fresh;
  };

  return {
    lastRevision: () => use(async (ledger) => filed(ledger)),
    async revisionFor(after) {
      const last = await use(async (ledger) => filed(ledger));
      if (after === 0) return 0;
      for (let back = 0; ; back = back * BACK_FACTOR + 1) {
        const from = Math.max(last - back, 0);
        const [first] = await page(from);
        if (from === 0 || (first && first.position <= after)) return from;
      }
    },
    page,
    follow(by) {
      followers += by;
      readings.allow(followers);
      return followers;
    },
  };
}
