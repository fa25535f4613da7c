/** One line a request: whose it was, of which route, what it came to and how long it took; no path, no query, no body, no token. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOfRequest } from '../auth/guard.js';
import { isOfOperators, routeOf } from '../request.js';

const SERVER_ERROR = 500;

/** Beside what each request's own logger says of it: its requestId. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log[levelOf(request, reply)](lineOf(request, reply), 'request');
    done();
  });
}

function lineOf(request: FastifyRequest, reply: FastifyReply): object {
  const { correlationId, problem: code } = request;
  const actor = actorOfRequest(request);
  return {
    correlationId,
    ...(actor !== undefined && { actor }),
    method: request.method,
    route: routeOf(request),
    status: reply.statusCode,
    ...(code !== undefined && { code }),
    durationMs: Math.round(reply.elapsedTime * 1_000) / 1_000,
  };
}

function levelOf(request: FastifyRequest, { statusCode }: FastifyReply): 'warn' | 'info' | 'debug' {
  if (statusCode >= SERVER_ERROR) return 'warn';
  return isOfOperators(request) ? 'debug' : 'info';
}
