/** From where a request follows an account: `Last-Event-ID`, which a reader that was cut off sends by itself, else `after`. */
import type { IncomingHttpHeaders } from 'node:http';
import { id, parse, shape, whole } from '#domain/input.js';
import { invalid } from '#kernel/refusal.js';
import { numeric } from '../asking/numeric.js';

export const POSITION_SCHEMA = whole(0, Number.MAX_SAFE_INTEGER);

export interface Place {
  readonly accountId: string;
  readonly after: number;
}

const PLACE = shape({ accountId: id, after: POSITION_SCHEMA.default(0) });
const LAST_SEEN = 'last-event-id';

/** @throws Refusal `invalid-input` */
export function placeOf(params: object, query: object, headers: IncomingHttpHeaders): Place {
  const { after: from, ...others } = query as { readonly after?: unknown };
  const given = parse(PLACE, { ...others, ...(from !== undefined && { after: numeric(from) }), ...params }, 'changes');
  const seen = headers[LAST_SEEN];
  if (seen === undefined || seen === '') return given;
  const after = numeric(seen);
  if (Number.isSafeInteger(after)) return { ...given, after: after as number };
  throw invalid('Last-Event-ID', 'the id of the last event seen, as it was told');
}
