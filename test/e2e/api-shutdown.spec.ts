/** How a service ends: what is in flight is finished, connections that nobody uses do not hold it up, and nothing new is taken. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { SLOW_MS, freshDirectory, removeDirectories, seatledger } from './support/launcher.js';
import { type Serving, serving } from './support/serving.js';

import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

const PRODUCT = JSON.stringify({ name: 'Copilot', provisioning: 'assigned' });
/** Far less than a connection is kept for. */
const SOON_MS_MAX = 5_000;
let cwd: string;
let token: string;

beforeAll(async () => {
  cwd = freshDirectory();
  const made = await serving(['serve'], { cwd });
  const { stdout } = await seatledger(['token', '--json'], { cwd });
  token = (JSON.parse(stdout) as { token: string }).token;
  await end(made);
});

async function end(service: Serving): Promise<void> {
  service.child.kill('SIGTERM');
  expect(await service.ended).toMatchObject({ code: 0 });
}

/** A request whose body is still to come when this resolves. */
async function begun(service: Serving): Promise<Socket> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  const head = [
    'PUT /v1/products/copilot HTTP/1.1',
    'host: here',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${PRODUCT.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${PRODUCT.slice(0, 5)}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return socket;
}

async function refused(url: string): Promise<boolean> {
  const [error] = await fetch(`${url}/health/live`).then(
    () => [undefined],
    (failure: Error) => [failure],
  );
  return error !== undefined;
}

test('a request in flight gets its answer, idle connections are let go, and the command that it sent is recorded', async () => {
  const service = await serving(['serve'], { cwd });
  const idle = new Agent({ keepAlive: true });
  const [answered] = (await once(request(`${service.url}/health/ready`, { agent: idle }).end(), 'response')) as [
    IncomingMessage,
  ];
  expect(answered.resume().statusCode).toBe(200);
  const slow = await begun(service);

  const asked = Date.now();
  service.child.kill('SIGTERM');
  while (!(await refused(service.url))) await new Promise((resolve) => setTimeout(resolve, 10));
  slow.write(PRODUCT.slice(5));
  const [reply] = (await once(slow, 'data')) as [Buffer];
  expect(reply.toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*connection: close\r\n[^]*"ProductDefined"/i);
  expect(await service.ended).toMatchObject({ code: 0 });
  expect(Date.now() - asked).toBeLessThan(SOON_MS_MAX);
  idle.destroy();

  const { stdout } = await seatledger(['ask', 'products', '--json'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ products: [{ product: 'copilot' }] });
});

test('a request that does not end is cut off after the grace, and a second signal cuts it off at once', async () => {
  const patient = await serving(['serve'], { cwd, env: { SEATLEDGER_SHUTDOWN_GRACE_MS: '300' } });
  const [slow] = [await begun(patient)];
  patient.child.kill('SIGTERM');
  expect(await patient.ended).toMatchObject({ code: 0 });
  slow.destroy();

  const service = await serving(['serve'], { cwd, env: { SEATLEDGER_SHUTDOWN_GRACE_MS: '60000' } });
  const other = await begun(service);
  service.child.kill('SIGTERM');
  while (!(await refused(service.url))) await new Promise((resolve) => setTimeout(resolve, 10));
  service.child.kill('SIGTERM');
  await service.ended;
  expect(service.child.signalCode).toBe('SIGTERM');
  other.destroy();
});
