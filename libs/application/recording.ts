/** Commands of SPEC §3: what is checked before a decision, and what the decision is made on. */
import { decide, openAccount } from '#domain/account/decide.js';
import type { Situation } from '#domain/account/situation.js';
import { type Effective, decideCatalog } from '#domain/catalog/decide.js';
import { type AccountCommand, type Command, isCatalogCommand, isProgramCommand } from '#domain/commands.js';
import { CATALOG_STREAM, type DomainEvent, accountStream, programStream } from '#domain/events.js';
import { decideProgram } from '#domain/program/decide.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { lookUpAccount } from '#projections/filing/look-up.js';
import { invoice } from '#projections/invoices/invoice.js';
import type { Store } from '#read-model/store.js';
import { viewOf } from '#application/asking.js';
import type { Follower } from '#application/follower.js';
import { type Intent, type Origin, fingerprintOf } from '#application/judging.js';
import type { Outcome, Writer } from '#application/writing.js';

export interface Recorder {
  /** @throws Refusal of SPEC §3 */
  record(command: Command, origin: Origin): Promise<Outcome>;
}

export function recorder(writer: Writer, intentOf: IntentOf): Recorder {
  return { record: (command, origin) => writer.append(intentOf(command, origin)) };
}

export type IntentOf = (command: Command, origin: Origin) => Intent;

/** What commands are to append, decided when it is asked for. */
export function intents(store: Store, follower: Follower): IntentOf {
  const decideOn = (command: Command, now: Instant): readonly Effective<DomainEvent>[] => {
    const { catalog, programs, reached } = follower.projector;
    const bounds = { at: now, position: reached.position };
    if (isCatalogCommand(command)) {
      if (command.name === 'SetPrice') requireReason(command.body.validFrom, command.body.reason, now, 'validFrom');
      const accountExists = (accountId: string): boolean =>
        follower.projector.work(accountStream(accountId)).account.facts !== null;
      return decideCatalog(command, { now, bounds, catalog, accountExists });
    }
    if (isProgramCommand(command)) {
      const events = decideProgram(command, { now, bounds, catalog, programs });
      return events.map((event) => ({ event, effectiveAt: now }));
    }
    return decideOnAccount(store, follower, command, now);
  };

  return (command, origin) => {
    const { commandId, reason } = command.body;
    return {
      stream: streamOf(command),
      commandId,
      fingerprint: commandId === undefined ? '' : fingerprintOf(command),
      origin,
      reason,
      decide: (now) => decideOn(command, now),
    };
  };
}

function streamOf(command: Command): string {
  if (isCatalogCommand(command)) return CATALOG_STREAM;
  return isProgramCommand(command) ? programStream(command.body.programId) : accountStream(command.body.accountId);
}

function decideOnAccount(
  store: Store,
  follower: Follower,
  command: AccountCommand,
  now: Instant,
): Effective<DomainEvent>[] {
  const { accountId, expectedRevision, reason } = command.body;
  const at = ('effectiveAt' in command.body ? command.body.effectiveAt : undefined) ?? now;
  requireTimely(at, reason, now);

  const { catalog, programs, reached } = follower.projector;
  const { account: known, revision, lastEffectiveAt } = follower.projector.work(accountStream(accountId));
  const bounds = { at, position: reached.position };
  const account = at >= lastEffectiveAt ? known : lookUpAccount(store, accountId, bounds);
  const { facts } = account;
  const isOpening = command.name === 'OpenAccount';
  if (!facts && !isOpening) {
    throw new Refusal(
      'account-not-found',
      `there is no account ${accountId} on ${formatInstant(at)}; OpenAccount opens it`,
    );
  }
  requireRevision(accountId, expectedRevision, revision);
  if (isOpening) {
    if (known.facts)
      throw new Refusal('account-exists', `account ${accountId} is open already; choose another accountId`);
    return openAccount(command).map((event) => ({ event, effectiveAt: at }));
  }
  const situation: Situation = {
    accountId,
    now,
    bounds,
    account,
    facts: facts!,
    known,
    catalog,
    programs,
    invoice: (period) => invoice(viewOf(follower, store, now, now), { accountId, period }),
  };
  return decide(command, situation).map((event) => ({ event, effectiveAt: at }));
}

/** @throws Refusal `revision-conflict` */
export function requireRevision(accountId: string, expected: number | undefined, revision: number): void {
  if (expected === undefined || expected === revision) return;
  throw new Refusal(
    'revision-conflict',
    `account ${accountId} is at revision ${revision}, not ${expected}; read it again`,
  );
}

/** @throws Refusal `effective-in-future` or `reason-required` */
export function requireTimely(at: Instant, reason: string | undefined, now: Instant): void {
  if (at > now) {
    throw new Refusal('effective-in-future', `effectiveAt ${formatInstant(at)} is after now, ${formatInstant(now)}`);
  }
  requireReason(at, reason, now, 'effectiveAt');
}

/** Earlier than now is a correction, which says why (SPEC §1). */
function requireReason(at: Instant, reason: string | undefined, now: Instant, field: string): void {
  if (at >= now || reason !== undefined) return;
  throw new Refusal(
    'reason-required',
    `${field} ${formatInstant(at)} is before now, ${formatInstant(now)}: say why in reason`,
    [{ field: 'reason', expected: 'why this is recorded late' }],
  );
}
