/** From where a request follows an account: `Last-Event-ID`, which a reader that was cut off sends by itself, else `after`. */
import type { IncomingHttpHeaders } from 'node:http';
import { id, parse, shape, whole } from '#domain/input.js';
import { invalid } from '#kernel/refusal.js';

export const POSITION_SCHEMA = whole(0, Number.MAX_SAFE_INTEGER);

export interface Place {
  readonly accountId: string;
  readonly after: number;
}

const PLACE = shape({ accountId: id, after: POSITION_SCHEMA.default(0) });
const WHOLE = /^\d{1,16}$/;
const LAST_SEEN = 'last-event-id';

/** @throws Refusal `invalid-input` */
export function placeOf(params: object, query: object, headers: IncomingHttpHeaders): Place {
  const given = parse(PLACE, { ...numeric(query), ...params }, 'changes');
  const seen = headers[LAST_SEEN];
  if (seen === undefined || seen === '') return given;
  const after = typeof seen === 'string' && WHOLE.test(seen) ? Number(seen) : Number.NaN;
  if (Number.isSafeInteger(after)) return { ...given, after };
  throw invalid('Last-Event-ID', 'the id of the last event seen, as it was told');
}

/** What is no whole number is passed on as it is, for its refusal. */
function numeric(query: object): object {
  const { after } = query as { readonly after?: unknown };
  return typeof after === 'string' && WHOLE.test(after) ? { ...query, after: Number(after) } : query;
}
