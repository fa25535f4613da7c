/** Command ids seen since the last save, with what each command answered: ids are remembered for good, per stream (SPEC §3). */
import type { Fact } from '#domain/events.js';
import type { RememberedCommand, Store } from '#read-model/store.js';

interface Pending {
  readonly stream: string;
  readonly commandId: string;
  readonly command: RememberedCommand;
}

export class NewCommands {
  readonly #pending = new Map<string, Pending>();

  constructor(private readonly store: Store) {}

  /** Adds an event to what its command answered. */
  add(stream: string, commandId: string, fingerprint: string, { event, position }: Fact): void {
    const key = `${stream} ${commandId}`;
    const before = this.#pending.get(key)?.command ?? this.store.command(stream, commandId);
    const events = [...(before?.events ?? [])];
    const [type, count] = events.at(-1) ?? [];
    if (type === event.type) events[events.length - 1] = [type, count! + 1];
    else events.push([event.type, 1]);
    this.#pending.set(key, { stream, commandId, command: { fingerprint, events, position } });
  }

  save(): void {
    for (const { stream, commandId, command } of this.#pending.values()) {
      this.store.rememberCommand(stream, commandId, command);
    }
    this.#pending.clear();
  }

  clear(): void {
    this.#pending.clear();
  }
}
