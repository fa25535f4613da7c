/** `seatledger do <Command> '<json>'`: runs what the scheduler owes, then the command. */
import { openLedger } from '#application/ledger.js';
import { invalid } from '#kernel/refusal.js';
import { actorOf } from '../actor.js';
import type { ExitCode } from '../failure.js';
import { SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { print, printJson } from '../output.js';

export interface DoOptions extends OnLedger {
  readonly actor?: string;
  readonly json?: boolean;
}

export async function doCommand(name: string, text: string, options: DoOptions): Promise<ExitCode> {
  const body = parse(text);
  const actor = actorOf(options.actor);
  const engine = await openLedger(locationOf(options.log), { create: true, prefix: options.prefix });
  try {
    await engine.scheduler.run();
    const { events, position } = await engine.do(name, body, { actor });
    if (options.json) printJson({ events, position });
    else print(events.length === 0 ? 'Nothing to change.' : `Recorded up to position ${position}: ${counted(events)}.`);
    return SUCCEEDED;
  } finally {
    await engine.close();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
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
