/**
 * An engine in a process of its own, with its own read model and its own idea of the time: `engine.mjs URL PREFIX`. It runs the current
 * build. Each line of JSON on stdin, `{ id, do | ask | schedule, with }`, is carried out at once and answered with a line of its own.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { currentBuild } from '../../../apps/cli/bin/build.mjs';

const STDOUT = 1;

const [url, prefix] = process.argv.slice(2);
const build = await currentBuild(join(import.meta.dirname, '..', '..', '..'));
const { openLedger } = await import(pathToFileURL(join(build, 'libs', 'application', 'ledger.js')).href);
const engine = await openLedger(url, { create: true, prefix });
const tell = (line) => writeSync(STDOUT, `${JSON.stringify(line)}\n`);

async function carryOut({ id, do: command, ask, with: body }) {
  try {
    const answer = command ? await engine.do(command, body) : ask ? await engine.ask(ask, body) : await schedule(body);
    tell({ id, answer });
  } catch (error) {
    tell({ id, refused: error.code ?? error.name, message: error.message });
  }
}

async function schedule({ times }) {
  for (let time = 0; time < times; time += 1) await engine.scheduler.run();
  return {};
}

tell({ id: 0 });
const underWay = [];
for await (const line of createInterface({ input: process.stdin })) underWay.push(carryOut(JSON.parse(line)));
await Promise.all(underWay);
await engine.close();
