/** What a service counts and times, for Prometheus: by route template, command, outcome and code, never by account, user or path. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { RevisionConflict } from '#event-log/port.js';
import { type Health, obstacles } from '../health/health.js';

export const METRICS = Symbol('Metrics');

export interface Metrics {
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
  request(of: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void;
  command(name: string, outcome: Outcome): void;
  refusal(code: string): void;
  /** A stream of events has begun. @returns to be called when it has ended */
  streaming(): () => void;
  /** Times an append. */
  append<T>(events: number, work: () => Promise<T>): Promise<T>;
  filed(seconds: number): void;
}

export type Outcome = 'recorded' | 'unchanged' | 'previewed' | 'refused' | 'failed';

const SECONDS_OF_REQUESTS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const SECONDS_OF_WORK = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const MS_PER_SECOND = 1_000;

/** @param ofProcess whether it tells of the process too, which has one service */
export function openMetrics(health: Health, { ofProcess }: { readonly ofProcess: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  tellHealth(health, registry);
  const requests = new Histogram({
    name: 'seatledger_http_request_duration_seconds',
    help: 'HTTP requests by route template, method and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS_OF_REQUESTS,
    registers,
  });
  const commands = new Counter({
    name: 'seatledger_commands_total',
    help: 'Commands by name and outcome',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'seatledger_refusals_total',
    help: 'Requests that were not answered, by the code of the problem',
    labelNames: ['code'],
    registers,
  });
  const subscribers = new Gauge({ name: 'seatledger_sse_subscribers', help: 'Streams of events open now', registers });
  const appends = new Histogram({
    name: 'seatledger_append_duration_seconds',
    help: 'Appends to the log until they were durable, by outcome',
    labelNames: ['outcome'],
    buckets: SECONDS_OF_WORK,
    registers,
  });
  const events = new Counter({ name: 'seatledger_events_appended_total', help: 'Events appended', registers });
  const filed = new Histogram({
    name: 'seatledger_projection_duration_seconds',
    help: 'From when an append was known of until it was in the read model',
    buckets: SECONDS_OF_WORK,
    registers,
  });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    request: ({ method, route, status }, seconds) => requests.observe({ method, route, status }, seconds),
    command: (command, outcome) => commands.inc({ command, outcome }),
    refusal: (code) => refusals.inc({ code }),
    streaming() {
      subscribers.inc();
      return () => subscribers.dec();
    },
    async append(count, work) {
      const end = appends.startTimer();
      try {
        const appended = await work();
        events.inc(count);
        end({ outcome: 'appended' });
        return appended;
      } catch (error) {
        end({ outcome: error instanceof RevisionConflict ? 'overtaken' : 'failed' });
        throw error;
      }
    },
    filed: (seconds) => filed.observe(seconds),
  };
}

function tellHealth(health: Health, registry: Registry): void {
  const gauge = (name: string, help: string, value: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('seatledger_position', 'The last position of the log that was read', () => health.state().position);
  gauge(
    'seatledger_lag_seconds',
    'How long what is unread may have waited',
    () => health.state().lagMs / MS_PER_SECOND,
  );
  gauge('seatledger_ready', 'Whether the service is ready', () => Number(obstacles(health.state()).length === 0));
}
