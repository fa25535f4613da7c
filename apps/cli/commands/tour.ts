/** `seatledger tour`: four questions to the sample history, each with the command that repeats it. */
import type { Engine } from '#application/engine.js';
import { openLedger } from '#application/ledger.js';
import { shownOf } from '#event-log/shown.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { type OnLedger, flagsFor, hasSecrets, locationOf, quoted } from '../location.js';
import { print } from '../output.js';
import { SEATLEDGER, askFor, guide } from '../tour/guide.js';
import { asKnownBefore, peakAndInvoice, whoHeldSeats, whyUnlicensed } from '../tour/stops.js';

/** Of the sample; a ledger without them has a history of its own. */
const SHOWN = ['harbor', 'northwind'];
const RELEASED = { accountId: 'harbor', product: 'copilot', userIds: ['ana'] };

export async function tour({ log: given, prefix }: OnLedger): Promise<ExitCode> {
  const location = locationOf(given);
  const engine = await openLedger(location, { create: false, prefix });
  try {
    const found = flagsFor({ log: location, ...(prefix !== undefined && { prefix }) });
    const accountIds = await accountsOf(engine);
    const isSample = SHOWN.every((accountId) => accountIds.includes(accountId));
    if (isSample) {
      const shown = guide(engine, found);
      for (const stop of [whoHeldSeats, whyUnlicensed, peakAndInvoice, asKnownBefore]) await stop(shown);
    } else {
      print(`The ledger at ${shownOf(location)} is not the sample's: its history is its own.`);
    }
    print('\nTo find your way, and to change something (add --json for programs, --help for the rest):');
    if (hasSecrets(location)) print('  (EVENTSTORE_URL being the connection string, whose password is not shown)');
    print(`  $ ${askFor('accounts', {})}${found}`);
    const accountId = isSample ? 'harbor' : accountIds[0];
    if (accountId !== undefined) print(`  $ ${askFor('account', { accountId })}${found}`);
    if (isSample) print(`  $ ${SEATLEDGER} do ReleaseSeats ${quoted(JSON.stringify(RELEASED))}${found}`);
    return SUCCEEDED;
  } finally {
    await engine.close();
  }
}

async function accountsOf(engine: Engine): Promise<readonly string[]> {
  const { accounts } = (await engine.ask('accounts', {})) as {
    readonly accounts: readonly { readonly accountId: string }[];
  };
  return accounts.map(({ accountId }) => accountId);
}
