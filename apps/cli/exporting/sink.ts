/** Where an export goes: stdout, no faster than it is read; or a file, which appears under its name only when it is whole. */
import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Characters that are collected before they are written. */
const PIECE_LENGTH = 64 * 1024;

export interface Sink {
  write(text: string): Promise<void>;
  /** The last of it was written. */
  finish(): Promise<void>;
  /** What there is of a file is removed; does nothing once it is finished. */
  abandon(): Promise<void>;
}

export async function openSink(file: string | undefined): Promise<Sink> {
  const target = file === undefined ? onStdout() : await inFile(file);
  let piece = '';
  const flush = async (): Promise<void> => {
    const text = piece;
    piece = '';
    if (text !== '') await target.put(text);
  };
  return {
    async write(text) {
      piece += text;
      if (piece.length >= PIECE_LENGTH) await flush();
    },
    async finish() {
      await flush();
      await target.finish();
    },
    abandon: () => target.abandon(),
  };
}

interface Target {
  put(text: string): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

function onStdout(): Target {
  return {
    async put(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    finish: async () => {},
    abandon: async () => {},
  };
}

async function inFile(file: string): Promise<Target> {
  const written = `${resolve(file)}.${process.pid}.part`;
  const handle = await open(written, 'w');
  let isOpen = true;
  return {
    put: (text) => handle.writeFile(text),
    async finish() {
      await handle.sync();
      isOpen = false;
      await handle.close();
      await rename(written, file);
    },
    async abandon() {
      if (!isOpen) return;
      isOpen = false;
      await handle.close();
      await rm(written, { force: true });
    },
  };
}
