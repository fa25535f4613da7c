/** A log's events as appends of another log: a command stays one append, and short commands of a stream share one. */
import { APPEND_EVENTS_MAX, type NewEvent, type StoredEvent } from '#event-log/port.js';

/** Events and characters of data that several commands may share an append up to: what a server takes in one call without options. */
export const SHARED_EVENTS_MAX = 500;
export const SHARED_LENGTH_MAX = 200_000;

export interface Append {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly NewEvent[];
  /** Position of the last event in the log that it is taken from. */
  readonly last: number;
}

/** In the log's order, whatever the pages: no append holds events of two streams, or a command in part. */
export async function* appendsOf(pages: AsyncIterable<readonly StoredEvent[]>): AsyncGenerator<Append> {
  let append: StoredEvent[] = [];
  for await (const command of commandsOf(pages)) {
    if (append.length > 0 && !canShare(append, command)) {
      yield told(append);
      append = [];
    }
    append.push(...command);
  }
  if (append.length > 0) yield told(append);
}

/** Runs of events of one stream and one command. */
async function* commandsOf(pages: AsyncIterable<readonly StoredEvent[]>): AsyncGenerator<readonly StoredEvent[]> {
  let command: StoredEvent[] = [];
  for await (const page of pages) {
    for (const event of page) {
      if (command.length > 0 && !continues(command, event)) {
        yield command;
        command = [];
      }
      command.push(event);
    }
  }
  if (command.length > 0) yield command;
}

function continues(command: readonly StoredEvent[], { stream, metadata }: StoredEvent): boolean {
  const first = command[0]!;
  const isSame = first.stream === stream && first.metadata.commandId === metadata.commandId;
  return isSame && command.length < APPEND_EVENTS_MAX;
}

function canShare(append: readonly StoredEvent[], command: readonly StoredEvent[]): boolean {
  if (append[0]!.stream !== command[0]!.stream) return false;
  if (append.length + command.length > SHARED_EVENTS_MAX) return false;
  return lengthOf(append) + lengthOf(command) <= SHARED_LENGTH_MAX;
}

function lengthOf(events: readonly StoredEvent[]): number {
  return events.reduce((length, { data }) => length + data.length, 0);
}

function told(events: readonly StoredEvent[]): Append {
  const { stream, revision } = events[0]!;
  return {
    stream,
    expectedRevision: revision - 1,
    events: events.map(({ id, type, version, data, metadata }) => ({ id, type, version, data, metadata })),
    last: events.at(-1)!.position,
  };
}
