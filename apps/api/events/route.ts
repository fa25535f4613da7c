/** The row of the route tables that is no answer of SPEC §4: the log itself, for whoever audits the whole of it. */
import type { Policy } from '../auth/grants.js';

export const EVENTS_ROUTE = {
  answer: 'events',
  path: '/v1/events',
  policy: { kind: 'global', anyOf: ['audit.read'] },
  summary: 'The events of all streams as they are stored, catalog, programs and accounts, in the order of the log',
  description:
    'A page is the events after a position; every page of one reading has the same `position`, beyond which nothing is read. With `audit.read` on single accounts, `history` and `changes` tell the events of those.',
  pages: 'events',
} as const satisfies { readonly policy: Policy; readonly [word: string]: unknown };
