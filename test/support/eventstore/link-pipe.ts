/** One way of a connection of the faulty link: what comes from one socket goes to the other, unless the link's condition forbids. */
import type { Socket } from 'node:net';

export type Direction = 'to-server' | 'to-client';

/** What every connection of a link goes by. */
export interface Condition {
  readonly frozen: Set<Direction>;
  readonly bytesLeft: Map<Direction, number>;
  delayMs: number;
  refused: boolean;
}

export interface Pipe {
  cutAfter(bytes: number | undefined): void;
  resume(): void;
}

/** Passes what comes from one socket to the other; what is held back stays in the sender's and the kernel's buffers. */
export function pipe(from: Socket, to: Socket, direction: Direction, condition: Condition, cut: () => void): Pipe {
  let bytesLeft = condition.bytesLeft.get(direction);
  let held: Buffer[] = [];
  let ended = false;
  let dueAt = 0;

  function pass(bytes: Buffer): void {
    if (to.destroyed) return;
    if (bytesLeft !== undefined && bytes.length >= bytesLeft) {
      to.write(bytes.subarray(0, bytesLeft), cut);
      bytesLeft = 0;
      from.pause();
      return;
    }
    if (bytesLeft !== undefined) bytesLeft -= bytes.length;
    if (!to.write(bytes)) from.pause();
  }

  function passInTime(act: () => void): void {
    dueAt = Math.max(dueAt, performance.now() + condition.delayMs);
    const ms = dueAt - performance.now();
    if (ms <= 0) act();
    else setTimeout(act, ms);
  }

  function end(): void {
    ended = true;
    if (held.length === 0 && !condition.frozen.has(direction)) passInTime(() => to.end());
  }

  from.on('data', (bytes: Buffer) => {
    if (condition.frozen.has(direction)) {
      held.push(bytes);
      from.pause();
    } else {
      passInTime(() => pass(bytes));
    }
  });
  from.on('end', end);
  to.on('drain', () => {
    if (!condition.frozen.has(direction)) from.resume();
  });
  return {
    cutAfter(bytes) {
      bytesLeft = bytes;
    },
    resume() {
      const late = held;
      held = [];
      for (const bytes of late) passInTime(() => pass(bytes));
      if (ended) end();
      from.resume();
    },
  };
}
