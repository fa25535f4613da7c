/** Problem details (RFC 9457): what a request gets that is not answered. */
import { HttpException, HttpStatus } from '@nestjs/common';
import { AppendTooLarge, ClockAhead, LogUnavailable, OutcomeUnknown } from '#event-log/port.js';
import { PartsRefused } from '#application/together.js';
import { type FieldError, Refusal, type RefusalCode } from '#kernel/refusal.js';
import { Forbidden, Unauthenticated, KeysUnavailable } from '../auth/denied.js';
import { PROBLEMS, type ProblemCode, typeOf } from './codes.js';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What is the matter this time. */
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  /** Of a batch: every part that is refused. */
  readonly parts?: readonly PartTold[];
  readonly requestId: string;
}

export interface PartTold {
  /** Among the parts as they were sent, from 0. */
  readonly index: number;
  readonly code: RefusalCode;
  readonly detail: string;
}

export interface Trouble {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly parts?: readonly PartTold[];
  readonly headers?: Readonly<Record<string, string>>;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Fields that a request has in headers. */
const HEADERS: ReadonlyMap<string, string> = new Map([
  ['commandId', 'Idempotency-Key'],
  ['expectedRevision', 'If-Match'],
]);

/** Of Fastify's own refusals. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  [HttpStatus.BAD_REQUEST]: 'invalid-input',
  [HttpStatus.NOT_FOUND]: 'not-found',
  [HttpStatus.PAYLOAD_TOO_LARGE]: 'body-too-large',
  [HttpStatus.URI_TOO_LONG]: 'invalid-input',
  [HttpStatus.UNSUPPORTED_MEDIA_TYPE]: 'unsupported-media-type',
  [HttpStatus.TOO_MANY_REQUESTS]: 'rate-limited',
  [HttpStatus.SERVICE_UNAVAILABLE]: 'unavailable',
};

/** What is wrong with so many fields is enough to go on with. */
export const ERRORS_MAX = 100;
const DETAIL_LENGTH_MAX = 2_000;

/** What is wrong, as the caller may know it; undefined for a defect, of which only its being one is told. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof PartsRefused) return { code: 'parts-refused', detail: error.message, parts: partsOf(error) };
  if (error instanceof Unauthenticated) {
    return { code: 'unauthenticated', detail: error.message, headers: { 'www-authenticate': error.challenge } };
  }
  if (error instanceof Forbidden) {
    return { code: 'forbidden', detail: error.message, headers: { 'www-authenticate': error.challenge } };
  }
  if (error instanceof OutcomeUnknown) return { code: 'outcome-unknown', detail: error.message };
  if (error instanceof AppendTooLarge) return { code: 'append-too-large', detail: error.message };
  if (error instanceof LogUnavailable || error instanceof ClockAhead || error instanceof KeysUnavailable) {
    return { code: 'unavailable', detail: error.message, headers: { 'retry-after': '1' } };
  }
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  const code = status === undefined ? undefined : BY_STATUS[status];
  if (code === undefined) return undefined;
  const detail = (error as Error).message;
  return { code, detail, ...(code === 'invalid-input' && { errors: [{ field: 'request', expected: detail }] }) };
}

function refused({ code, message, errors }: Refusal): Trouble {
  return {
    code,
    detail: message,
    errors: errors.map(({ field, expected }) => ({ field: HEADERS.get(field) ?? field, expected })),
  };
}

function partsOf({ parts }: PartsRefused): PartTold[] {
  return parts.map(({ index, refusal: { code, message } }) => ({ index, code, detail: toldAs(message) }));
}

const toldAs = (detail: string): string => detail.slice(0, DETAIL_LENGTH_MAX).toWellFormed();

export function problemOf({ code, detail, errors = [], parts }: Trouble, requestId: string): Problem {
  const { status, title } = PROBLEMS[code];
  const told = { detail: toldAs(detail), errors: errors.slice(0, ERRORS_MAX), ...(parts && { parts }) };
  return { type: typeOf(code), title, status, ...told, code, requestId };
}
