/** What is typed for a token, and what it comes to. */
import { ACCOUNT_GRANTS, GLOBAL_GRANTS } from '#access/grants.js';
import { Refusal } from '#kernel/refusal.js';
import { grantsAsTyped, lifetimeMs } from './granting.js';

const typed = (text: string): object =>
  grantsAsTyped(
    text
      .split(' ')
      .map((word) =>
        word.startsWith('@') ? { flag: 'account', value: word.slice(1) } : { flag: 'grant', value: word },
      ),
  );

function refusalOf(run: () => unknown): string {
  try {
    return JSON.stringify(run());
  } catch (error) {
    return error instanceof Refusal ? error.message : String(error);
  }
}

test('a grant is on the account typed before it, and on every account where there is none', () => {
  expect(typed('catalog.admin @acme licensing.view billing.read @zeta audit.read @acme billing.run')).toEqual({
    '*': ['catalog.admin'],
    acme: ['licensing.view', 'billing.read', 'billing.run'],
    zeta: ['audit.read'],
  });
  expect(typed('@acme audit.read @* audit.read audit.read')).toEqual({ acme: ['audit.read'], '*': ['audit.read'] });
});

test('nothing typed is everything', () => {
  expect(grantsAsTyped([])).toEqual({ '*': [...ACCOUNT_GRANTS, ...GLOBAL_GRANTS] });
});

test.each([
  ['licensing.edit', 'grant: expected one of licensing.view, '],
  ['@acme program.admin', 'grant: expected program.admin on * only'],
  ['@acme', 'account: expected at least one --grant after --account acme'],
  ['@acme @zeta audit.read', 'account: expected at least one --grant after --account acme'],
  ['@a/b audit.read', 'account: expected the id of an account'],
  ['@ audit.read', 'account: expected the id of an account'],
])('%s is refused', (text, message) => {
  expect(refusalOf(() => typed(text))).toContain(message);
});

test('a token lives for minutes, hours or days, a year at most', () => {
  expect(lifetimeMs('1m')).toBe(60_000);
  expect(lifetimeMs('8h')).toBe(8 * 3_600_000);
  expect(lifetimeMs('365d')).toBe(365 * 86_400_000);
  for (const text of ['', '8', 'h', '0h', '-1h', '1.5h', '1y', '366d', '999999d', '8 h', '8H']) {
    expect(refusalOf(() => lifetimeMs(text))).toContain('expires-in: expected minutes, hours or days');
  }
});
