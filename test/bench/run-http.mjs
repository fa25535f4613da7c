// Builds what is stale, then measures the service over HTTP: `npm run bench:http`, or with the size of its ledger: `npm run bench:http -- 10000`.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { currentBuild } from '../../apps/cli/bin/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = await currentBuild(root);
const { bench } = await import(pathToFileURL(join(build, 'test', 'bench', 'http.js')).href);
await bench(join(root, 'dist', 'bench', 'http'), Number(process.argv[2] ?? 100_000));
