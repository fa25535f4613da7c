import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { serve } from '../service.js';
import { callerOf } from './caller.js';

interface SpanTold {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const MINUTE_MS = 60_000;

/** What a collector is, as far as traces go. */
async function collector(): Promise<{ readonly server: Server; readonly url: string; readonly spans: SpanTold[] }> {
  const spans: SpanTold[] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const told = JSON.parse(Buffer.concat(chunks).toString()) as {
        resourceSpans: { scopeSpans: { spans: SpanTold[] }[] }[];
      };
      if (request.url === '/v1/traces')
        spans.push(...told.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      reply.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans };
}

test("a request is a span of its caller's trace, the command in it a child, and the append a child of that", async () => {
  const directory = mkdtempSync(join(tmpdir(), 'seatledger-traces-'));
  const { server, url, spans } = await collector();
  const service = await serve({
    location: directory,
    create: true,
    host: '127.0.0.1',
    port: 0,
    keys: { kind: 'generated', directory: join(directory, 'keys') },
    tracesTo: `${url}/`,
  });
  const [issuedAt, expiresAt] = [new Date(), new Date(Date.now() + MINUTE_MS)];
  const grants = { '*': ['catalog.admin' as const] };
  const token = await mint(await ownKeys(join(directory, 'keys')), { actor: 'ada', grants, issuedAt, expiresAt });
  const reply = await fetch(`${service.url}/v1/products/copilot`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      traceparent: `00-${TRACE}-${SPAN}-01`,
    },
    body: JSON.stringify({ name: 'Copilot', provisioning: 'assigned' }),
  });
  expect(reply.status).toBe(200);
  await service.close();
  server.close();
  rmSync(directory, { recursive: true });

  const [request, command, append] = ['PUT /v1/products/:product', 'command DefineProduct', 'append'].map((name) =>
    spans.find((span) => span.name === name),
  );
  expect(request).toMatchObject({ traceId: TRACE, parentSpanId: SPAN });
  expect(command).toMatchObject({ traceId: TRACE, parentSpanId: request!.spanId });
  expect(append).toMatchObject({ traceId: TRACE, parentSpanId: command!.spanId });
  expect(request!.attributes).toContainEqual({
    key: 'seatledger.request_id',
    value: { stringValue: reply.headers.get('x-request-id') },
  });
  expect(JSON.stringify(spans)).not.toContain('copilot');
});

test.each([
  [`00-${TRACE}-${SPAN}-01`, true],
  [`01-${TRACE}-${SPAN}-01-more`, true],
  [`00-${TRACE}-${SPAN}-01-more`, false],
  [`ff-${TRACE}-${SPAN}-01`, false],
  [`00-${'0'.repeat(32)}-${SPAN}-01`, false],
  [`00-${TRACE}-${SPAN}`, false],
  ['', false],
])('the traceparent %j names a trace: %s', (header, isTrace) => {
  expect(trace.getSpanContext(callerOf(header))?.traceId).toBe(isTrace ? TRACE : undefined);
  if (!isTrace) expect(callerOf(header)).toBe(ROOT_CONTEXT);
});
