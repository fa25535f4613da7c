/** The bounds of what a service takes over HTTP, and what it says of every reply to whoever passes it on. */
import { hash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isOfOperators } from './request.js';

/** Of a command's body: one that names 10,000 users with long ids is taken. */
export const BODY_BYTES_MAX = 2 * 1024 * 1024;
/** Of a batch, which cannot come in two: as many parts as it may have, each with a name and a reason of some length. */
export const BATCH_BYTES_MAX = 16 * 1024 * 1024;
/** Of all headers of a request, with room for a token of the longest. */
export const HEADERS_BYTES_MAX = 16 * 1024;
export const PATH_PARAMETER_LENGTH_MAX = 200;
/** A request that has not come whole by then is given up: nobody holds a connection by sending slowly. */
export const REQUEST_MS_MAX = 30_000;
export const HEADERS_MS_MAX = 15_000;
/** A connection on which nothing moves, while something is asked; streams of events have something to say more often. */
export const SILENT_MS_MAX = 120_000;
/** A connection on which nothing is asked. */
export const IDLE_MS_MAX = 72_000;
export const CONNECTIONS_MAX = 10_000;
/** Bearers and addresses whose requests are counted at a time; of more, those that have not asked for longest are forgotten. */
export const COUNTED_MAX = 10_000;

const MINUTE_MS = 60_000;

export const SERVER_LIMITS = {
  bodyLimit: BODY_BYTES_MAX,
  requestTimeout: REQUEST_MS_MAX,
  connectionTimeout: SILENT_MS_MAX,
  keepAliveTimeout: IDLE_MS_MAX,
  http: { maxHeaderSize: HEADERS_BYTES_MAX, headersTimeout: HEADERS_MS_MAX },
  routerOptions: { maxParamLength: PATH_PARAMETER_LENGTH_MAX },
};

/** Before there are routes. @param path of the one whose bodies may be larger, as the router has it */
export function allowBatches(fastify: FastifyInstance, path: string): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url === path && route.method === 'POST') route.bodyLimit = BATCH_BYTES_MAX;
  });
}

/** Before there are routes. @param perMinuteMax of one bearer, or of one address without a token; 0: any number */
export async function limitRate(fastify: FastifyInstance, perMinuteMax: number): Promise<void> {
  if (perMinuteMax === 0) return;
  const untold = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
  await fastify.register(rateLimit, {
    max: perMinuteMax,
    timeWindow: MINUTE_MS,
    cache: COUNTED_MAX,
    keyGenerator: askerOf,
    allowList: isOfOperators,
    addHeaders: untold,
    addHeadersOnExceeding: untold,
  });
}

/** A token is not kept, not even here. */
function askerOf({ headers: { authorization }, ip }: FastifyRequest): string {
  return authorization === undefined ? ip : hash('sha256', authorization, 'base64url');
}

const ALWAYS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
/** What is answered under a token is the bearer's alone, and no page. */
const UNDER_TOKEN = {
  ...ALWAYS,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

export function sayHowToPassOn(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/v1/') ? UNDER_TOKEN : ALWAYS);
    done();
  });
}
