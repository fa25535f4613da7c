import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REFUSAL_CODES } from '#kernel/refusal.js';

const ROOT = join(import.meta.dirname, '../..');
const HERE = 'test/architecture/rules.spec.ts';

async function textsOf(pattern: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const file of glob(pattern, { cwd: ROOT, exclude: ['**/node_modules', '**/dist'] })) {
    if (file !== HERE) texts.set(file, await readFile(join(ROOT, file), 'utf8'));
  }
  return texts;
}

/** The first strings of `test`, `describe` and their `each`: what a reader of a test run sees. */
function titlesOf(text: string): string[] {
  const calls = text.matchAll(
    /\b(?:test|describe)(?:\.each[^]*?\)\)?)?\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g,
  );
  const rows = text.matchAll(/^\s*\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"),/gm);
  return [...calls, ...rows].map(([, single, double]) => (single ?? double!).replaceAll('\\', ''));
}

const RULES = [
  'recordedAt is never taken from a caller',
  "the log's clock never runs back",
  'capacity, requires and subscription are never judged again',
  'a swap saved in one command never counts twice',
  'a holding of no length never was, in any answer',
  'account streams hold exactly these, the others at least',
  'a repeat of one that appended events answers what it answered and appends nothing',
  'ids are remembered for good, per stream',
  'DefineProduct always records',
  'SetPrice always records',
  'ReschedulePhase always records',
  'every active user, once subscribed',
  'overage is for assigned only, basePack for metered only',
  'role-limited ones only with such a role',
  'a licence counts once per 3 months of retention',
  'a role may be linked to at most one product of a group',
  'UserDeactivated alone says so, no SeatReleased beside it',
  'is held while it has one source',
  'the fold derives no seat from roles: the commands emit them',
  'Assigned products only',
  'the whole selection: exactly these hold a manual seat afterwards',
  'a user given twice counts once',
  'only the manual source is released; a seat with role sources beside it stays',
  'of a seat that only roles hold: seat-held-by-role',
  'SaveSeats never cascades',
  'a LicensePurchased of exactly what brings capacity to assigned',
  'a seat that gains a second source costs nothing more',
  'a usageId counts once per account and product',
  'never set: multiplier 1',
  'at most one entry per (phase, region)',
  'the scheduler starts a phase exactly once',
  'in order of startsAt, then of announcement, then of appearance in the program',
  'never inside a command',
  "no caller's id has a colon",
  'any process completes, once, a start that was cut off',
  'asked with all of them it is the same for ever, to the byte',
  'with product: only who holds it',
  'is refused only as invalid-input, known-in-future or position-not-reached',
  "the clock moves to each line's at, never back",
  'never appends what the scheduler owes',
  'rebuild never appends',
];

test('each sentence of SPEC that says never, exactly, once or only is the title of a test', async () => {
  const titles = [...(await textsOf('{libs,projections,apps,sdk,test}/**/*.spec.ts')).values()].flatMap(titlesOf);
  expect(titles.length).toBeGreaterThan(300);
  expect(RULES.filter((rule) => !titles.some((title) => title.includes(rule)))).toEqual([]);
});

test('titles are found in tests, and only there', () => {
  const text = `// test('a comment's')\ntest('one', () => {});\ndescribe("it's two", () => {\n  test.each([\n    ['three', 3],\n  ])('%s is %d', () => {});\n});\nexpect('four');`;
  expect(titlesOf(text)).toEqual(expect.arrayContaining(['one', "it's two", 'three']));
  expect(titlesOf(text)).not.toContain('four');
});

describe('every refusal code has a test', () => {
  test('in the scenario files, which are run, or in the specs of the domain', async () => {
    const scenarios = [...(await textsOf('test/scenarios/*.jsonl')).values()].flatMap((text) =>
      text
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => (JSON.parse(line) as { refused?: string }).refused),
    );
    const specs = [...(await textsOf('libs/domain/**/*.spec.ts')).values()].flatMap((text) =>
      [...text.matchAll(/\.refuses\('([a-z-]+)'\)/g)].map(([, code]) => code),
    );
    const expected = new Set([...scenarios, ...specs]);
    expect(REFUSAL_CODES.filter((code) => !expected.has(code))).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(500);
  });

  test('no scenario expects a code that there is not', async () => {
    const known: readonly string[] = REFUSAL_CODES;
    const strange: string[] = [];
    for (const [file, text] of await textsOf('test/scenarios/*.jsonl')) {
      for (const [, code] of text.matchAll(/"refused":\s*"([^"]*)"/g))
        if (!known.includes(code!)) strange.push(`${file}: ${code}`);
    }
    expect(strange).toEqual([]);
  });
});
