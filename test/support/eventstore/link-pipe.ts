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
  const late: { readonly at: number; readonly act: () => void }[] = [];

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

  /** One after another and by one timer: what is due while this process is busy still goes before what comes then. */
  function passInTime(act: () => void): void {
    late.push({ at: performance.now() + condition.delayMs, act });
    if (late.length === 1) passDue();
  }

  function passDue(): void {
    for (let [next] = late; next; [next] = late) {
      const ms = next.at - performance.now();
      if (ms > 0) {
        setTimeout(passDue, ms);
        return;
      }
      next.act();
      late.shift();
    }
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
      const released = held;
      held = [];
      for (const bytes of released) passInTime(() => pass(bytes));
      if (ended) end();
      from.resume();
    },
  };
}
