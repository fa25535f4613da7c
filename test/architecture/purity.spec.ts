import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a clock',
    /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )(?<![\w.])Date\(\s*\)|\bTemporal\.Now\b|\bperformance\b|\bhrtime\b/,
  ],
  ['random', /\bMath\.random\b|\brandom(UUID|Bytes|Int|FillSync)\b|\bgetRandomValues\b|\bv[147]\b(?=\s*[,}(])/],
  ['timers', /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
  ['I/O', /\bprocess\.|\bconsole\.|\bfetch\(|\bglobalThis\b/],
  ['what never ends at once', /\basync\b|\bawait\b|\bPromise\b/],
];

function impurities(text: string): string[] {
  const code = text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
  return IMPURE.filter(([, pattern]) => pattern.test(code)).map(([what]) => what);
}

test('no clock, no random, no I/O and nothing asynchronous in kernel and domain', async () => {
  const found: Record<string, string[]> = {};
  let files = 0;
  for await (const file of glob('libs/{kernel,domain}/**/*.ts', { cwd: ROOT })) {
    if (file.endsWith('.spec.ts')) continue;
    files += 1;
    const impure = impurities(await readFile(join(ROOT, file), 'utf8'));
    if (impure.length > 0) found[file] = impure;
  }
  expect(found).toEqual({});
  expect(files).toBeGreaterThan(25);
});

test('no clock and no random in projections: an answer is a function of its bounds', async () => {
  const found: string[] = [];
  for await (const file of glob('projections/**/*.ts', { cwd: ROOT })) {
    if (file.endsWith('.spec.ts')) continue;
    const impure = impurities(await readFile(join(ROOT, file), 'utf8'));
    if (impure.includes('a clock') || impure.includes('random')) found.push(file);
  }
  expect(found).toEqual([]);
});

test.each([
  ['const now = Date.now();', 'a clock'],
  ['const now = new Date();', 'a clock'],
  ['const now = Temporal.Now.instant();', 'a clock'],
  ['const at = performance.now();', 'a clock'],
  ['const id = Math.random();', 'random'],
  ["import { randomUUID } from 'node:crypto';", 'random'],
  ["import { v4, v5 } from 'uuid';", 'random'],
  ['setTimeout(() => {}, 5);', 'timers'],
  ['console.log(1);', 'I/O'],
  ['export async function decide() {}', 'what never ends at once'],
])('%s is found to be %s', (line, what) => {
  expect(impurities(line)).toEqual([what]);
});

test.each([
  'const day = new Date(instant);',
  '// Date.now() would be wrong here',
  "import { v5 } from 'uuid';",
  'const asynchronous = 1;',
])('%s is pure', (line) => {
  expect(impurities(line)).toEqual([]);
});
