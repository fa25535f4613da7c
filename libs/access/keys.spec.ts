/** The key pair of a ledger: one, whole, and its owner's alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { KeyUnusable, type OwnKeys, ownKeys } from './keys.js';

let directory: string;
beforeEach(async () => (directory = join(await mkdtemp(join(tmpdir(), 'seatledger-keys-')), 'keys')));
afterEach(() => rm(join(directory, '..'), { recursive: true }));

const shown = ({ publicKey }: OwnKeys): string => publicKey.export({ type: 'spki', format: 'pem' });
const file = (): string => join(directory, 'signing-key.pem');

test('a pair is made once, and is the same from then on', async () => {
  const made = shown(await ownKeys(directory));
  expect(shown(await ownKeys(directory))).toBe(made);
  expect(await readdir(directory)).toEqual(['signing-key.pem']);
});

test('another ledger has another', async () => {
  expect(shown(await ownKeys(directory))).not.toBe(shown(await ownKeys(join(directory, 'other'))));
});

test('only its owner can read it', async () => {
  await ownKeys(directory);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
});

test('all who ask at the same time get the same, whole', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => ownKeys(directory)));
  expect(new Set(all.map(shown)).size).toBe(1);
  expect(await readdir(directory)).toEqual(['signing-key.pem']);
});

test('so do processes that start at the same time', async () => {
  const script = `
    const { ownKeys } = await import(${JSON.stringify(join(import.meta.dirname, 'keys.ts'))});
    const { publicKey } = await ownKeys(${JSON.stringify(directory)});
    process.stdout.write(publicKey.export({ type: 'spki', format: 'pem' }));`;
  const printed = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '-e',
        script,
      ]);
      let text = '';
      child.stdout.on('data', (chunk) => (text += String(chunk)));
      const [code] = await once(child, 'close');
      return [code, text];
    }),
  );
  const pem = shown(await ownKeys(directory));
  expect(printed).toEqual(Array.from({ length: 4 }, () => [0, pem]));
});

test('one that others can read is refused: they could mint tokens', async () => {
  await ownKeys(directory);
  await chmod(file(), 0o640);
  await expect(ownKeys(directory)).rejects.toThrow(KeyUnusable);
  await expect(ownKeys(directory)).rejects.toThrow(/chmod 600/);
  await chmod(file(), 0o600);
  await ownKeys(directory);
});

test('a file that is no such key is refused, never replaced in silence', async () => {
  await ownKeys(directory);
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const whole = await readFile(file(), 'utf8');
  for (const text of ['', 'nonsense', whole.slice(0, 60), ec, whole + ' '.repeat(5_000)]) {
    await writeFile(file(), text);
    await expect(ownKeys(directory)).rejects.toThrow(/is no private Ed25519 key: remove it/);
    expect(await readFile(file(), 'utf8')).toBe(text);
  }
});
