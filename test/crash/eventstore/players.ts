/** The processes of a campaign by number, each behind a link of its own, and what they are put through. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultyLink } from '../../support/eventstore/faulty-link.js';
import { type Round, befall } from './faults.js';
import { type Process, type Told, spawnFollower, spawnWorker } from './processes.js';
import type { CampaignServer } from './server.js';

/** Two would do to overtake each other; with three, two may be down. */
const WORKERS = 3;
const FOLLOWER = WORKERS;
/** With a link each. */
export const PROCESSES = WORKERS + 1;
export const PREFIX = 'campaign';
/** Far more than it takes; what it takes is told. */
const RECOVERED_MS_MAX = 45_000;
const POLL_MS = 10;

export interface Timing {
  /** ms from the end of a round's faults until every process had recorded or read something new. */
  readonly againMs: number[];
  /** ms from a server's return until the follower, to which nothing else had happened, had read what was appended since. */
  readonly liveMs: number[];
}

export interface Players {
  readonly told: Told;
  readonly timing: Timing;
  start(): Promise<void>;
  /** @throws Error where not all go on after it */
  play(round: Round, server: CampaignServer): Promise<void>;
  /** Ends the recording; what was under way is settled. */
  settle(): Promise<void>;
  /** Lets all read up to a position, and ends them in peace. */
  reach(position: number): Promise<void>;
  kill(): Promise<void>;
}

/** @param directory where their read models are, see `readModelsOf` */
export function playersOn(directory: string, links: readonly FaultyLink[], seed: number): Players {
  const told: Told = { sent: new Map(), done: new Map(), refused: new Map(), trouble: new Map(), repeats: 0 };
  const timing: Timing = { againMs: [], liveMs: [] };
  const processes: Process[] = [];
  const restarts = links.map(() => Promise.resolve());
  let started = 0;

  const spawnAnew = async (who: number): Promise<void> => {
    await processes[who]?.kill();
    started += 1;
    const url = `esdb://127.0.0.1:${links[who]!.port}?tls=false`;
    const place = { url, prefix: PREFIX, directory: readModelsOf(directory, who) };
    const isFollower = who === FOLLOWER;
    const spawned = isFollower ? spawnFollower(place) : spawnWorker(place, `w${who}.${started}`, seed + started, told);
    processes[who] = spawned;
    await spawned.says('ready');
  };

  /** One after another for each. */
  const restart = (who: number): Promise<void> => (restarts[who] = restarts[who]!.then(() => spawnAnew(who)));

  const recover = async (round: Round): Promise<void> => {
    const healed = performance.now();
    const recovered = await Promise.all(processes.map((each, who) => heardAfter(each, who, healed)));
    timing.againMs.push(Math.max(...recovered));
    if (round.length === 1 && round[0]!.kind.startsWith('server')) timing.liveMs.push(recovered[FOLLOWER]!);
  };

  const workers = (): Process[] => processes.slice(0, WORKERS);

  return {
    told,
    timing,
    async start() {
      await Promise.all(links.map((_, who) => restart(who)));
    },
    async play(round, server) {
      const signal = (who: number, name: 'SIGSTOP' | 'SIGCONT'): void => void processes[who]!.child.kill(name);
      try {
        await Promise.all(round.map((fault) => befall(fault, { server, links, signal, restart })));
        for (const link of links) {
          link.thaw();
          link.refuse(false);
          link.delay(0);
        }
        await recover(round);
      } catch (error) {
        throw new Error(`after ${JSON.stringify(round)}: ${(error as Error).message}`, { cause: error });
      }
    },
    async settle() {
      for (const worker of workers()) worker.order('finish');
      await inTime(
        Promise.all(workers().map((worker) => worker.says('idle'))),
        'the commands under way are not settled',
      );
    },
    async reach(position) {
      for (const worker of workers()) worker.order(`reach ${position}`);
      const reached = Promise.all(workers().map((worker) => worker.says('reached')));
      await inTime(reached, `the workers have not read up to ${position}`);
      for (const worker of workers()) await worker.end();
      const follower = processes[FOLLOWER]!;
      await until(() => follower.position >= position, `the follower has not read up to ${position}`);
      await follower.end('SIGTERM');
    },
    async kill() {
      await Promise.allSettled(processes.map((process) => process.kill()));
    },
  };
}

export const readModelsOf = (directory: string, who: number): string => join(directory, `read-models-${who}`);

/** ms from an instant until a process says something new. */
async function heardAfter(process: Process, who: number, since: number): Promise<number> {
  const heard = until(() => process.heardAt > since, `process ${who} does not go on`);
  await Promise.race([heard, process.says('never')]);
  return performance.now() - since;
}

/** @throws Error that says what is wrong where it does not hold in RECOVERED_MS_MAX */
async function until(holds: () => boolean, wrong: string): Promise<void> {
  for (const end = performance.now() + RECOVERED_MS_MAX; !holds(); await pause(POLL_MS)) {
    if (performance.now() > end) throw new Error(`${wrong}, after ${RECOVERED_MS_MAX} ms`);
  }
}

async function inTime(work: Promise<unknown>, wrong: string): Promise<void> {
  let isDone = false;
  await Promise.race([work.finally(() => (isDone = true)), until(() => isDone, wrong)]);
}
