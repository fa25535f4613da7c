// Builds what is stale, then runs the benchmark on it: `npm run bench`, or with the size of the largest ledger: `npm run bench -- 100000`.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { currentBuild } from '../../apps/cli/bin/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = await currentBuild(root);
const { bench } = await import(pathToFileURL(join(build, 'test', 'bench', 'main.js')).href);
await bench(join(root, 'dist', 'bench'), Number(process.argv[2] ?? 1_000_000));
