/** A directory of its own for each test of a file, and raw access to the file behind the log's back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const made: string[] = [];

/** The path of a log that is not there yet. */
export function freshLogFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'seatledger-log-'));
  made.push(directory);
  return join(directory, 'log.db');
}

export function removeLogFiles(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
}

export function tamper(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}
