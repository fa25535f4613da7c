/** `seatledger token`: mints a bearer token with the keys that an embedded ledger has made for itself. */
import { join } from 'node:path';
import { EVERY_ACCOUNT, TOKEN_LENGTH_MAX } from '#access/grants.js';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { hasLedger, isEventStore, ownDirectoryOf } from '#application/ledger.js';
import { invalid } from '#kernel/refusal.js';
import { actorOf } from '../actor.js';
import { type ExitCode, Failure, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { ALL, type GivenGrants, type Typed, grantsAsTyped, lifetimeMs } from '../granting.js';
import { print, printError, printJson } from '../output.js';

export interface TokenOptions extends OnLedger {
  readonly actor?: string;
  readonly expiresIn: string;
  readonly json?: boolean;
}

/** @throws Refusal `invalid-input`, Failure, KeyUnusable */
export async function token(typed: readonly Typed[], options: TokenOptions): Promise<ExitCode> {
  const actor = actorOf(options.actor);
  const grants = grantsAsTyped(typed);
  const issuedAt = new Date();
  const expiresAt = new Date(issuedAt.getTime() + lifetimeMs(options.expiresIn));
  const minted = await mint(await ownKeys(keysOf(locationOf(options.log))), { actor, grants, issuedAt, expiresAt });
  if (minted.length > TOKEN_LENGTH_MAX) throw invalid('account', 'fewer: a token has room for about a hundred; or *');
  if (options.json) {
    printJson({ token: minted, actor, grants, expiresAt: expiresAt.toISOString() });
  } else {
    print(minted);
    // The token alone is what a program takes from stdout.
    printError(`${actor} may, until ${expiresAt.toISOString()}:\n${told(grants)}`);
  }
  return SUCCEEDED;
}

/** Keys in a directory that is no ledger's would make it one that no ledger can be made in. */
function keysOf(location: string): string {
  if (!isEventStore(location) && !hasLedger(location)) {
    throw new Failure(
      `there is no ledger at ${location}: "npm start" or "seatledger serve" makes one, --log names another directory`,
    );
  }
  return join(ownDirectoryOf(location), 'keys');
}

function told(grants: GivenGrants): string {
  const lines = Object.entries(grants).map(([account, given]) => {
    const what = given.length === ALL.length ? 'everything' : given.join(', ');
    return `  ${what} on ${account === EVERY_ACCOUNT ? 'every account' : account}`;
  });
  return lines.join('\n');
}
