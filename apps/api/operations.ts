/** What makes a service operable, beside what it answers: how it is, what it counts, what it logs. */
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Health } from './health/health.js';
import { CONNECTIONS_MAX, limitRate, sayHowToPassOn } from './limits.js';
import { logRequests } from './logging/requests.js';
import { measureRequests } from './metrics/requests.js';
import { type Metrics, openMetrics } from './metrics/metrics.js';
import type { Tracing } from './tracing/tracing.js';

export interface Operations {
  readonly health: Health;
  readonly metrics: Metrics;
  /** Without one it is silent. */
  readonly logger?: Logger | undefined;
  /** Of one bearer or address; 0: any number. */
  readonly requestsPerMinuteMax: number;
  /** Whose word on where a request comes from is believed. */
  readonly trustedProxies?: string | undefined;
  readonly tracing?: Tracing | undefined;
}

/** Of an app whose ledger nobody keeps: a test's. */
export function unattended(): Operations {
  const health: Health = {
    state: () => ({ position: 0, lagMs: 0, troubles: [], isCaughtUp: true, isClosing: false }),
  };
  return { health, metrics: openMetrics(health, { ofProcess: false }), requestsPerMinuteMax: 0 };
}

/** Before there are routes. */
export async function operate(fastify: FastifyInstance, operations: Operations): Promise<void> {
  const { health, metrics, logger, tracing, requestsPerMinuteMax } = operations;
  tracing?.traceRequests(fastify);
  fastify.server.maxConnections = CONNECTIONS_MAX;
  sayHowToPassOn(fastify);
  measureRequests(fastify, metrics);
  if (logger) logRequests(fastify);
  // A connection that was kept alive would keep the service from ending.
  fastify.addHook('onSend', (_, reply, payload, done) => {
    if (health.state().isClosing) void reply.header('connection', 'close');
    done(null, payload);
  });
  await limitRate(fastify, requestsPerMinuteMax);
}
