/**
 * Generations of a read model in one directory: `v{version}-{number}.db` files, and `current`, which names the one in use.
 * A SQLite file is never renamed or replaced, since other processes may have it open with its WAL; only `current` is, atomically.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { READ_MODEL_VERSION } from '#read-model/store.js';

const POINTER = 'current';
const NAME = /^v(\d+)-(\d+)\.db$/;
/** What SQLite keeps beside a file. */
const COMPANIONS = ['', '-wal', '-shm', '-journal'];

export interface Generation {
  readonly file: string;
  readonly name: string;
  readonly number: number;
}

export interface Generations {
  /** The one in use, where it is of this version. */
  current(): Generation | undefined;
  /** Whether one of any version is in use. */
  readonly isInUse: boolean;
  /** Newer than the one in use: one that was left half built, else a new one. */
  next(): Generation;
  /** The one after it, for where it turns out to be of no use. */
  after(generation: Generation): Generation;
  /** From now on whoever opens the read model opens this one. */
  use(generation: Generation): void;
  /** Removes the files of those before it, as far as the system lets go of them. */
  removeOlder(generation: Generation): void;
}

/** @param place made where it is missing */
export function generationsIn(place: string, version: number = READ_MODEL_VERSION): Generations {
  // Below a working directory that is gone, Node tries to make a relative path for ever; this fails instead.
  const directory = resolve(place);
  mkdirSync(directory, { recursive: true });

  const generation = (number: number): Generation => {
    const name = `v${version}-${number}.db`;
    return { file: join(directory, name), name, number };
  };

  const pointed = (): { readonly version: number; readonly number: number } | undefined => {
    try {
      return parse(readFileSync(join(directory, POINTER), 'utf8').trim());
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };

  const numbers = (): number[] =>
    readdirSync(directory)
      .map(parse)
      .filter((known) => known?.version === version)
      .map((known) => known!.number);

  return {
    current() {
      const known = pointed();
      return known?.version === version ? generation(known.number) : undefined;
    },
    get isInUse() {
      return pointed() !== undefined;
    },
    next() {
      const known = pointed();
      const inUse = known?.version === version ? known.number : 0;
      return generation(Math.max(inUse + 1, ...numbers()));
    },
    after: ({ number }) => generation(Math.max(number, ...numbers()) + 1),
    use({ name }) {
      const written = join(directory, `${POINTER}.${process.pid}`);
      writeFileSync(written, `${name}\n`, { flush: true });
      renameSync(written, join(directory, POINTER));
    },
    removeOlder({ number }) {
      for (const name of readdirSync(directory)) {
        const other = parse(name);
        if (!other || other.version > version || (other.version === version && other.number >= number)) continue;
        removeFiles(join(directory, name));
      }
    },
  };
}

function parse(name: string): { readonly version: number; readonly number: number } | undefined {
  const parts = NAME.exec(name);
  return parts ? { version: Number(parts[1]), number: Number(parts[2]) } : undefined;
}

/** What a process on Windows still has open stays, and goes with the next rebuild. */
export function removeFiles(file: string): void {
  for (const companion of COMPANIONS) {
    try {
      rmSync(file + companion, { force: true });
    } catch {
      return;
    }
  }
}
