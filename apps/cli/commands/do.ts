/** `seatledger do <Command> '<json>'`: runs what the scheduler owes, then the command. */
import { openLedger } from '#application/ledger.js';
import { invalid } from '#kernel/refusal.js';
import { actorOf } from '../actor.js';
import type { ExitCode } from '../failure.js';
import { SUCCEEDED } from '../failure.js';
import { type Access, type OnAccess, serviceAccess } from '../access.js';
import { locationOf } from '../location.js';
import { print, printJson } from '../output.js';

export interface DoOptions extends OnAccess {
  readonly actor?: string;
  readonly json?: boolean;
}

export async function doCommand(name: string, text: string, options: DoOptions): Promise<ExitCode> {
  const body = parse(text);
  const doing = (await serviceAccess(options)) ?? (await ledgerOf(options));
  try {
    const { events, position } = await doing.do(name, body);
    if (options.json) printJson({ events, position });
    else print(events.length === 0 ? 'Nothing to change.' : `Recorded up to position ${position}: ${counted(events)}.`);
    return SUCCEEDED;
  } finally {
    await doing.close();
  }
}

/** Made where there is none. */
async function ledgerOf({ log, prefix, actor: given }: DoOptions): Promise<Pick<Access, 'do' | 'close'>> {
  const actor = actorOf(given);
  const engine = await openLedger(locationOf(log), { create: true, prefix });
  return {
    async do(name, body) {
      await engine.scheduler.run();
      return engine.do(name, body, { actor });
    },
    close: () => engine.close(),
  };
}

function parse(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    throw invalid('body', `JSON such as '{"accountId":"harbor"}', in single quotes (${(error as Error).message})`);
  }
}

/** `SeatReleased, SeatAssigned x 3`. */
function counted(events: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => (count === 1 ? type : `${type} x ${count}`)).join(', ');
}
