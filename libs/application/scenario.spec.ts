import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standingClock } from '#application/clock.js';
import { openEngine } from '#application/engine.js';
import { BrokenScenario, differencesFrom, parseScenario, runStep } from '#application/scenario.js';
import { memoryLog } from '#event-log/memory.js';
import { INSTANT_MIN } from '#kernel/instant.js';
import { openStore } from '#read-model/store.js';

const SCENARIOS = join(import.meta.dirname, '../../test/scenarios');
const at = '2026-01-05T10:00:00Z';
const line = (fields: object): string => JSON.stringify({ at, ...fields });

async function run(file: string, text: string): Promise<string[]> {
  const clock = standingClock(INSTANT_MIN);
  const engine = await openEngine({ log: memoryLog(), store: openStore(':memory:'), clock });
  const found: string[] = [];
  for (const step of parseScenario(file, text)) {
    const differences = differencesFrom(step, await runStep(engine, clock, step));
    found.push(...differences.map((difference) => `${file}:${step.line}: ${difference}`));
  }
  await engine.close();
  return found;
}

test.each(readdirSync(SCENARIOS).filter((file) => file.endsWith('.jsonl')))('%s holds, line by line', async (file) => {
  expect(await run(file, readFileSync(join(SCENARIOS, file), 'utf8'))).toEqual([]);
});

describe('a line that is none names file and line', () => {
  test.each([
    ['{"at":', /^f:3: not JSON: /],
    ['[1]', /^f:3: at: expected/],
    ['7', /^f:3: expected an object/],
    ['null', /^f:3: expected an object/],
    [JSON.stringify({ ask: 'accounts' }), /^f:3: at: expected/],
    [line({ at: '2026-02-30T00:00:00Z', ask: 'accounts' }), /^f:3: at: expected/],
    [line({}), /^f:3: expected either do, a command, or ask, an answer/],
    [line({ do: 'A', ask: 'b' }), /^f:3: expected either do, a command, or ask, an answer/],
    [line({ do: 7 }), /^f:3: expected either do, a command, or ask, an answer/],
    [line({ do: 'A', refused: 7 }), /^f:3: refused: expected a code/],
  ])('%s', (text, message) => {
    const parse = (): unknown => parseScenario('f', `# a comment\n\n${text}\n`);
    expect(parse).toThrow(BrokenScenario);
    expect(parse).toThrow(message);
  });

  test("the clock moves to each line's at, never back", () => {
    const lines = [
      line({ ask: 'accounts' }),
      line({ ask: 'accounts' }),
      line({ at: '2026-01-05T09:59:59.999Z', ask: 'accounts' }),
    ];
    expect(() => parseScenario('f', lines.join('\n'))).toThrow(/^f:3: at is before that of an earlier line/);
    expect(parseScenario('f', lines.slice(0, 2).join('\n'))).toHaveLength(2);
  });
});

describe('a line that differs says how', () => {
  const told = (fields: object): Promise<string[]> => run('f', line(fields));

  test.each([
    [
      'a refusal that should not be',
      { ask: 'allocation', of: { accountId: 'no', product: 'qm' } },
      /^f:1: expected success, was refused account-not-found: /,
    ],
    [
      'another refusal',
      { ask: 'allocation', of: { accountId: 'no', product: 'qm' }, refused: 'product-not-found' },
      /^f:1: expected refused product-not-found, was refused account-not-found/,
    ],
    [
      'a success that should not be',
      { ask: 'accounts', refused: 'account-not-found' },
      /^f:1: expected refused account-not-found, succeeded with/,
    ],
    ['another value', { ask: 'accounts', answer: { position: 1 } }, /^f:1: answer.position: expected 1, was 0/],
    [
      'a key that is missing',
      { ask: 'accounts', answer: { nothing: 1 } },
      /^f:1: answer.nothing: expected 1, was missing/,
    ],
    [
      'a longer list',
      { ask: 'accounts', answer: { accounts: [1] } },
      /^f:1: answer.accounts: expected 1 items, was \[\]/,
    ],
    [
      'a list where none is',
      { ask: 'accounts', answer: { position: [] } },
      /^f:1: answer.position: expected a list, was 0/,
    ],
    [
      'an object where none is',
      { ask: 'accounts', answer: { position: {} } },
      /^f:1: answer.position: expected an object, was 0/,
    ],
    ['an unknown command', { do: 'Fly' }, /^f:1: expected success, was refused invalid-input: command/],
  ])('%s', async (_, fields, difference) => {
    expect(await told(fields)).toEqual([expect.stringMatching(difference) as string]);
  });

  test('an answer is contained: objects by the keys given, lists whole and in order', async () => {
    expect(await told({ ask: 'accounts', answer: { position: 0 } })).toEqual([]);
    expect(await told({ ask: 'accounts', answer: { accounts: [] } })).toEqual([]);
    const opened = line({
      do: 'OpenAccount',
      with: {
        accountId: 'acme',
        name: 'Acme',
        region: 'EU',
        timeZone: 'UTC',
        currency: 'EUR',
        pricingModel: 'named',
        billing: 'monthly',
      },
    });
    const asked = (accounts: unknown): string => line({ ask: 'accounts', answer: { accounts } });
    expect(await run('f', [opened, asked([{ accountId: 'acme' }])].join('\n'))).toEqual([]);
    expect(await run('f', [opened, asked([{ accountId: 'acme' }, {}])].join('\n'))).toHaveLength(1);
    expect(await run('f', [opened, asked([])].join('\n'))).toHaveLength(1);
  });
});
