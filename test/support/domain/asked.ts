/** Answers on events given by hand: recorded as they are in a log of their own, filed by the engine, asked. */
import { standingClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import { type EventType, EVENT_VERSIONS } from '#domain/events.js';
import { memoryLog } from '#event-log/memory.js';
import type { NewEvent } from '#event-log/port.js';
import { derivedId } from '#kernel/id.js';
import { instantOf } from '#kernel/instant.js';
import { openStore } from '#read-model/store.js';
import { ACCOUNT, type GivenEvent } from '../reference/given.js';
import { NOW } from './given.js';

const WITHOUT_ACCOUNT = ['accounts', 'products', 'programs', 'phases'];

export interface Asked {
  /** `accountId` is `acme` unless told; @throws Refusal of SPEC §4 */
  readonly ask: (answer: string, of?: object) => Promise<Record<string, unknown>>;
  readonly engine: Engine;
}

/** Positions are 1, 2, 3, ...; every event by an actor `given`. */
export async function recorded(...events: readonly GivenEvent[]): Promise<Asked> {
  const log = memoryLog();
  const revisions = new Map<string, number>();
  for (const [index, [effectiveAt, type, data, recordedAt = effectiveAt]] of events.entries()) {
    const stream = streamOf(type, data);
    const commandId = `c${index}`;
    const event: NewEvent = {
      id: derivedId(commandId),
      type,
      version: EVENT_VERSIONS[type],
      data: JSON.stringify(data),
      metadata: {
        actor: 'given',
        commandId,
        correlationId: commandId,
        causationId: commandId,
        effectiveAt: instantOf(effectiveAt),
        recordedAt: instantOf(recordedAt),
      },
    };
    const { revision } = await log.append(stream, revisions.get(stream) ?? -1, [event]);
    revisions.set(stream, revision);
  }
  const engine = await openEngine({ log, store: openStore(':memory:'), clock: standingClock(instantOf(NOW)) });
  return {
    engine,
    async ask(answer, of) {
      const account = WITHOUT_ACCOUNT.includes(answer) ? {} : { accountId: ACCOUNT };
      return (await engine.ask(answer, { ...account, ...of })) as Record<string, unknown>;
    },
  };
}

function streamOf(type: EventType, data: Readonly<Record<string, unknown>>): string {
  if (type === 'ProductDefined' || type === 'ProductSaleChanged' || type === 'PriceSet') return 'catalog';
  return type.startsWith('Enforcement') ? `program-${String(data['programId'])}` : `account-${ACCOUNT}`;
}
