/**
 * The file that makes the store outlive its process: one line of JSON for each append, written before it is answered. A line is
 * written in one go, so that a process killed at any moment leaves whole appends; it is not flushed, so a power cut may lose some.
 */
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { TOMBSTONE_REVISION, type RecordedEvent } from './events.js';

const NEW_LINE = 0x0a;

export interface Journal {
  load(take: (event: RecordedEvent) => void): void;
  write(events: readonly RecordedEvent[]): void;
  close(): void;
}

/** An event as it is written; the revision of a tombstone has no JSON and is left out. */
interface Line {
  readonly stream: string;
  readonly revision?: number;
  readonly position: number;
  readonly created: number;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: string;
  readonly metadata: string;
}

export function openJournal(file: string): Journal {
  const stored = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const descriptor = openSync(file, 'a');
  const whole = stored.lastIndexOf(NEW_LINE) + 1;
  // The last line may be in part where the disk was full in the middle of it; it was never answered.
  ftruncateSync(descriptor, whole);
  return {
    load(take) {
      for (let start = 0; start < whole;) {
        const end = stored.indexOf(NEW_LINE, start);
        for (const line of JSON.parse(stored.toString('utf8', start, end)) as readonly Line[]) take(eventOf(line));
        start = end + 1;
      }
    },
    write(events) {
      const bytes = Buffer.from(`${JSON.stringify(events.map(lineOf))}\n`);
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    },
    close: () => closeSync(descriptor),
  };
}

function lineOf({ data, metadata, revision, ...event }: RecordedEvent): Line {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    ...event,
    ...(revision === TOMBSTONE_REVISION ? {} : { revision }),
    data: base64(data),
    metadata: base64(metadata),
  };
}

function eventOf({ data, metadata, revision = TOMBSTONE_REVISION, ...line }: Line): RecordedEvent {
  return { ...line, revision, data: Buffer.from(data, 'base64'), metadata: Buffer.from(metadata, 'base64') };
}
