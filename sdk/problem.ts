/** How a call fails: the service answers a problem (RFC 9457), or is not reached. */
import type { components } from './schema.js';

export type ProblemDetails = components['schemas']['Problem'];

/** What the service answered in place of what was asked. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** `capacity-exceeded`, `unauthenticated`; undefined where what answered is no Seatledger. */
    readonly code: ProblemDetails['code'] | undefined,
    message: string,
    /** The fields that are wrong, as they are called in a command's body. */
    readonly errors: readonly { readonly field: string; readonly expected: string }[],
    /** By which the service's logs know it. */
    readonly requestId: string | undefined,
    /** Of a batch: every part that is refused. */
    readonly parts: NonNullable<ProblemDetails['parts']> = [],
  ) {
    super(message);
  }
}

/** Nothing was answered, however often it was tried. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Fields that a request has in headers. */
const FIELDS: Readonly<Record<string, string>> = { 'Idempotency-Key': 'commandId', 'If-Match': 'expectedRevision' };

/** @param answered the body, whatever it is */
export function problemOf(response: Response, answered: unknown): Problem {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  if (!isProblem(answered)) {
    const told = `answered ${response.status} ${response.statusText} and no problem details`.replace('  ', ' ');
    return new Problem(response.status, undefined, `${response.url} ${told}: is it a Seatledger?`, [], requestId);
  }
  const errors = answered.errors.map(({ field, expected }) => ({ field: FIELDS[field] ?? field, expected }));
  return new Problem(response.status, answered.code, answered.detail, errors, answered.requestId, answered.parts);
}

function isProblem(answered: unknown): answered is ProblemDetails {
  if (typeof answered !== 'object' || answered === null) return false;
  const { code, detail, errors } = answered as Readonly<Record<string, unknown>>;
  return typeof code === 'string' && typeof detail === 'string' && Array.isArray(errors);
}
