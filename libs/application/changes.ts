/**
 * The changes of an account as they come: its events after a position, each once, in the order of the log, for ever. Whoever takes them
 * slowly is waited for, and whatever happens meanwhile to the server or the read model, they go on where they were.
 */
import { Observable, type Subscriber } from 'rxjs';
import { type EventLog, LogUnavailable } from '#event-log/port.js';
import { Refusal } from '#kernel/refusal.js';
import type { Story } from '#projections/history/history.js';
import { type Feed, type UseLedger, openFeed } from '#application/changes/feed.js';
import { type Doorbell, doorbell } from '#application/keeping/doorbell.js';

/** How soon after the log was read those who follow are told, so that a burst wakes them a few times and not at every append. */
const GATHER_MS = 20;
/** However quiet it is, whoever follows looks again. */
const QUIET_MS_MAX = 5_000;
/** Until what could not be read is tried again. */
const RETRY_MS = 1_000;

export interface ChangesOptions {
  /** Asked before each page: resolves when more can be taken. Without it whoever subscribes must keep up. */
  readonly ready?: () => Promise<void>;
}

export interface Changes {
  /**
   * The account's events after a position (0: from the first one on), as `history` tells them; what one process has told is gone on
   * with by any other. At most a page of the log is held for whoever is not ready.
   * Fails with Refusal `account-not-found`, DamagedLog or LogUnavailable, the last only at first; completes when the ledger is closed.
   */
  of(accountId: string, after: number, options?: ChangesOptions): Observable<Story>;
  /** There may be something to read. */
  ring(): void;
  close(): void;
}

export function openChanges(log: EventLog, use: UseLedger): Changes {
  const feeds = new Map<string, Feed>();
  const followers = new Set<Follower>();
  let gathering: NodeJS.Timeout | undefined;
  let isClosed = false;

  const feedOf = (accountId: string): Feed => {
    const feed = feeds.get(accountId) ?? openFeed(accountId, log, use);
    feeds.set(accountId, feed);
    return feed;
  };

  /** @throws Refusal `account-not-found` */
  const requireAccount = async (accountId: string, feed: Feed): Promise<void> => {
    if ((await feed.lastRevision()) >= 0) return;
    await use(({ engine }) => engine.sync());
    if ((await feed.lastRevision()) < 0) throw new Refusal('account-not-found', `there is no account ${accountId}`);
  };

  const follow = (accountId: string, after: number, { ready }: ChangesOptions) =>
    new Observable<Story>((subscriber) => {
      const feed = feedOf(accountId);
      const left = new AbortController();
      const follower: Follower = { bell: doorbell(), left: left.signal, end: () => subscriber.complete() };
      feed.follow(1);
      followers.add(follower);
      subscriber.add(() => {
        left.abort();
        follower.bell.ring();
        followers.delete(follower);
        if (feed.follow(-1) === 0) feeds.delete(accountId);
      });
      if (isClosed) return subscriber.complete();
      requireAccount(accountId, feed)
        .then(() => tellAll(feed, after, follower, subscriber, ready))
        // Of the end of what was left, nobody wants to know.
        .catch((error: unknown) => left.signal.aborted || subscriber.error(error));
    });

  return {
    of: (accountId, after, options = {}) => follow(accountId, after, options),
    ring() {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        for (const { bell } of followers) bell.ring();
      }, GATHER_MS);
    },
    close() {
      isClosed = true;
      clearTimeout(gathering);
      for (const { end } of followers) end();
    },
  };
}

/** Somebody who follows an account. */
interface Follower {
  readonly bell: Doorbell;
  readonly left: AbortSignal;
  readonly end: () => void;
}

async function tellAll(
  feed: Feed,
  after: number,
  { bell, left }: Follower,
  subscriber: Subscriber<Story>,
  ready: () => Promise<void> = async () => {},
): Promise<void> {
  const enduring = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof LogUnavailable) || left.aborted) throw error;
        await bell.rung(RETRY_MS);
      }
    }
  };
  let next = await enduring(() => feed.revisionFor(after));
  while (!left.aborted) {
    await ready();
    const page = await enduring(() => feed.page(next));
    next += page.length;
    for (const story of page) if (story.position > after) subscriber.next(story);
    if (page.length === 0) await bell.rung(QUIET_MS_MAX);
  }
}
