/** `seatledger token`: a token for the service of a ledger on this machine, which that service accepts as it says. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifierFor } from '../../apps/api/auth/bearer.js';
import { type Ended, SLOW_MS, freshDirectory, removeDirectories, scenarioFile } from './support/launcher.js';
import { type SharedProcess, sharedProcess } from './support/shared-process.js';
import { OPENED } from './support/stories.js';

let cwd: string;
let cli: SharedProcess;
beforeAll(async () => {
  cwd = freshDirectory();
  cli = await sharedProcess(cwd);
  scenarioFile(cwd, 'data.jsonl', OPENED);
  expect(await cli.run(['scenario', 'data.jsonl', '--log', '.'])).toMatchObject({ code: 0 });
});
import.meta.jest.setTimeout(SLOW_MS);
afterAll(async () => {
  await cli.close();
  removeDirectories();
});

const token = (...args: string[]): Promise<Ended> => cli.run(['token', ...args]);

async function bearerOf(minted: string): ReturnType<Awaited<ReturnType<typeof verifierFor>>['verify']> {
  const verifier = await verifierFor({ keys: { kind: 'generated', directory: join(cwd, 'data', 'keys') } });
  return verifier.verify(`Bearer ${minted}`);
}

test('stdout is the token alone; whose it is and what it may is said beside', async () => {
  const { code, stdout, stderr } = await token('--actor', 'zoe');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^zoe may, until \d{4}-.*Z:\n {2}everything on every account\n$/);
  const bearer = await bearerOf(stdout.trimEnd());
  expect(bearer).toMatchObject({ actor: 'zoe', accounts: '*' });
  expect(bearer.may('billing.run', 'harbor') && bearer.may('catalog.admin') && bearer.may('program.admin')).toBe(true);
});

test('grants are on the account typed before them, and on every account where there is none', async () => {
  const typed = [
    '--grant',
    'catalog.admin',
    '--account',
    'acme',
    '--grant',
    'licensing.view',
    '--grant',
    'billing.read',
  ]
    .concat(['--account', 'zeta', '--grant', 'audit.read', '--account', 'acme', '--grant', 'billing.run'])
    .concat(['--expires-in', '30m', '--actor', 'zoe', '--json']);
  const before = Date.now();
  const { code, stdout, stderr } = await token(...typed);
  expect([code, stderr]).toEqual([0, '']);
  const { token: minted, expiresAt, ...said } = JSON.parse(stdout) as { token: string; expiresAt: string };
  expect(said).toEqual({
    actor: 'zoe',
    grants: {
      '*': ['catalog.admin'],
      acme: ['licensing.view', 'billing.read', 'billing.run'],
      zeta: ['audit.read'],
    },
  });
  const forMinutes = (Date.parse(expiresAt) - before) / 60_000;
  expect(forMinutes).toBeGreaterThanOrEqual(30);
  expect(forMinutes).toBeLessThan(31);
  const bearer = await bearerOf(minted);
  expect(bearer.accounts).toEqual(['acme', 'zeta']);
  expect(bearer.may('billing.run', 'acme') && bearer.may('catalog.admin')).toBe(true);
  expect(bearer.may('billing.run', 'zeta') || bearer.may('program.admin')).toBe(false);
});

test('a grant that there is not is refused', async () => {
  const { code, stdout } = await token('--grant', 'licensing.edit', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ refused: 'invalid-input', errors: [{ field: 'grant' }] });
});

test('where there is no ledger, none is begun', async () => {
  const { code, stdout, stderr } = await token('--log', 'missing');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('there is no ledger at missing');
  expect(existsSync(join(cwd, 'missing'))).toBe(false);
});
