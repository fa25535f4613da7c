/** Every event that an account's people may meet in a story has a sentence of its own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from './sentence.js';
import { story } from './story.js';
import { table } from './table.js';

const GOLDEN = join(import.meta.dirname, '..', '..', '..', 'test', 'golden', 'events');
/** Of the catalog: no story tells them. */
const CATALOG = /^(ProductDefined|ProductSaleChanged|PriceSet)\./;
const FILES = readdirSync(GOLDEN).filter((file) => !CATALOG.test(file));

test.each(FILES)('%s is told in words, and not by its type', (file) => {
  const event = JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')) as { type: string; data: object };
  const told = sentence(event);
  expect(told).toMatch(/^\S+ .+/);
  expect(told).not.toMatch(/undefined|null|\[object|[A-Z][a-z]+[A-Z][a-z]+/);
});

test('what a later version has recorded is told by its type and data', () => {
  expect(sentence({ type: 'SeatLent', data: { userId: 'ana', until: '2026-01-05T10:00:00.000Z' } })).toBe(
    'SeatLent: userId ana, until 2026-01-05T10:00:00Z',
  );
});

const SEAT = { product: 'copilot', userId: 'ana' };
const FACT = { actor: 'support', reason: null, recordedAt: '2026-01-05T10:00:00.000Z' };

test('a seat that a role gives says so; a late fact says since when it is known, and why; what decided is marked', () => {
  const told = story(
    [
      {
        ...FACT,
        position: 7,
        type: 'SeatAssigned',
        effectiveAt: '2026-01-05T10:00:00.000Z',
        data: { ...SEAT, source: 'role:agent' },
      },
      {
        ...FACT,
        position: 9,
        type: 'SeatReleased',
        effectiveAt: '2026-01-05T10:00:00.500Z',
        recordedAt: '2026-01-08T12:00:00.000Z',
        reason: 'left',
        data: { ...SEAT, source: 'manual' },
      },
    ],
    9,
  );
  expect(told.split('\n')).toEqual([
    '  2026-01-05T10:00:00Z      ana got a seat of copilot by the role agent',
    '                            (SeatAssigned, position 7, by support)',
    '> 2026-01-05T10:00:00.500Z  the seat of copilot that ana had was released',
    '                            (SeatReleased, position 9, by support, known only 3 days later, from 2026-01-08T12:00:00Z on, reason: left)',
  ]);
});

test('what people have written does nothing to the terminal of whoever reads it', () => {
  const name = 'A\u001b[2J\u009b1mna\n> 2026';
  const data = { userId: 'ana', name, roles: [] };
  expect(sentence({ type: 'UserRegistered', data })).toBe(
    'ana (A\uFFFD[2J\uFFFD1mna\uFFFD> 2026) was registered without a role',
  );
  expect(table(['name'], [[name]])).not.toMatch(/[^\P{Cc}\n]/u);
  const event = { type: 'UserRegistered', position: 1, actor: name, reason: name, effectiveAt: FACT.recordedAt, data };
  expect(story([{ ...event, recordedAt: FACT.recordedAt }])).not.toMatch(/[^\P{Cc}\n]/u);
});
