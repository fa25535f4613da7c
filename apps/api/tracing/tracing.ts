/** Traces by OpenTelemetry, sent to a collector: a span a request, which goes on with its caller's trace, and spans of the work in it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/refusal.js';
import { routeOf } from '../request.js';
import { callerOf } from './caller.js';

const NAME = 'seatledger';
const PATH = '/v1/traces';
const SERVER_ERROR = 500;
/** What is not sent by then is not waited for at the end. */
const LAST_SPANS_MS_MAX = 2_000;

export interface Tracing {
  /** Before there are routes. */
  traceRequests(fastify: FastifyInstance): void;
  /** A part of the work on a request, or work on its own where there is none. */
  span<T>(name: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param endpoint as OTEL_EXPORTER_OTLP_ENDPOINT names it, without the path of traces */
export function openTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}${PATH}` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env['OTEL_SERVICE_NAME'] || NAME }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer(NAME);
  const current = new AsyncLocalStorage<Context>();
  return {
    traceRequests: (fastify) => traceRequests(fastify, tracer, current),
    async span(name, work) {
      const parent = current.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name, {}, parent);
      try {
        return await current.run(trace.setSpan(parent, span), work);
      } catch (error) {
        tellFailure(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    async close() {
      await Promise.race([provider.shutdown().catch(() => {}), sleep(LAST_SPANS_MS_MAX, undefined, { ref: false })]);
    },
  };
}

function traceRequests(fastify: FastifyInstance, tracer: Tracer, current: AsyncLocalStorage<Context>): void {
  const spans = new WeakMap<FastifyRequest, { readonly span: Span; readonly context: Context }>();
  fastify.addHook('onRequest', (request, _, done) => {
    const caller = callerOf(request.headers['traceparent']);
    const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER }, caller);
    spans.set(request, { span, context: trace.setSpan(caller, span) });
    done();
  });
  // The body has been read by then, by events of the connection, which know of no context.
  fastify.addHook('preHandler', (request, _, done) => current.run(spans.get(request)!.context, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const { span } = spans.get(request)!;
    describe(span, request, reply);
    span.end();
    done();
  });
}

function describe(span: Span, request: FastifyRequest, { statusCode }: FastifyReply): void {
  const route = routeOf(request);
  span.updateName(`${request.method} ${route}`);
  span.setAttributes({
    'http.request.method': request.method,
    'http.route': route,
    'http.response.status_code': statusCode,
    'seatledger.request_id': request.id,
    'seatledger.correlation_id': request.correlationId,
    ...(request.problem !== undefined && { 'error.type': request.problem }),
  });
  if (statusCode >= SERVER_ERROR) span.setStatus({ code: SpanStatusCode.ERROR });
}

/** A refusal is an answer, told by its code; of what failed, only its kind. */
function tellFailure(span: Span, error: unknown): void {
  if (error instanceof Refusal) span.setAttribute('error.type', error.code);
  else span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'failed' });
}
