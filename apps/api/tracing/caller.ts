/** The trace that a caller is in, as W3C Trace Context writes it in the header `traceparent`. */
import { type Context, ROOT_CONTEXT, isSpanContextValid, trace } from '@opentelemetry/api';

/** Version, trace, span of the caller, flags; later versions may add to it. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const HEADER_LENGTH_MAX = 200;

/** @returns a context without a trace for what is none */
export function callerOf(header: string | string[] | undefined): Context {
  if (typeof header !== 'string' || header.length > HEADER_LENGTH_MAX) return ROOT_CONTEXT;
  const [, version, traceId, spanId, flags, more] = TRACEPARENT.exec(header) ?? [];
  if (!traceId || !spanId || !flags || (version === '00' && more !== undefined)) return ROOT_CONTEXT;
  const caller = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(caller) ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
}
