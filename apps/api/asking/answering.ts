/** What an answer is over HTTP: of what the bearer may see, a page at a time, with the address that repeats it. */
import type { Engine } from '#application/engine.js';
import { type Principal } from '../auth/grants.js';
import { invalid } from '#kernel/refusal.js';
import { type Asked, addressOf, boundsOf } from './question.js';
import { written } from './pages.js';

type Item = Readonly<Record<string, unknown>>;

/** @throws Refusal of SPEC §4 */
export async function answerOf(engine: Engine, asked: Asked, principal: Principal): Promise<object> {
  const { route, fields, bounds, cursor } = asked;
  const whole = await engine.ask(route.answer, { ...fields, ...bounds });
  const told = boundsOf(route.answer, whole);
  const permalink = addressOf(asked, cursor ? { cursor: written(cursor) } : told);
  if (route.pages === undefined) return { ...whole, permalink };
  const list = visible(route.pages, (whole as Record<string, readonly Item[]>)[route.pages]!, principal);
  const [offset, limit] = [cursor?.offset ?? 0, asked.limit!];
  if (offset > list.length) throw invalid('cursor', 'the cursor of the page before, of the same question');
  const end = offset + limit;
  const next = end < list.length ? addressOf(asked, { cursor: written({ bounds: told, offset: end }) }) : null;
  return { ...whole, [route.pages]: list.slice(offset, end), permalink, next };
}

/** Other tenants' accounts, and the prices of their contracts, are not there. */
function visible(list: string, items: readonly Item[], { accounts }: Principal): readonly Item[] {
  if (accounts === '*') return items;
  const own = new Set(accounts);
  if (list === 'accounts') return items.filter(({ accountId }) => own.has(accountId as string));
  if (list !== 'products') return items;
  return items.map((product) => ({
    ...product,
    prices: (product['prices'] as readonly Item[]).filter(
      ({ accountId }) => accountId === null || own.has(accountId as string),
    ),
  }));
}
