/**
 * Commands of one account that are decided together, as if one after the other at their own instants, and appended as one: all of
 * them or none, whatever others append meanwhile and wherever a process is cut off.
 */
import { decide, requireFew } from '#domain/account/decide.js';
import { evolve } from '#domain/account/evolve.js';
import type { Account } from '#domain/account/state.js';
import type { Effective } from '#domain/catalog/decide.js';
import type { AccountCommand } from '#domain/commands.js';
import { type AccountEvent, type Fact, accountStream } from '#domain/events.js';
import { INSTANT_MAX, type Instant, formatInstant } from '#kernel/instant.js';
import { Refusal, type RefusalCode } from '#kernel/refusal.js';
import { factOf } from '#projections/filing/entry.js';
import { eventsOf, loadAccount } from '#projections/filing/load.js';
import type { EventLog } from '#event-log/port.js';
import type { Store } from '#read-model/store.js';
import type { Follower } from '#application/follower.js';
import { type Intent, type Origin, fingerprintOf, judge, standing } from '#application/judging.js';
import { type Preview, foreseen, recordedBy } from '#application/previewing.js';
import { requireRevision, requireTimely } from '#application/recording.js';
import type { Outcome, Writer } from '#application/writing.js';

/** Neither opens the account nor bills it: both are judged on more than the account as it stands. */
export type PartCommand = Exclude<AccountCommand, { readonly name: 'OpenAccount' | 'IssueInvoice' }>;

export interface Step {
  readonly command: PartCommand;
  /** The refusal by which there is nothing to do. */
  readonly unless?: RefusalCode;
}

/** Steps that are effective at one instant; after one that is refused the part's others are not looked at. */
export interface Part {
  /** Undefined: when it is recorded. */
  readonly effectiveAt: Instant | undefined;
  /** Why it is recorded late; each part has its own. */
  readonly reason: string | undefined;
  readonly steps: readonly Step[];
}

export interface Together {
  readonly accountId: string;
  /** Undefined: one is made, and not remembered. */
  readonly commandId: string | undefined;
  /** The account stream's revision that the caller saw. */
  readonly expectedRevision?: number | undefined;
  readonly parts: readonly Part[];
}

export interface RefusedPart {
  /** Among the parts as they were given. */
  readonly index: number;
  readonly refusal: Refusal;
}

/** Some of the parts may not be; nothing was appended. */
export class PartsRefused extends Error {
  override readonly name = 'PartsRefused';

  constructor(readonly parts: readonly RefusedPart[]) {
    super(`${parts.length} of the commands are refused: ${parts[0]!.refusal.message}`);
  }
}

export interface TogetherRecorder {
  /** A repeat of one that appended events answers what it answered. @throws PartsRefused, Refusal `too-many-events` */
  record(together: Together, origin: Origin): Promise<Outcome>;
  /** What `record` would append now, or has appended before. @throws as `record` does */
  judge(together: Together): Promise<Judgement>;
}

/** Of a repeat, what it recorded. */
export interface Judgement extends Preview {
  /** Whether it was recorded before. */
  readonly isRepeat: boolean;
}

export function togetherOn(writer: Writer, log: EventLog, store: Store, follower: Follower): TogetherRecorder {
  const intentOf = (together: Together, origin: Origin): Intent => ({
    stream: accountStream(together.accountId),
    commandId: together.commandId,
    fingerprint: fingerprintOf({ name: 'Together', body: together.parts }),
    origin,
    reason: undefined,
    decide: (now) => decideTogether(store, follower, together, now),
  });
  return {
    record: (together, origin) => writer.append(intentOf(together, origin)),
    async judge(together) {
      const intent = intentOf(together, { actor: '' });
      const judged = await follower.level(() => judge(intent, store, follower));
      if (!('remembered' in judged)) {
        if (judged.decided.events.length > 0) await follower.checkClock();
        return { ...foreseen(judged.decided), isRepeat: false };
      }
      const events = await recordedBy(log, intent.stream, judged.remembered);
      const stands = await follower.level(() => standing(follower, intent.stream));
      return { ...foreseen({ events, ...stands }), isRepeat: true };
    },
  };
}

/** Every part is looked at, so that all that are refused are told at once. */
function decideTogether(
  store: Store,
  follower: Follower,
  { accountId, expectedRevision, parts }: Together,
  now: Instant,
): Effective<AccountEvent>[] {
  const { catalog, programs, reached } = follower.projector;
  requireRevision(accountId, expectedRevision, follower.projector.revisionOf(accountStream(accountId)));
  const refused: RefusedPart[] = [];
  const dated = parts
    .map((part, index) => ({ ...part, index, at: part.effectiveAt ?? now }))
    .filter(({ at, reason, index }) => isTold(refused, index, () => requireTimely(at, reason, now)))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const known = loadAccount(store, accountId, { at: INSTANT_MAX, position: reached.position });
  const moving = movingAccount(store, accountId, dated[0]?.at ?? now, reached.position);
  const events: Effective<AccountEvent>[] = [];

  const carryOut = (command: PartCommand, at: Instant, reason: string | undefined): void => {
    const account = moving.movedTo(at);
    const { facts } = account;
    if (!facts) {
      throw new Refusal(
        'account-not-found',
        `there is no account ${accountId} on ${formatInstant(at)}; OpenAccount opens it`,
      );
    }
    const bounds = { at, position: reached.position };
    const decided = decide(command, { accountId, now, bounds, account, facts, known, catalog, programs, invoice });
    for (const event of decided) {
      events.push({ event, effectiveAt: at, reason });
      const position = reached.position + events.length;
      const fact: Fact<AccountEvent> = {
        event,
        effectiveAt: at,
        recordedAt: now,
        position,
        actor: '',
        reason: reason ?? null,
      };
      evolve(account, fact);
      evolve(known, fact);
    }
  };

  for (const { steps, at, reason, index } of dated) {
    isTold(refused, index, () => {
      for (const { command, unless } of steps) unlessRefused(unless, () => carryOut(command, at, reason));
    });
  }
  if (refused.length > 0) throw new PartsRefused(refused.sort((a, b) => a.index - b.index));
  requireFew(events);
  return events;
}

/** @returns false where the part is refused, which is kept */
function isTold(refused: RefusedPart[], index: number, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused.push({ index, refusal: error });
    return false;
  }
}

function unlessRefused(code: RefusalCode | undefined, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal && error.code === code) return;
    throw error;
  }
}

function invoice(): never {
  throw new Error('what is decided together bills nothing');
}

/** The account at an instant that only moves on; what is decided on the way is folded into it behind all that is recorded there. */
function movingAccount(
  store: Store,
  accountId: string,
  from: Instant,
  position: number,
): { movedTo(at: Instant): Account } {
  const account = loadAccount(store, accountId, { at: from, position });
  const later = eventsOf(store, accountId, position, from + 1).map((entry) => factOf<AccountEvent>(entry));
  let next = 0;
  return {
    movedTo(at) {
      for (; next < later.length && later[next]!.effectiveAt <= at; next += 1) evolve(account, later[next]!);
      return account;
    },
  };
}
