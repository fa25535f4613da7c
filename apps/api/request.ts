/** What a request carries through its handling, beside what Fastify knows of it. */
import type { FastifyRequest } from 'fastify';
import type { CommandName } from '#domain/commands.js';
import type { BATCH_ROUTE } from './batches/route.js';
import type { ProblemCode } from './problems/codes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What it belongs to: the caller's `X-Correlation-Id`, else its own id; events carry it. */
    correlationId: string;
    /** What it was answered instead, where it was not answered. */
    problem: ProblemCode | undefined;
    /** The command that it was, once it was judged to be one that the bearer may send. */
    command: RequestedCommand | undefined;
  }
}

export interface RequestedCommand {
  readonly name: CommandName | typeof BATCH_ROUTE.command;
  /** What came of it; undefined where it was not carried out. */
  outcome?: 'recorded' | 'unchanged' | 'previewed';
}

export const CORRELATION_HEADER = 'x-correlation-id';
export const REQUEST_ID_HEADER = 'x-request-id';
const CORRELATION_ID = /^[\w.:/+=-]{1,128}$/;

/** What is no id is left aside: a label must not keep a command from being carried out. */
export function correlationIdOf(header: string | string[] | undefined, requestId: string): string {
  return typeof header === 'string' && CORRELATION_ID.test(header) ? header : requestId;
}

/** The template of its route, of which there are few, whatever addresses are asked for. */
export function routeOf({ is404, routeOptions }: FastifyRequest): string {
  return is404 ? 'none' : (routeOptions.url ?? 'none');
}

/** Whether it is of those who look after the service, who ask often. */
export function isOfOperators(request: FastifyRequest): boolean {
  return OF_OPERATORS.test(routeOf(request));
}

const OF_OPERATORS = /^\/(health|metrics)\b/;
