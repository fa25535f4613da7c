/** Reads a ledger from its beginning with an empty disk: `catch-up.mjs URL PREFIX`. It runs the current build, and prints `POSITION BYTES`: the most memory it held. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild } from '../../../apps/cli/bin/build.mjs';

const KIB = 1_024;

const [url, prefix] = process.argv.slice(2);
const build = await currentBuild(join(import.meta.dirname, '..', '..', '..'));
const { openLedger } = await import(pathToFileURL(join(build, 'libs', 'application', 'ledger.js')).href);
const engine = await openLedger(url, { create: false, prefix });
await engine.sync();
process.stdout.write(`${engine.position} ${process.resourceUsage().maxRSS * KIB}\n`);
await engine.close();
