/** Command ids seen since the last save, with what each command answered: ids are remembered for good, per stream (SPEC §3). */
import type { Fact } from '#domain/events.js';
import type { Batch } from '#read-model/batch.js';
import type { RememberedCommand, Store } from '#read-model/store.js';

/** An event of a command, with its place. */
interface OfCommand {
  readonly stream: string;
  readonly commandId: string;
  readonly fact: Fact;
  readonly revision: number;
}

interface Pending {
  readonly stream: string;
  readonly commandId: string;
  /** The command's own, which goes on in place: copied for each event, a long append's would cost the square of its length. */
  readonly events: [type: string, count: number][];
  readonly command: RememberedCommand;
}

export class NewCommands {
  readonly #pending = new Map<string, Pending>();
  /** Taken or not: an append that goes on beyond what was taken goes on with it. */
  #last: readonly [key: string, command: RememberedCommand] | undefined;

  constructor(private readonly store: Store) {}

  /** Adds an event to what its command answered. */
  add({ stream, commandId, fact, revision }: OfCommand, fingerprint: string): void {
    const { event, position } = fact;
    const key = `${stream} ${commandId}`;
    const events = this.#pending.get(key)?.events ?? this.#takenUp(key, stream, commandId);
    const [type, count] = events.at(-1) ?? [];
    if (type === event.type) events[events.length - 1] = [type, count! + 1];
    else events.push([event.type, 1]);
    const command = { fingerprint, events, position, revision };
    this.#pending.set(key, { stream, commandId, events, command });
    this.#last = [key, command];
  }

  take(): Batch['commands'] {
    const taken = [...this.#pending.values()].map(
      ({ stream, commandId, command }) => [stream, commandId, command] as const,
    );
    this.#pending.clear();
    return taken;
  }

  clear(): void {
    this.#pending.clear();
    this.#last = undefined;
  }

  /** A copy: what was taken may be on its way to the store still. */
  #takenUp(key: string, stream: string, commandId: string): Pending['events'] {
    const before = this.#last?.[0] === key ? this.#last[1] : this.store.command(stream, commandId);
    return before?.events.map(([type, count]) => [type, count]) ?? [];
  }
}
