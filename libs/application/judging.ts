/** What a command comes to on the log as it was read: the answer that is remembered of it, or what is decided now. */
import { hash } from 'node:crypto';
import type { Effective } from '#domain/catalog/decide.js';
import type { DomainEvent } from '#domain/events.js';
import type { Instant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { RememberedCommand, Store } from '#read-model/store.js';
import type { Follower } from '#application/follower.js';

/** Who asks for it, and what it belongs to. */
export interface Origin {
  readonly actor: string;
  readonly correlationId?: string;
}

/** What is to be appended to one stream under one command id. */
export interface Intent {
  readonly stream: string;
  /** As the caller chose it; undefined: one is made, and not remembered. */
  readonly commandId: string | undefined;
  /** Of the command as parsed: the same id with another one is refused. */
  readonly fingerprint: string;
  readonly origin: Origin;
  readonly reason: string | undefined;
  /** Decides on the log as read to its end. */
  readonly decide: (now: Instant) => readonly Effective<DomainEvent>[];
}

export interface Standing {
  readonly now: Instant;
  /** The last one read. */
  readonly position: number;
  /** Of the stream. */
  readonly revision: number;
}

export interface Decided extends Standing {
  readonly events: readonly Effective<DomainEvent>[];
}

export type Judged = { readonly remembered: RememberedCommand } | { readonly decided: Decided };

/**
 * Changes nothing; to be called while nothing is half read.
 * @throws Refusal of the decision, or `command-id-reused`
 */
export function judge({ stream, commandId, fingerprint, decide }: Intent, store: Store, follower: Follower): Judged {
  const remembered = commandId === undefined ? undefined : store.command(stream, commandId);
  if (remembered) {
    if (remembered.fingerprint === fingerprint) return { remembered };
    throw new Refusal('command-id-reused', `commandId ${commandId} was used for another command; choose a new one`);
  }
  const judgedOn = standing(follower, stream);
  return { decided: { events: decide(judgedOn.now), ...judgedOn } };
}

/** What a stream is judged on now; to be called while nothing is half read. */
export function standing(follower: Follower, stream: string): Standing {
  const { projector } = follower;
  return { now: follower.now(), position: projector.reached.position, revision: projector.revisionOf(stream) };
}

/** The same for the same command and body, as parsed. */
export function fingerprintOf(command: { readonly name: string; readonly body: object }): string {
  return hash('sha256', JSON.stringify(command), 'base64url');
}
