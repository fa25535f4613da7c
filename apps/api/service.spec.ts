import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCOUNT_GRANTS, GLOBAL_GRANTS } from '#access/grants.js';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { type Service, serve } from './service.js';
import { ACME } from '../../test/support/api/acme.js';

const MINUTE_MS = 60_000;

let directory: string;
let service: Service;
let headers: Record<string, string>;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'seatledger-service-'));
  const keys = { kind: 'generated', directory: join(directory, 'keys') } as const;
  service = await serve({ location: directory, create: true, host: '127.0.0.1', port: 0, keys });
  const token = await mint(await ownKeys(keys.directory), {
    actor: 'ada',
    grants: { '*': [...ACCOUNT_GRANTS, ...GLOBAL_GRANTS] },
    issuedAt: new Date(),
    expiresAt: new Date(Date.now() + MINUTE_MS),
  });
  headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
});
afterAll(() => rmSync(directory, { recursive: true }));

async function metric(name: string): Promise<number | undefined> {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const line = text.split('\n').find((told) => told.startsWith(`${name} `) || told.startsWith(`${name}{`));
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')));
}

/** What happens soon, at the latest when the test is out of time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a service on a ledger is ready when the log is read to its end, and tells how far that is', async () => {
  await until(async () => (await fetch(`${service.url}/health/ready`)).status === 200);
  const body = JSON.stringify(ACME);
  expect((await fetch(`${service.url}/v1/accounts`, { method: 'POST', headers, body })).status).toBe(200);
  await until(async () => (await metric('seatledger_position')) === 1);
  const ready = (await (await fetch(`${service.url}/health/ready`)).json()) as object;
  expect(ready).toEqual({ status: 'ready', position: 1, lagMs: expect.any(Number) });
});

test('appends, the way into the read model, the process, and open streams are measured', async () => {
  expect(await metric('seatledger_append_duration_seconds_count{outcome="appended"}')).toBe(1);
  expect(await metric('seatledger_events_appended_total')).toBe(1);
  await until(async () => (await metric('seatledger_projection_duration_seconds_count')) === 1);
  expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(0);

  const leaving = new AbortController();
  const stream = await fetch(`${service.url}/v1/accounts/acme/changes`, { headers, signal: leaving.signal });
  expect(stream.status).toBe(200);
  expect(await metric('seatledger_sse_subscribers')).toBe(1);
  leaving.abort();
  await until(async () => (await metric('seatledger_sse_subscribers')) === 0);
});

test('a service that ends, ends its streams', async () => {
  const stream = await fetch(`${service.url}/v1/accounts/acme/changes`, { headers });
  const ended = stream.text();
  await service.close();
  expect(await ended).toContain('event: AccountOpened');
  await expect(fetch(`${service.url}/health/live`)).rejects.toThrow();
});
