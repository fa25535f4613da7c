/** The launcher builds what is missing or stale itself, whoever else does so at the same time. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Ended,
  ROOT,
  type Running,
  SLOW_MS,
  freshDirectory,
  removeDirectories,
  start,
} from './support/launcher.js';

const SOURCES = [
  'apps/api',
  'apps/cli',
  'libs',
  'projections',
  'sdk',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.build.json',
];

import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

function checkout(): string {
  const root = freshDirectory();
  const filter = (path: string): boolean => basename(path) !== 'node_modules';
  for (const path of SOURCES) cpSync(join(ROOT, path), join(root, path), { recursive: true, filter });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const help = (root: string): Running => start(['--help'], { cwd: root, root });
const HELPED: Partial<Ended> = { code: 0, stdout: expect.stringContaining('Usage: seatledger') };

test('it builds once where two start at once, again for each change, and not for a state it has built before', async () => {
  const root = checkout();
  const both = [help(root), help(root)];
  for (const { ended } of both) expect(await ended).toMatchObject({ ...HELPED, stderr: '' });
  expect(both.filter(({ hasBuilt }) => hasBuilt)).toHaveLength(1);

  const added = join(root, 'libs', 'kernel', 'added.ts');
  writeFileSync(added, 'export const added = 1;\n');
  const changed = help(root);
  expect(await changed.ended).toMatchObject(HELPED);
  expect(changed.hasBuilt).toBe(true);

  rmSync(added);
  const back = help(root);
  expect(await back.ended).toMatchObject(HELPED);
  expect(back.hasBuilt).toBe(false);
});

test('sources that do not compile are told on stderr, exit 2; a lock that a killed build left is no obstacle', async () => {
  const root = checkout();
  const broken = join(root, 'libs', 'kernel', 'broken.ts');
  writeFileSync(broken, 'export const broken: number = "text";\n');
  const failed = await help(root).ended;
  expect(failed).toMatchObject({ code: 2, stdout: '' });
  expect(failed.stderr).toContain('broken.ts');

  rmSync(broken);
  mkdirSync(join(root, 'dist', 'builds'), { recursive: true });
  writeFileSync(join(root, 'dist', 'builds', 'lock'), `${2 ** 30}`);
  expect(await help(root).ended).toMatchObject(HELPED);
});
