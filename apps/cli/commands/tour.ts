/** `seatledger tour`: four questions to the sample history, each with the command that repeats it. */
import type { Engine } from '#application/engine.js';
import { openLedger } from '#application/ledger.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { print } from '../output.js';
import { commandFor, guide } from '../tour/guide.js';
import { asKnownBefore, peakAndInvoice, whoHeldSeats, whyUnlicensed } from '../tour/stops.js';

/** Of the sample; a ledger without them has a history of its own. */
const SHOWN = ['harbor', 'northwind'];

export async function tour({ log: given, prefix }: OnLedger): Promise<ExitCode> {
  const location = locationOf(given);
  const engine = await openLedger(location, { create: false, prefix });
  try {
    // Only what `ask` would not find by itself has to be typed.
    const log = location === locationOf(undefined) ? undefined : location;
    if (await isSample(engine)) {
      const shown = guide(engine, log);
      for (const stop of [whoHeldSeats, whyUnlicensed, peakAndInvoice, asKnownBefore]) await stop(shown);
    } else {
      print(`The ledger at ${location} is not the sample's: its history is its own.`);
    }
    print('\nTo find your way, and to change something (add --json for programs, --help for the rest):');
    print(`  $ ${commandFor('accounts', {}, log)}`);
    print(`  $ ${commandFor('account', { accountId: 'harbor' }, log)}`);
    print(
      `  $ npm run --silent seatledger -- do ReleaseSeats '{"accountId":"harbor","product":"copilot","userIds":["ana"]}'`,
    );
    return SUCCEEDED;
  } finally {
    await engine.close();
  }
}

async function isSample(engine: Engine): Promise<boolean> {
  const { accounts } = (await engine.ask('accounts', {})) as {
    readonly accounts: readonly { readonly accountId: string }[];
  };
  return SHOWN.every((accountId) => accounts.some((account) => account.accountId === accountId));
}
