/** What the benchmarks of appends append, and how much of it at once. */
import { randomUUIDv7 } from 'node:crypto';
import type { NewEvent } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';

export const AT_ONCE = 64;
export const PRODUCT = 'seat';

export function newEvent(): NewEvent {
  const id = randomUUIDv7();
  const at = Date.now() as Instant;
  return {
    id,
    type: 'SeatAssigned',
    version: 1,
    data: JSON.stringify({ product: PRODUCT, userId: 'user-1', source: 'manual' }),
    metadata: { actor: 'bench', commandId: id, correlationId: id, causationId: id, effectiveAt: at, recordedAt: at },
  };
}

export async function timesInTurn(count: number, work: (i: number) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < count; i += 1) await work(i);
}

export async function atOnce(work: (i: number) => Promise<unknown>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => work(i)));
}
