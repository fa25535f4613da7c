import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generationsIn } from '#read-model/generations.js';

const VERSION = 3;
let directory: string;

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'seatledger-generations-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const write = (...names: string[]): void => names.forEach((name) => writeFileSync(join(directory, name), ''));

test('where nothing is in use, the next is the first; in use, it is named by one small file', () => {
  const generations = generationsIn(join(directory, 'made'), VERSION);
  expect(generations.isInUse).toBe(false);
  expect(generations.current()).toBeUndefined();
  const first = generations.next();
  expect(first).toEqual({ name: 'v3-1.db', number: 1, file: join(directory, 'made', 'v3-1.db') });
  generations.use(first);
  expect(generations.current()).toEqual(first);
  expect(readdirSync(join(directory, 'made'))).toEqual(['current']);
  expect(readFileSync(join(directory, 'made', 'current'), 'utf8')).toBe('v3-1.db\n');
});

test('the next is the one that was left half built, and never a name that was used before', () => {
  write('v3-1.db', 'v3-2.db');
  const generations = generationsIn(directory, VERSION);
  writeFileSync(join(directory, 'current'), 'v3-1.db\n');
  expect(generations.next().name).toBe('v3-2.db');
  expect(generations.after(generations.next()).name).toBe('v3-3.db');
  generations.use(generations.next());
  expect(generations.next().name).toBe('v3-3.db');
});

test('one of another version is in use, but not for this one', () => {
  write('v2-5.db');
  writeFileSync(join(directory, 'current'), 'v2-5.db\n');
  const generations = generationsIn(directory, VERSION);
  expect(generations.isInUse).toBe(true);
  expect(generations.current()).toBeUndefined();
  expect(generations.next().name).toBe('v3-1.db');
});

test('older ones go with what SQLite keeps beside them; newer ones and other files stay', () => {
  write(
    'v2-9.db',
    'v2-9.db-wal',
    'v2-9.db-shm',
    'v3-1.db',
    'v3-2.db',
    'v3-2.db-wal',
    'v3-3.db',
    'v4-1.db',
    'notes.txt',
  );
  const generations = generationsIn(directory, VERSION);
  generations.use({ name: 'v3-2.db', number: 2, file: join(directory, 'v3-2.db') });
  generations.removeOlder(generations.current()!);
  expect(readdirSync(directory).sort()).toEqual([
    'current',
    'notes.txt',
    'v3-2.db',
    'v3-2.db-wal',
    'v3-3.db',
    'v4-1.db',
  ]);
});

test('what cannot be removed is left for the next time', () => {
  write('v3-2.db');
  // A directory stands for a file that the system does not let go of.
  const stubborn = join(directory, 'v3-1.db');
  generationsIn(stubborn, VERSION);
  const generations = generationsIn(directory, VERSION);
  expect(() => generations.removeOlder(generations.next())).not.toThrow();
  expect(existsSync(stubborn)).toBe(true);
});

test('a place below a working directory that is gone fails at once', () => {
  const before = process.cwd();
  const gone = mkdtempSync(join(tmpdir(), 'seatledger-gone-'));
  process.chdir(gone);
  try {
    rmSync(gone, { recursive: true });
    expect(() => generationsIn('read-model', VERSION)).toThrow('ENOENT');
  } finally {
    process.chdir(before);
  }
});
