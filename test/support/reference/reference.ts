/**
 * SPEC §1 and §4 by brute force, from the page alone: what the engine is tested against. Nothing is remembered between two
 * questions and every state is folded from nothing.
 */
import * as answers from './answers.js';
import { stateAt } from './fold.js';
import { eventsKnown, type LogEvent } from './log.js';
import { instantOf, isoOf, monthsOf } from './time.js';

export type { LogEvent } from './log.js';

export type Answer = { readonly answer: object } | { readonly refused: string };

const WITHOUT_AT = ['holdings', 'peak', 'invoice', 'issued'];
const SEATS_ONLY = ['allocation', 'holdings', 'peak'];

/** The log is in position order, `now` is the machine's clock; the question is well formed. */
export function referenceAnswer(
  log: readonly LogEvent[],
  name: string,
  of: Readonly<Record<string, unknown>>,
  now: number,
): Answer {
  const clock = Math.max(now, log.at(-1)?.recordedAt ?? now);
  const bound = of['position'] as number | undefined;
  const knownAt = instantIn(of, 'knownAt') ?? clock;
  if (bound === undefined && knownAt > clock) return { refused: 'known-in-future' };
  const takesAt = !WITHOUT_AT.includes(name);
  const at = takesAt ? (instantIn(of, 'at') ?? knownAt) : knownAt;
  const known = eventsKnown(log, knownAt, bound);
  const answer = judged({ known, at, name, of });
  if (typeof answer === 'string') return { refused: answer };
  const position = known.at(-1)?.position ?? 0;
  return { answer: { ...answer, ...(takesAt && { at: isoOf(at) }), knownAt: isoOf(knownAt), position } };
}

interface Asked {
  readonly known: readonly LogEvent[];
  readonly at: number;
  readonly name: string;
  readonly of: Readonly<Record<string, unknown>>;
}

/** The answer without its bounds, or the code it is refused with. */
function judged({ known, at, name, of }: Asked): object | string {
  const accountId = textIn(of, 'accountId') ?? '';
  const product = textIn(of, 'product');
  const userId = textIn(of, 'userId');
  const state = stateAt(known, at, accountId);
  const view = { known, state, accountId };
  if (name === 'explain') return answers.explain(view, userId ?? '', product ?? '');
  if (name === 'phases') {
    const program = state.programs.find(({ programId }) => programId === of['programId']);
    return program ? answers.phases(program) : 'program-not-found';
  }
  const { account } = state;
  if (account === null) return 'account-not-found';
  const definition = state.products.get(product ?? '');
  if (product !== undefined && !definition) return 'product-not-found';
  if (SEATS_ONLY.includes(name) && definition?.provisioning !== 'assigned') return 'wrong-product-kind';
  const period = textIn(of, 'period') ?? '';
  const months = monthsOf(period, account.billing);
  switch (name) {
    case 'allocation':
      return answers.allocation(view, account, product ?? '');
    case 'overview':
      return answers.overview(account, product);
    case 'features': {
      const user = account.users.get(userId ?? '');
      return user ? answers.features(view, userId ?? '', user) : 'user-not-found';
    }
    case 'holdings':
      return answers.holdings(view, product ?? '', userId);
    case 'peak':
      return answers.peak(view, account, product ?? '', textIn(of, 'month') ?? '');
    case 'invoice':
      return months ? (answers.invoice(view, account, period, months) ?? 'price-missing') : 'invalid-period';
    case 'history':
      return answers.history(view, { userId, product, from: instantIn(of, 'from'), to: instantIn(of, 'to') });
    case 'issued':
      return months ? answers.issued(view, account, period) : 'invalid-period';
    default:
      throw new Error(`the reference knows no answer ${name}`);
  }
}

function textIn(of: Readonly<Record<string, unknown>>, field: string): string | undefined {
  return of[field] as string | undefined;
}

/** Epoch milliseconds of an RFC 3339 field; undefined where it is not given. */
function instantIn(of: Readonly<Record<string, unknown>>, field: string): number | undefined {
  const text = textIn(of, field);
  return text === undefined ? undefined : instantOf(text);
}
