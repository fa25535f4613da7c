/**
 * What a command would do, were it sent now: the same checks and the same decision, nothing appended or remembered. Its events are
 * filed as if they had been recorded, asked of and taken back, all between two reads of the log.
 */
import type { Effective } from '#domain/catalog/decide.js';
import { type AccountCommand, type Command, isCatalogCommand, isProgramCommand } from '#domain/commands.js';
import type { AccountEvent, DomainEvent, EventType, Fact } from '#domain/events.js';
import type { EventLog } from '#event-log/port.js';
import { formatInstant } from '#kernel/instant.js';
import { rehearse } from '#projections/filing/rehearsal.js';
import { type Consequences, consequencesOf } from '#projections/previews/consequences.js';
import type { Views } from '#projections/previews/change.js';
import type { RememberedCommand, Store } from '#read-model/store.js';
import { viewOf } from '#application/asking.js';
import { type Follower, codec } from '#application/follower.js';
import { type Decided, type Intent, type Origin, judge, standing } from '#application/judging.js';
import type { IntentOf } from '#application/recording.js';

export interface EventForeseen {
  readonly type: EventType;
  readonly effectiveAt: string;
  readonly data: object;
}

/** Of account commands with their consequences; of a repeat, what it recorded, which changes nothing any more. */
export interface Preview extends Partial<Consequences> {
  readonly events: readonly EventForeseen[];
  /** The instant that it was decided at. */
  readonly knownAt: string;
  /** The last event that it was decided on. */
  readonly position: number;
  /** Of the stream as it was decided on: `expectedRevision` of the command that may do this and nothing else. */
  readonly revision: number;
}

export interface Previewer {
  /** @throws Refusal of SPEC §3, as the command */
  preview(command: Command, origin: Origin): Promise<Preview>;
}

/** Times that another process may have filed more in a row before this one gives up. */
const OVERTAKEN_MAX = 1_000;

export function previewer(log: EventLog, store: Store, follower: Follower, intentOf: IntentOf): Previewer {
  /** Ends when the last preview has: between any two of them the log is read, and whatever waits for that is served. */
  let turn: Promise<unknown> = Promise.resolve();

  const foresee = async (command: Command, intent: Intent): Promise<Preview> => {
    for (let overtaken = 0; overtaken < OVERTAKEN_MAX; overtaken += 1) {
      const seen = await follower.level(() => {
        const judged = judge(intent, store, follower);
        return 'remembered' in judged ? judged : previewed(store, follower, command, intent, judged.decided);
      });
      if (!seen) continue;
      if ('remembered' in seen) return repeated(command, intent, seen.remembered);
      if (seen.events.length > 0) await follower.checkClock();
      return seen;
    }
    throw new Error('other processes file the log faster than this one can look ahead');
  };

  /** Its events are in the log: what is known now is before them and after. */
  const repeated = async (command: Command, { stream }: Intent, remembered: RememberedCommand): Promise<Preview> => {
    const events = await recordedBy(log, stream, remembered);
    return follower.level(() => {
      const decided = { events, ...standing(follower, stream) };
      const view = viewOf(follower, store, decided.now, decided.now);
      return { ...foreseen(decided), ...consequences(command, { before: view, after: view }, events) };
    });
  };

  return {
    preview(command, origin) {
      const before = turn;
      const preview = (async () => {
        await before.catch(() => {});
        return foresee(command, intentOf(command, origin));
      })();
      turn = preview.catch(() => {});
      return preview;
    },
  };
}

/** @returns undefined where another process has filed more than was decided on */
function previewed(
  store: Store,
  follower: Follower,
  command: Command,
  { stream, origin, reason }: Intent,
  decided: Decided,
): Preview | undefined {
  const { now, position } = decided;
  // As they would be read back: whatever JSON leaves out is not in them.
  const events = decided.events.map(({ event, effectiveAt }) => ({ event: asStored(event), effectiveAt }));
  const preview = foreseen({ ...decided, events });
  if (!isOfAccount(command)) return preview;
  const facts = events.map(({ event, effectiveAt }, index): Fact<AccountEvent> => {
    const place = { position: position + 1 + index, recordedAt: now };
    return { event: event as AccountEvent, effectiveAt, ...place, actor: origin.actor, reason: reason ?? null };
  });
  const before = viewOf(follower, store, now, now);
  const after = { ...before, position: position + facts.length };
  const rehearsed = rehearse(store, follower.projector, stream, facts, () =>
    consequences(command, { before, after }, events),
  );
  return rehearsed && { ...preview, ...rehearsed.told };
}

function consequences(
  command: Command,
  views: Views,
  events: readonly Effective<DomainEvent>[],
): Partial<Consequences> {
  if (!isOfAccount(command)) return {};
  return consequencesOf(views, command.body.accountId, events as readonly Effective<AccountEvent>[]);
}

function isOfAccount(command: Command): command is AccountCommand {
  return !isCatalogCommand(command) && !isProgramCommand(command);
}

function asStored(event: DomainEvent): DomainEvent {
  return JSON.parse(JSON.stringify(event)) as DomainEvent;
}

/** Without the consequences. */
export function foreseen({ events, now, position, revision }: Decided): Preview {
  return {
    events: events.map(({ event: { type, data }, effectiveAt }) => ({
      type,
      effectiveAt: formatInstant(effectiveAt),
      data,
    })),
    knownAt: formatInstant(now),
    position,
    revision,
  };
}

/** The events of a remembered command, which were one append. */
export async function recordedBy(
  log: EventLog,
  stream: string,
  { events, revision }: RememberedCommand,
): Promise<Effective<DomainEvent>[]> {
  const count = events.reduce((sum, [, each]) => sum + each, 0);
  const recorded: Effective<DomainEvent>[] = [];
  for await (const page of log.readStream(stream, revision - count + 1)) {
    for (const stored of page) recorded.push(codec.decode({ ...stored, recordedAt: stored.metadata.recordedAt }));
    if (recorded.length >= count) break;
  }
  return recorded.slice(0, count);
}
