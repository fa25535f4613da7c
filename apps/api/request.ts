/** What a request carries through its handling, beside what Fastify knows of it. */
import 'fastify';
import type { ProblemCode } from './problems/codes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What it belongs to: the caller's `X-Correlation-Id`, else its own id; events carry it. */
    correlationId: string;
    /** What it was answered instead, where it was not answered. */
    problem: ProblemCode | undefined;
  }
}

export const CORRELATION_HEADER = 'x-correlation-id';
export const REQUEST_ID_HEADER = 'x-request-id';
const CORRELATION_ID = /^[\w.:/+=-]{1,128}$/;

/** What is no id is left aside: a label must not keep a command from being carried out. */
export function correlationIdOf(header: string | string[] | undefined, requestId: string): string {
  return typeof header === 'string' && CORRELATION_ID.test(header) ? header : requestId;
}
