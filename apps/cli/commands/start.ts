/**
 * `npm start`: shows the ledger and serves it; where there is none, makes one with the sample history first: in a directory by itself,
 * on a server when told.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { standingClock } from '#application/clock.js';
import { carryOver } from '#application/copying/copying.js';
import { CopyRefused } from '#application/copying/refused.js';
import { hasLedger, isEventStore, isVacant, openLedger, openLog } from '#application/ledger.js';
import { type EventLog, ORIGIN, type StreamEvent } from '#event-log/port.js';
import { DEFAULT_PREFIX } from '#event-log/prefix.js';
import { shownOf } from '#event-log/shown.js';
import { INSTANT_MIN } from '#kernel/instant.js';
import { type ExitCode, Failure, SUCCEEDED } from '../failure.js';
import { flagsFor, locationOf } from '../location.js';
import { print, printError } from '../output.js';
import { progress } from '../progress.js';
import { recordSample, sampleInMemory } from '../sample/recording.js';
import { showRequests } from '../tour/requests.js';
import { type Manner, type ServeOptions, serveCommand } from './serve.js';
import { tour } from './tour.js';

export interface StartOptions extends ServeOptions {
  /** Records the sample on a server, which may be others' too. */
  readonly sample?: boolean;
  /** False: the tour is the end. */
  readonly serve?: boolean;
}

/** Among what people read, only what is wrong is logged. */
const FOR_PEOPLE: Manner = { onListening: showRequests, logLevel: 'warn' };

export async function start(root: string, options: StartOptions): Promise<ExitCode> {
  const { log, prefix, sample = false, serve = true } = options;
  const location = locationOf(log);
  if (!isEventStore(location)) {
    if (!hasLedger(location)) await makeSample(root, location);
  } else if (sample) {
    await carrySample(root, location, prefix);
  } else if (await isVacant(location, prefix)) {
    print(`There is nothing ${placeOf(location, prefix)} yet. To record two years of sample history there:`);
    print(`  $ npm start -- --sample${flagsFor({ log: location, ...(prefix !== undefined && { prefix }) })}`);
    return SUCCEEDED;
  }
  await tour({ log: location, ...(prefix !== undefined && { prefix }) });
  return serve ? serveCommand({ ...options, log: location }, FOR_PEOPLE) : SUCCEEDED;
}

/** Made beside its place and moved there when it is complete: a start that was killed leaves no half of it. */
async function makeSample(root: string, location: string): Promise<void> {
  if (!(await isVacant(location))) {
    throw new Failure(`${location} is there but holds no ledger: remove it, or give --log another directory`);
  }
  removeLeftovers(location);
  const partial = `${resolve(location)}${MAKING}${process.pid}`;
  printError(`Making a ledger in ${location} with two years of sample history`);
  await fill(root, partial);
  try {
    renameSync(partial, location);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another start was faster: its ledger is the same.
    if (!hasLedger(location)) throw error;
  }
}

async function fill(root: string, location: string): Promise<void> {
  const clock = standingClock(INSTANT_MIN);
  const engine = await openLedger(location, { create: true, clock });
  const bar = await progress('Recording');
  try {
    await recordSample(root, engine, clock, bar.update);
  } finally {
    bar.end();
    await engine.close();
  }
}

/** Carried over event by event; what was cut off is gone on with, and what is there and is not the sample's is left alone. */
async function carrySample(root: string, location: string, prefix: string | undefined): Promise<void> {
  const target = await openLog(location, { create: true, prefix });
  const bar = await progress('Recording');
  try {
    const source = await sampleInMemory(root);
    if (await hasAllOf(source, target)) return;
    printError(`Recording two years of sample history ${placeOf(location, prefix)}`);
    await carryOver({ source, target }, { onEvent: () => {}, onProgress: (_, done, total) => bar.update(done, total) });
  } catch (error) {
    if (!(error instanceof CopyRefused)) throw error;
    throw new Failure(
      `the sample history cannot be recorded ${placeOf(location, prefix)}: give another --prefix, or try again where somebody else was recording it (${error.message})`,
      { cause: error },
    );
  } finally {
    bar.end();
    await target.close();
  }
}

/** Whether the target has the source's last event, which is carried last; it may have gone on since. */
async function hasAllOf(source: EventLog, target: EventLog): Promise<boolean> {
  let last: StreamEvent | undefined;
  for await (const page of source.readAll(ORIGIN)) last = page.at(-1);
  if (!last) return true;
  for await (const [event] of target.readStream(last.stream, last.revision)) return event?.id === last.id;
  return false;
}

function placeOf(location: string, prefix: string = DEFAULT_PREFIX): string {
  return `at ${shownOf(location)} under the prefix ${prefix}`;
}

const MAKING = '.making-';

/** Of starts that were killed. */
function removeLeftovers(location: string): void {
  const directory = dirname(resolve(location));
  const prefix = `${basename(resolve(location))}${MAKING}`;
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory)) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(directory, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
