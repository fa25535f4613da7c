/**
 * A process that serves a ledger until it is killed: `api-worker.mjs LEDGER KEYS PORT`. It runs the current build.
 * It prints where it listens once it does.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild } from '../../apps/cli/bin/build.mjs';

const [location, directory, port] = process.argv.slice(2);
const build = await currentBuild(join(import.meta.dirname, '..', '..'));
const { serve } = await import(pathToFileURL(join(build, 'apps', 'api', 'service.js')).href);
const keys = { kind: 'generated', directory };
const { url } = await serve({ location, create: false, host: '127.0.0.1', port: Number(port), keys });
console.log(url);
