/** The row of the route tables that is no single command of SPEC §3: several of one account, recorded together. */
import type { RefusalCode } from '#kernel/refusal.js';
import type { DocumentedCommand } from '../openapi/operations.js';

/** Of a command that is judged on more than its part. */
const OF_THE_WHOLE: readonly RefusalCode[] = ['account-not-found', 'revision-conflict'];

export const BATCH_ROUTE = {
  command: 'RecordBatch',
  method: 'POST',
  path: '/v1/accounts/{accountId}/batches',
  policy: { kind: 'account', anyOf: ['licensing.update'] },
  summary: 'Records commands of one account together, each part at its own instant: all of them or none',
  description:
    'Parts are decided as if they came one after another at their own instants, and recorded as one append. A part that has an effectiveAt asks for `licensing.correct` too. Where some are refused nothing is recorded, and `parts` of the problem names every one of them.',
  refusals: ['parts-refused', ...OF_THE_WHOLE],
  example: {
    parts: [
      {
        effectiveAt: '2026-03-03T08:00:00.000Z',
        reason: 'from the old system',
        commands: [
          { do: 'RegisterUser', with: { userId: 'max', name: 'Max Low', roles: ['agent'] }, unless: 'user-exists' },
          { do: 'AssignSeats', with: { product: 'copilot', userIds: ['max'] } },
        ],
      },
    ],
  },
} as const satisfies DocumentedCommand & { readonly method: string; readonly example: object };
