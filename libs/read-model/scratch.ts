/** A read model for once, in a file beside the generations of the one in use, which takes no notice of it. */
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeFiles } from '#read-model/generations.js';

/** Nobody works on one for so long: an older one was left by a process that was killed. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1_000;
const NAME = /^scratch-[\da-f-]+\.db$/;

export interface Scratch {
  readonly file: string;
  remove(): void;
}

/** @param now milliseconds since 1970 */
export function scratchIn(directory: string, now: number): Scratch {
  for (const name of readdirSync(directory)) {
    if (NAME.test(name) && isOlder(join(directory, name), now - LEFT_BEHIND_MS)) removeFiles(join(directory, name));
  }
  const file = join(directory, `scratch-${randomUUID()}.db`);
  return { file, remove: () => removeFiles(file) };
}

function isOlder(file: string, than: number): boolean {
  try {
    return statSync(file).mtimeMs < than;
  } catch {
    // Another process was faster to remove it.
    return false;
  }
}
