import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Batch, writeBatch } from '#read-model/batch.js';
import { READ_MODEL_VERSION, openStore } from '#read-model/store.js';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seatledger-store-'));
  file = join(directory, 'read.db');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const batch = (after: number, position: number, over: Partial<Batch> = {}): Batch => ({
  after,
  checkpoint: { position, recordedAt: position * 10, eventId: `e${position}` },
  lines: new Uint8Array(),
  timelines: [],
  added: [],
  extended: [],
  streams: [],
  commands: [],
  ...over,
});

test('an empty read model is at position 0 and knows nothing', () => {
  const store = openStore(file);
  expect(store.checkpoint()).toEqual({ position: 0, recordedAt: null, eventId: null });
  expect([store.stream('account-acme'), store.command('catalog', 'c'), store.isCompleted('start:p')]).toEqual([
    undefined,
    undefined,
    false,
  ]);
  expect(store.streams('account-')).toEqual([]);
  store.close();
});

test('how far streams were read, commands and completed work are there after reopen', () => {
  const store = openStore(file);
  const command = { fingerprint: 'f', events: [['SeatAssigned', 3]] as const, position: 9, revision: 4 };
  store.saveStream('account-b', { revision: 4, lastEffectiveAt: 5 });
  store.saveStream('account-a', { revision: 1, lastEffectiveAt: 2 });
  store.saveStream('catalog', { revision: 0, lastEffectiveAt: 0 });
  store.rememberCommand('account-a', 'c', command);
  store.saveCompleted('start:p');
  store.saveCompleted('start:p');
  store.close();
  const again = openStore(file);
  expect(again.streams('account-')).toEqual(['account-a', 'account-b']);
  expect(again.stream('account-b')).toEqual({ revision: 4, lastEffectiveAt: 5 });
  expect(again.command('account-a', 'c')).toEqual(command);
  expect(again.command('account-b', 'c')).toBeUndefined();
  expect(again.isCompleted('start:p')).toBe(true);
  again.close();
});

test.each(['answers', 'throws'])(
  'a rehearsal is told of what it wrote, and leaves nothing of it, whether it %s',
  (ends) => {
    const store = openStore(file);
    writeBatch(store, batch(0, 5, { timelines: [[1, 'a']] }));
    const rehearse = (): number =>
      store.rehearse(() => {
        writeBatch(store, batch(5, 9, { timelines: [[2, 'b']] }));
        if (ends === 'throws') throw new Error('of the rehearsal');
        return store.checkpoint().position;
      });
    if (ends === 'throws') expect(rehearse).toThrow('of the rehearsal');
    else expect(rehearse()).toBe(9);
    expect(store.checkpoint().position).toBe(5);
    expect(writeBatch(store, batch(5, 7, { timelines: [[2, 'c']] }))).toBe(true);
    store.close();
  },
);

test('a batch is written with its position, all of it or none; only where the read model is at the one it goes on from', () => {
  const store = openStore(file);
  expect(writeBatch(store, batch(0, 5, { timelines: [[1, 'a']] }))).toBe(true);
  expect(writeBatch(store, batch(0, 9, { timelines: [[2, 'b']] }))).toBe(false);
  expect(() =>
    writeBatch(
      store,
      batch(5, 9, {
        timelines: [
          [2, 'c'],
          [2, 'c'],
        ],
      }),
    ),
  ).toThrow();
  expect(store.checkpoint()).toEqual({ position: 5, recordedAt: 50, eventId: 'e5' });
  expect(store.prepare('SELECT key FROM timeline').all()).toEqual([{ key: 'a' }]);
  store.close();
});

test('a write that throws leaves nothing, one inside another is part of it', () => {
  const store = openStore(file);
  expect(() =>
    store.write(() => {
      store.write(() => store.saveCompleted('a'));
      throw new Error('cut off');
    }),
  ).toThrow('cut off');
  expect(store.isCompleted('a')).toBe(false);
  store.close();
});

test('a read sees one state, whatever others commit meanwhile', () => {
  const [reader, writer] = [openStore(file), openStore(file)];
  reader.read(() => {
    expect(reader.isCompleted('a')).toBe(false);
    writer.saveCompleted('a');
    expect(reader.isCompleted('a')).toBe(false);
  });
  expect(reader.isCompleted('a')).toBe(true);
  reader.close();
  writer.close();
});

test('a file that is not a read model of this version is refused, never written to', () => {
  const other = new DatabaseSync(file);
  other.exec(`CREATE TABLE mine (id); PRAGMA user_version = ${READ_MODEL_VERSION}`);
  other.close();
  expect(() => openStore(file)).toThrow(/not a read model of this version; delete it/);
  writeFileSync(
    join(directory, 'text.db'),
    'this is no database at all, but a text that is long enough to be looked at',
  );
  expect(() => openStore(join(directory, 'text.db'))).toThrow(/not a database/);
});
