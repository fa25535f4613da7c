/** What the commands for auditors, billing jobs and support work on: a ledger that this machine can open, or a service that runs on one. */
import { openLedger } from '#application/ledger.js';
import type { Outcome } from '#application/writing.js';
import { type OnLedger, locationOf } from './location.js';
import { progress } from './progress.js';

export interface OnAccess extends OnLedger {
  /** Of a running service. */
  readonly url?: string;
  /** Bearer token for it. */
  readonly token?: string;
}

export interface Access {
  /** @throws Refusal of SPEC §4 */
  ask(answer: string, of: object): Promise<object>;
  /** @throws Refusal of SPEC §3 */
  do(command: string, body: object): Promise<Outcome>;
  close(): Promise<void>;
}

/** @param actor who does what is done here; a service knows that by the token */
export async function access(options: OnAccess, actor: string): Promise<Access> {
  const catchingUp = await progress('Reading the log');
  try {
    const engine = await openLedger(locationOf(options.log), {
      create: false,
      prefix: options.prefix,
      onProgress: catchingUp.update,
    });
    await engine.sync(catchingUp.update);
    return {
      ask: (answer, of) => engine.ask(answer, of),
      do: (command, body) => engine.do(command, body, { actor }),
      close: () => engine.close(),
    };
  } finally {
    catchingUp.end();
  }
}
