/** Every problem that the API answers: its status, what it means, and what to do about it. `type` is the page that says so. */
import type { RefusalCode } from '#kernel/refusal.js';

/** What is not of SPEC: the way to the engine, and the engine's own trouble. */
export const SERVICE_CODES = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'parts-refused',
  'body-too-large',
  'unsupported-media-type',
  'rate-limited',
  'append-too-large',
  'outcome-unknown',
  'unavailable',
  'defect',
] as const;

export type ProblemCode = RefusalCode | (typeof SERVICE_CODES)[number];

export interface ProblemKind {
  readonly status: number;
  /** The same for every problem of the kind. */
  readonly title: string;
  readonly remedy: string;
}

const kind = (status: number, title: string, remedy: string): ProblemKind => ({ status, title, remedy });

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'invalid-input': kind(400, 'What was sent is not what is expected.', 'Correct the fields that errors names.'),
  'command-id-reused': kind(
    422,
    'The Idempotency-Key was used for another command.',
    'Choose a new key for a new command; send the same key only with the same command.',
  ),
  'effective-in-future': kind(
    422,
    'effectiveAt is later than now.',
    'Send the command when it is true, or leave effectiveAt out.',
  ),
  'reason-required': kind(422, 'What is recorded late needs a reason.', 'Say in reason why it is recorded late.'),
  'known-in-future': kind(422, 'knownAt is later than now.', 'Nobody knows that yet: ask with an earlier knownAt.'),
  'position-not-reached': kind(
    409,
    'The log does not reach the position asked about.',
    'Ask again later, or with a position that a command answered here.',
  ),
  'too-many-events': kind(422, 'The command would record too many events.', 'Do it in several commands.'),
  'account-not-found': kind(404, 'There is no such account.', 'Check its id and the instants asked about.'),
  'account-exists': kind(409, 'The account is open already.', 'Choose another accountId.'),
  'revision-conflict': kind(
    412,
    'The account has changed since it was read.',
    'Read the account again and decide anew; its revision is the If-Match.',
  ),
  'product-not-found': kind(404, 'There is no such product.', 'Check its id and the instants asked about.'),
  'product-kind-fixed': kind(
    409,
    'Provisioning and units of a product stay as they are.',
    'Define another product for another kind.',
  ),
  'wrong-product-kind': kind(
    409,
    'The product is of another kind than this is for.',
    'Look up its provisioning and units.',
  ),
  'user-exists': kind(409, 'The user is registered already.', 'Choose another userId, or change the roles.'),
  'user-not-found': kind(404, 'There is no such user in the account.', 'Register the user first.'),
  'user-inactive': kind(409, 'The user is not active.', 'Reactivate the user first.'),
  'role-conflict': kind(
    409,
    'The role is linked to another product of the exclusive group.',
    'Unlink it from that product first.',
  ),
  'not-for-sale': kind(409, 'The product is not on sale.', 'Choose another product, or have it put on sale.'),
  'below-zero': kind(409, 'More licences would go than there are.', 'Reduce by at most what was purchased.'),
  'licences-in-use': kind(409, 'Licences that seats use cannot be given back.', 'Release seats first.'),
  'pricing-model-unsupported': kind(
    409,
    'Seats are not assigned under concurrent pricing.',
    'Go over to named pricing first.',
  ),
  'assignment-not-open': kind(
    409,
    'Assignment has not been opened in this region.',
    'Look up the program and its dates.',
  ),
  'prerequisite-missing': kind(409, 'What the product requires is not there.', 'Provide what it requires first.'),
  'seat-held-by-role': kind(409, 'The seat is held by a role.', "Change the user's roles or the role's link."),
  'seat-required': kind(409, 'Another seat requires this one.', 'Release that one too: cascade does so.'),
  'capacity-exceeded': kind(409, 'There are not enough licences.', 'Buy licences or release seats.'),
  'subscription-required': kind(409, 'Another subscription requires this one.', 'End that one first.'),
  'not-subscribed': kind(409, 'The account is not subscribed to the product.', 'Subscribe first.'),
  'usage-limit-reached': kind(
    409,
    "The month's usage limit is reached.",
    'Raise the limit, or wait for the next month.',
  ),
  'trial-running': kind(409, 'A trial of the product is running.', 'End it first, or leave it.'),
  'no-trial': kind(409, 'No trial of the product is running.', 'There is nothing to end.'),
  'program-exists': kind(409, 'The program is announced already.', 'Choose another programId, or reschedule a phase.'),
  'program-not-found': kind(404, 'There is no such program.', 'Check its id and the instants asked about.'),
  'phase-not-found': kind(404, 'The program has no such phase for the region.', 'Look up its phases.'),
  'phase-already-started': kind(409, 'The phase has started.', 'What has started keeps its date.'),
  'phase-in-past': kind(422, 'A phase cannot start before now.', 'Choose a later startsAt.'),
  'invalid-period': kind(
    422,
    "The period does not fit the account's billing.",
    'Monthly: 2026-03, quarterly: 2026-Q1, annual: 2026.',
  ),
  'period-not-over': kind(409, 'The period is not over.', 'Issue it once it is; until then ask for the invoice.'),
  'price-missing': kind(
    409,
    'No price is known for what is to be billed.',
    'Set a price in the currency of the account.',
  ),
  unauthenticated: kind(401, 'The request carries no valid token.', 'Send Authorization: Bearer with a valid token.'),
  forbidden: kind(403, 'The token does not grant this.', 'Ask for one of the grants that detail names.'),
  'not-found': kind(404, 'There is nothing at this address.', 'The document at /api tells what there is.'),
  'parts-refused': kind(
    409,
    'Some parts of the batch are refused; nothing was recorded.',
    'Put right the parts that it names, or leave them out, and send it again.',
  ),
  'body-too-large': kind(413, 'The body is too large.', 'Send less at once.'),
  'unsupported-media-type': kind(415, 'The body is not JSON.', 'Send JSON with Content-Type: application/json.'),
  'rate-limited': kind(429, 'Too many requests.', 'Wait for the seconds that Retry-After tells.'),
  'append-too-large': kind(
    413,
    'The command would record more at once than the log takes.',
    'Do it in several commands, or raise the limit of the server of the log.',
  ),
  'outcome-unknown': kind(
    503,
    'Whether the command was recorded is not known.',
    'Send it again with the same Idempotency-Key: it is recorded once.',
  ),
  unavailable: kind(503, 'The service cannot answer for now.', 'Try again in a moment.'),
  defect: kind(500, 'This should not have happened.', 'Report it with the requestId.'),
};

export function typeOf(code: ProblemCode): string {
  return `/problems/${code}`;
}
