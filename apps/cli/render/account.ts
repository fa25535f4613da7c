/** An account on one page: its facts, its users with their seats, its products. */
import { type Fields, cell, listing, sheet, table } from './table.js';

export function account({ users, products, ...facts }: Fields): string {
  const people = (users as readonly Fields[]).map(({ userId, name, active, roles, seats }) => [
    userId,
    name,
    active,
    roles,
    (seats as readonly Fields[]).map(({ product, since }) => `${cell(product)} since ${cell(since)}`).join('\n'),
  ]);
  return [
    sheet(Object.entries(facts)),
    people.length === 0 ? 'No users.' : table(['user', 'name', 'active', 'roles', 'seats'], people),
    (products as readonly Fields[]).length === 0 ? 'No products.' : listing(products as readonly Fields[]),
  ].join('\n');
}
