/** The service: a ledger that is kept, served over HTTP to those whom their token allows it, and operable by whoever runs it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { type KeepOptions, type KeptLedger, type KeptState, keepLedger } from '#application/keeping.js';
import { createApp } from './app.js';
import { verifierFor } from './auth/bearer.js';
import { assertMayListen } from './auth/listening.js';
import { SHUTDOWN_GRACE_MS, closeServer } from './closing.js';
import type { Config } from './config.js';
import type { Health } from './health/health.js';
import { openLogger } from './logging/logger.js';
import { openMetrics } from './metrics/metrics.js';
import { traced } from './tracing/ledger.js';
import type { Tracing } from './tracing/tracing.js';

type Required = 'host' | 'port' | 'keys';

/** What of the configuration is not given is off, or as the defaults of the configuration say. */
export interface ServiceOptions
  extends
    Pick<KeepOptions, 'create' | 'prefix' | 'progress' | 'onTrouble'>,
    Pick<Config, Required>,
    Partial<Omit<Config, Required>> {
  /** A directory or a connection string of EventStoreDB. */
  readonly location: string;
}

export interface Service {
  /** Where it listens. */
  readonly url: string;
  /** What is to be said loudly of the keys that it uses, where there is something. */
  readonly notice: string | undefined;
  /** Rejects with what has ended it and does not pass. */
  readonly ended: Promise<void>;
  /** Takes nothing new, finishes what is in flight, and closes the ledger. */
  close(): Promise<void>;
}

/** @throws KeyUnusable, LedgerUnavailable, LogUnavailable, DamagedLog, or the system's error where it cannot listen */
export async function serve(options: ServiceOptions): Promise<Service> {
  const { host, port, keys, grantsClaim, logLevel, tracesTo, shutdownGraceMs = SHUTDOWN_GRACE_MS } = options;
  const notice = assertMayListen(host, keys);
  const logger = logLevel === undefined || logLevel === 'silent' ? undefined : openLogger(logLevel);
  const tracing = tracesTo === undefined ? undefined : (await import('./tracing/tracing.js')).openTracing(tracesTo);
  const kept = await keep(options, logger, tracing);
  let app: NestFastifyApplication | undefined;
  const close = async (): Promise<void> => {
    kept.isClosing = true;
    try {
      if (app) await closeServer(app, shutdownGraceMs);
    } finally {
      await kept.ledger.close();
      await tracing?.close();
      logger?.flush();
    }
  };
  try {
    app = await createApp({
      ledger: tracing ? traced(kept.ledger, tracing) : kept.ledger,
      verifier: await verifierFor({ keys, grantsClaim }),
      operations: {
        ...kept,
        logger,
        tracing,
        requestsPerMinuteMax: options.requestsPerMinuteMax ?? 0,
        trustedProxies: options.trustedProxies,
      },
    });
    await app.listen(port, host);
    return { url: await app.getUrl(), notice, ended: kept.ledger.ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Kept {
  readonly ledger: KeptLedger;
  readonly health: Health;
  readonly metrics: ReturnType<typeof openMetrics>;
  isClosing: boolean;
}

/** The ledger with what is known of how it is. */
async function keep(options: ServiceOptions, logger: Logger | undefined, tracing: Tracing | undefined): Promise<Kept> {
  let isCaughtUp = false;
  const state = (): KeptState => ledger.state();
  const health: Health = { state: () => ({ ...state(), isCaughtUp, isClosing: kept.isClosing }) };
  const metrics = openMetrics(health, { ofProcess: true });
  const ledger = await keepLedger(options.location, {
    ...options,
    onPosition: () => (isCaughtUp = true),
    onTrouble(message) {
      logger?.warn({ trouble: message }, 'trouble');
      options.onTrouble?.(message);
    },
    meter: {
      append: (events, work) => metrics.append(events, tracing ? () => tracing.span('append', work) : work),
      filed: (ms) => metrics.filed(ms / MS_PER_SECOND),
    },
  });
  const kept = { ledger, health, metrics, isClosing: false };
  return kept;
}

const MS_PER_SECOND = 1_000;
