// Builds what is stale, then measures the log on the server that EVENTSTORE_URL names: `npm run bench:eventstore`, or with the size of
// the ledger that is read: `npm run bench:eventstore -- 1000000`.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { currentBuild } from '../../apps/cli/bin/build.mjs';

const url = process.env.EVENTSTORE_URL;
if (!url) {
  process.stderr.write(
    'EVENTSTORE_URL names no server: "docker compose up" starts one, esdb://localhost:2113?tls=false\n',
  );
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
const build = await currentBuild(root);
const { bench } = await import(pathToFileURL(join(build, 'test', 'bench', 'eventstore.js')).href);
await bench(join(root, 'dist', 'bench'), Number(process.argv[2] ?? 200_000), url);
