/** Counts and times every request when it has been answered. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PROBLEMS, type ProblemCode } from '../problems/codes.js';
import { routeOf } from '../request.js';
import type { Metrics, Outcome } from './metrics.js';

const MS_PER_SECOND = 1_000;
const SERVER_ERROR = 500;
const EVENTS = 'text/event-stream';
/** A client may choose any word for a method. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onSend', (_, reply, payload, done) => {
    if (reply.getHeader('content-type') === EVENTS) reply.raw.once('close', metrics.streaming());
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const method = METHODS.has(request.method) ? request.method : 'other';
    metrics.request({ method, route: routeOf(request), status: reply.statusCode }, reply.elapsedTime / MS_PER_SECOND);
    if (request.problem !== undefined) metrics.refusal(request.problem);
    if (request.command !== undefined)
      metrics.command(request.command.name, outcomeOf(request.command, request.problem));
    done();
  });
}

function outcomeOf({ outcome }: NonNullable<FastifyRequest['command']>, problem: ProblemCode | undefined): Outcome {
  if (problem === undefined) return outcome ?? 'failed';
  return PROBLEMS[problem].status < SERVER_ERROR ? 'refused' : 'failed';
}
