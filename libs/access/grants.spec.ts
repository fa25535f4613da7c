/** What a token's claim of grants comes to, and what is none. */
import { ID_LENGTH_MAX } from '#kernel/id.js';
import { ACCOUNTS_PER_TOKEN_MAX, ACTOR_LENGTH_MAX, GRANTS_PER_ACCOUNT_MAX, grantsOf, isActor } from './grants.js';

const read = (claim: unknown): unknown => {
  const grants = grantsOf(claim);
  return grants && Object.fromEntries([...grants].map(([account, names]) => [account, [...names]]));
};
const accounts = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, ['audit.read']]));
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `later.${index}`);

test('grants are by account, and by * for every account', () => {
  const claim = { acme: ['licensing.view', 'licensing.update'], '*': ['audit.read', 'catalog.admin'] };
  expect(read(claim)).toEqual(claim);
});

test('what all accounts share is granted for * only', () => {
  expect(read({ acme: ['catalog.admin', 'billing.read'], zeta: ['program.admin'] })).toEqual({
    acme: ['billing.read'],
  });
});

test('a grant of a later version is ignored', () => {
  expect(read({ acme: ['licensing.view', 'licensing.view.all', ''], '*': ['everything'] })).toEqual({
    acme: ['licensing.view'],
  });
});

test('no claim is no grants', () => {
  expect(read(undefined)).toEqual({});
  expect(read({})).toEqual({});
});

test('an account may have any name that an id may have', () => {
  const claim = JSON.parse('{ "__proto__": ["audit.read"], "constructor": ["audit.read"] }') as object;
  expect([...grantsOf(claim)!.keys()]).toEqual(['__proto__', 'constructor']);
  expect(read({ ['a'.repeat(ID_LENGTH_MAX)]: ['audit.read'] })).toEqual({
    ['a'.repeat(ID_LENGTH_MAX)]: ['audit.read'],
  });
});

test.each<[unknown]>([
  [null],
  ['acme'],
  [7],
  [true],
  [['audit.read']],
  [{ acme: 'audit.read' }],
  [{ acme: null }],
  [{ acme: [['audit.read']] }],
  [{ acme: { 0: 'audit.read' } }],
  [{ acme: ['audit.read'], zeta: 1 }],
  [{ '': ['audit.read'] }],
  [{ 'a/b': ['audit.read'] }],
  [{ '**': ['audit.read'] }],
  [{ ['a'.repeat(ID_LENGTH_MAX + 1)]: ['audit.read'] }],
])('the claim %j has another shape and is none', (claim) => {
  expect(read(claim)).toBeUndefined();
});

test('a claim is bounded', () => {
  expect(grantsOf(accounts(ACCOUNTS_PER_TOKEN_MAX))!.size).toBe(ACCOUNTS_PER_TOKEN_MAX);
  expect(grantsOf(accounts(ACCOUNTS_PER_TOKEN_MAX + 1))).toBeUndefined();
  expect(grantsOf({ acme: names(GRANTS_PER_ACCOUNT_MAX) })).toEqual(new Map());
  expect(grantsOf({ acme: names(GRANTS_PER_ACCOUNT_MAX + 1) })).toBeUndefined();
});

test('an actor has a name that can be shown and stored as it is', () => {
  for (const name of ['ana', ' ana ', 'Žofie', '山田', '🧾', 'a'.repeat(ACTOR_LENGTH_MAX)])
    expect(isActor(name)).toBe(true);
  for (const name of [undefined, 7, '', 'a'.repeat(ACTOR_LENGTH_MAX + 1), 'a\n', 'a\u0000', '\u009b', '\ud83e']) {
    expect([name, isActor(name)]).toEqual([name, false]);
  }
});
