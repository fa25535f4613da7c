/** Many commands in one process: for what is about their words and not about processes, which take longer to start than to answer. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Ended, ownEnv } from './launcher.js';

export interface SharedProcess {
  /** @param stays whether it has to be stopped by SIGTERM */
  run(args: readonly string[], stays?: boolean): Promise<Ended>;
  close(): Promise<void>;
}

export async function sharedProcess(cwd: string): Promise<SharedProcess> {
  const child = fork(join(import.meta.dirname, 'commands-child.mjs'), {
    cwd,
    // What serves takes a port that is free.
    env: { ...ownEnv(), SEATLEDGER_PORT: '0' },
    execArgv: [],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the process of the commands has ended with ${code}`);
  });
  failed.catch(() => {});
  const told = (): Promise<unknown[]> => Promise.race([once(child, 'message'), failed]);
  await told();
  let last: Promise<unknown> = Promise.resolve();
  const run = async (args: readonly string[], stays: boolean): Promise<Ended> => {
    child.send({ args, stays });
    const [ended] = (await told()) as [Ended];
    return ended;
  };
  return {
    run(args, stays = false) {
      const mine = last.then(() => run(args, stays));
      last = mine.catch(() => {});
      return mine;
    },
    async close() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
