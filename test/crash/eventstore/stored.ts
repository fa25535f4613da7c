/** What a server holds of a ledger, read by the client alone and decoded by nothing of the engine: what the processes' words are held against. */
import { EventStoreDBClient, START } from '@eventstore/db-client';
import type { LogEvent } from '../../support/reference/reference.js';
import { seatsOf, startsOwed } from '../../support/reference/starts.js';
import type { Told } from './processes.js';

export type Stored = LogEvent & { readonly id: string; readonly revision: number; readonly commandId: string };

export const SCARCE_SEATS = 5;

/** All events of a ledger, in order. */
export async function storedOn(url: string, prefix: string): Promise<Stored[]> {
  const client = EventStoreDBClient.connectionString(url);
  const stored: Stored[] = [];
  let clock = 0;
  for await (const { event } of client.readAll({ fromPosition: START })) {
    if (!event?.streamId.startsWith(`${prefix}/`)) continue;
    const told = event.metadata as Record<string, string>;
    clock = Math.max(clock, Date.parse(told['recordedAt']!));
    stored.push({
      id: event.id,
      stream: event.streamId.slice(prefix.length + 1),
      revision: Number(event.revision),
      position: Number(event.position.commit),
      type: event.type,
      data: event.data,
      effectiveAt: Date.parse(told['effectiveAt']!),
      recordedAt: clock,
      actor: told['actor'],
      reason: told['reason'] ?? null,
      commandId: told['commandId'],
    } as unknown as Stored);
  }
  await client.dispose();
  return stored;
}

/** No gap, nothing twice: streams count from 0, positions grow, ids are of one event each. */
export function assertInOrder(stored: readonly Stored[]): void {
  expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length);
  for (const events of Map.groupBy(stored, ({ stream }) => stream).values()) {
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
  }
  expect(stored.every(({ position }, index) => index === 0 || position > stored[index - 1]!.position)).toBe(true);
}

/**
 * What was acknowledged is there once and whole, as it was answered, and what was refused is not.
 * @returns how many were refused, or changed nothing, after an earlier try of theirs had arrived late
 */
export function assertAsTold(stored: readonly Stored[], { sent, done, refused, trouble }: Told): number {
  const byCommand = Map.groupBy(stored, ({ commandId }) => commandId);
  let late = 0;
  for (const [id, { command }] of sent) {
    const events = byCommand.get(id) ?? [];
    const [, count] = /-(\d+)-\d+$/.exec(id) ?? [];
    const answers = done.get(id) ?? [];
    const isTogether = events.every(({ revision }, index) => revision === events[0]!.revision + index);
    expect({ id, isTogether, streams: new Set(events.map(({ stream }) => stream)).size <= 1 }).toEqual({
      id,
      isTogether: true,
      streams: true,
    });
    if (count !== undefined && events.length > 0) expect([id, events.length]).toEqual([id, Number(count)]);
    for (const answer of answers) {
      if (answer.events.length === 0 && events.length > 0 && trouble.has(id)) late += 1;
      else if (answer.events.length === 0) expect([id, command, events.length]).toEqual([id, command, 0]);
      else {
        const last = events.at(-1);
        const types = events.map(({ type }) => type as string);
        expect({ id, ...answer }).toEqual({ id, events: types, position: last?.position, revision: last?.revision });
      }
    }
    if (!refused.has(id) || events.length === 0) continue;
    expect([id, refused.get(id), trouble.has(id)]).toEqual([id, refused.get(id), true]);
    late += 1;
  }
  return late;
}

/** A selection is whole or not there; of what is scarce nobody holds more than there is. */
export function assertSelections(stored: readonly Stored[], { sent }: Told): void {
  const holders = new Map<string, Set<string>>();
  for (const [index, event] of stored.entries()) {
    if (event.stream !== 'account-crowd') continue;
    if (event.type === 'SeatAssigned' || event.type === 'SeatReleased') {
      const { product, userId } = event.data;
      const held = holders.get(product) ?? new Set();
      holders.set(product, held);
      expect([event.position, held.has(userId)]).toEqual([event.position, event.type === 'SeatReleased']);
      if (event.type === 'SeatAssigned') held.add(userId);
      else held.delete(userId);
    }
    expect(holders.get('scarce')?.size ?? 0).toBeLessThanOrEqual(SCARCE_SEATS);
    const { command, body } = sent.get(event.commandId) ?? {};
    if (command !== 'SaveSeats' || stored[index + 1]?.commandId === event.commandId) continue;
    expect([event.commandId, [...holders.get('bulk')!].sort()]).toEqual([
      event.commandId,
      (body!['userIds'] as string[]).toSorted(),
    ]);
  }
}

/** Each phase was started once, none is owed, and each start gave its seats once. */
export function assertStarted(stored: readonly Stored[], now: number): void {
  const starts = stored.filter(({ type }) => type === 'EnforcementPhaseStarted');
  const keys = starts.map(({ data }) => JSON.stringify(data));
  expect(keys.toSorted()).toEqual([...new Set(keys)].sort());
  expect(startsOwed(stored, now)).toEqual([]);
  const byCommand = Map.groupBy(stored, ({ commandId }) => commandId);
  for (const start of starts) {
    const due = seatsOf(bearingOn(start, stored));
    const given = (byCommand.get(start.commandId) ?? []).filter(({ type }) => type === 'SeatAssigned');
    expect(given.map(({ stream, data }) => ({ stream, data }))).toEqual(due);
  }
}

/** What a program's start depends on, up to the start: the reference folds it all from nothing for each. */
function bearingOn(start: Stored, stored: readonly Stored[]): Stored[] {
  const product = start.stream.replace('program-', 'open-');
  return stored.filter(({ position, stream, data }) => {
    if (position > start.position || (stream !== start.stream && stream !== 'account-crowd')) return false;
    return !('product' in data) || data.product === product;
  });
}
