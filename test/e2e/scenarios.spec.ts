/** Every scenario of the project on every log: what each line came to is the same, but for the positions, which are each log's own (SPEC §1). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from '#application/ledger.js';
import { ORIGIN } from '#event-log/port.js';
import { eventStoreForTests } from '../support/eventstore-url.js';
import { ROOT, freshDirectory, removeDirectories, seatledger } from './support/launcher.js';

/** Fifty files, each line durable before the next, on a machine that has other things to do. */
const FILES_MS = 240_000;
/** A usual run takes one file of so many; where EVENTSTORE_URL names a server to test on, it takes them all. */
const SAMPLED_EACH = 3;
const DIRECTORY = join('test', 'scenarios');

import.meta.jest.setTimeout(FILES_MS);
afterAll(removeDirectories);
const server = eventStoreForTests();

const isSampled = process.env['EVENTSTORE_URL'] === undefined;
const names = readdirSync(join(ROOT, DIRECTORY))
  .map((file) => file.replace('.jsonl', ''))
  .filter((_, index) => !isSampled || index % SAMPLED_EACH === 0);
const files = names.map((name) => join(DIRECTORY, `${name}.jsonl`));

interface Line {
  readonly file: string;
  readonly line: number;
}

async function answers(...where: string[]): Promise<Line[]> {
  const { code, stdout, stderr } = await seatledger(['scenario', ...files, '--answers', ...where], { cwd: ROOT });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** The places of a log's events counted from 1, which is what the positions of the embedded log are. */
async function ordinalsOf(location: string, prefix?: string): Promise<Map<number, number>> {
  const ordinals = new Map([[0, 0]]);
  const log = await openLog(location, { create: true, prefix });
  for await (const page of log.readAll(ORIGIN)) for (const { position } of page) ordinals.set(position, ordinals.size);
  await log.close();
  return ordinals;
}

/** With each `position` as an ordinal: the keys that are not of an event's data. */
function counted(value: unknown, ordinals: ReadonlyMap<number, number>): unknown {
  if (Array.isArray(value)) return value.map((item) => counted(item, ordinals));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'data') return [key, inner];
      return [key, key === 'position' ? (ordinals.get(inner as number) ?? 'no position') : counted(inner, ordinals)];
    }),
  );
}

test('each line comes to the same in memory, in a directory and on EventStoreDB', async () => {
  const directory = freshDirectory();
  const prefix = server.freshPrefix();
  const [inMemory, embedded, served] = await Promise.all([
    answers(),
    answers('--log', directory),
    answers('--log', server.url, '--prefix', prefix),
  ]);
  expect(new Set(inMemory.map(({ file }) => file))).toEqual(new Set(files));
  expect(embedded).toEqual(inMemory);
  // Open meanwhile, so that those of the files share its connection.
  const kept = await openLog(server.url, { create: true, prefix });
  for (const [index, name] of names.entries()) {
    const of = (lines: readonly Line[]): Line[] => lines.filter(({ file }) => file === files[index]);
    const ordinals = await ordinalsOf(server.url, `${prefix}-${name}`);
    expect(ordinals).toHaveProperty('size', (await ordinalsOf(join(directory, name))).size);
    expect(counted(of(served), ordinals)).toEqual(of(inMemory));
  }
  await kept.close();
  expect(JSON.stringify(served)).not.toEqual(JSON.stringify(inMemory));
});
