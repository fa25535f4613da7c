/** An append as both calls collect it, and the try to store it, which may meet a fault. */
import type { Caller, Context } from './calls.js';
import type { Appended, Expected, ProposedEvent } from './events.js';

export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
  bytes: number;
}

/** Stored, or not, as it is told; undefined where no answer is to come. */
export function attempt(context: Context, call: Caller, { stream, expected, events }: Append): Appended | undefined {
  const { faults, store } = context;
  const fault = faults.takeAppendFault();
  const isStored = fault === undefined || fault.endsWith('-stored');
  const appended = isStored ? store.append(stream, expected, events) : undefined;
  if (fault === 'cut-stored' || fault === 'cut-unstored') context.cut(call);
  return fault === undefined ? appended : undefined;
}

/**
 * The size of an append is that of its events' data, metadata and types not counted: so the real server's arithmetic turns out,
 * whatever its documentation says.
 */
export function add(append: Append, event: ProposedEvent): void {
  append.events.push(event);
  append.bytes += event.data.length;
}
