/** The service from the command line: `npm start` serves the sample, `serve` any ledger, and what it cannot do it tells. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ROOT, SLOW_MS, freshDirectory, removeDirectories, seatledger, startByNpm } from './support/launcher.js';
import { listening } from './support/serving.js';

import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

test('npm start serves the sample on this machine, says what keys it uses, and every request that it prints is answered', async () => {
  const cwd = freshDirectory();
  const started = await listening(
    startByNpm(['start', '--silent'], { cwd, root: ROOT, env: { SEATLEDGER_PORT: '0' } }),
  );
  const told = started.lines.map((line) => line.trim());
  const token = told.find((line) => line.startsWith('$ TOKEN='))!.slice('$ TOKEN='.length);
  const requests = told.flatMap((line) => /^\$ curl .*'(http.*)'$/.exec(line)?.[1] ?? []);
  expect(requests.length).toBeGreaterThanOrEqual(3);
  for (const request of requests) {
    expect(request.startsWith(started.url)).toBe(true);
    const answer = await fetch(request, { headers: { authorization: `Bearer ${token}` } });
    expect([request, answer.status]).toEqual([request, 200]);
    expect((await fetch(request)).status).toBe(401);
  }
  expect(new URL(started.url).hostname).toBe('127.0.0.1');
  expect((await fetch(`${started.url}/api-json`)).status).toBe(200);

  started.child.kill('SIGTERM');
  expect(await started.ended).toMatchObject({ code: 0, stderr: expect.stringContaining('No keys are configured') });
});

test('what keeps it from listening is told, exit 2: a port in use, and all that is wrong with its configuration at once', async () => {
  const cwd = freshDirectory();
  const other = createServer();
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const { port } = other.address() as AddressInfo;
  const inUse = await seatledger(['serve', '--port', String(port)], { cwd });
  other.close();
  expect(inUse.code).toBe(2);
  expect(inUse.stderr).toContain(`cannot listen on port ${port} of 127.0.0.1`);

  const env = {
    SEATLEDGER_HOST: '0.0.0.0',
    SEATLEDGER_PORT: 'http',
    SEATLEDGER_JWKS_URI: 'https://issuer.example/keys',
  };
  const refused = await seatledger(['serve'], { cwd, env });
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  for (const name of Object.keys(env)) expect(refused.stderr).toContain(name);
});
