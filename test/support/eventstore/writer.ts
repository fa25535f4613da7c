/**
 * The one writer of a server: appends and deletes take their turns, and between two of them the sockets get theirs, so that a
 * subscriber who keeps up is told of one before the next comes.
 */
export type Writer = (write: () => void) => void;

export function openWriter(): Writer {
  const queue: (() => void)[] = [];
  function next(): void {
    queue[0]?.();
    queue.shift();
    if (queue.length > 0) setImmediate(next);
  }
  return (write) => {
    queue.push(write);
    if (queue.length === 1) setImmediate(next);
  };
}
