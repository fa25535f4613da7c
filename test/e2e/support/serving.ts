/** A service as its operator starts it: a process of the command line, which tells on stderr where it listens. */
import { type Place, type Running, start } from './launcher.js';

export interface Serving extends Running {
  readonly url: string;
}

const LISTENING = /^listening on (http:\/\/\S+)$/m;

/** On a port that is free. */
export function serving(args: readonly string[], { env = {}, ...place }: Place): Promise<Serving> {
  return listening(start(args, { ...place, env: { SEATLEDGER_PORT: '0', ...env } }));
}

/** @throws Error with what it said, where it ends before */
export async function listening(running: Running): Promise<Serving> {
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    running.child.stderr!.on('data', (text) => {
      said += String(text);
      const [, found] = LISTENING.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    void running.ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  return Object.assign(Object.create(running) as Running, { url });
}
