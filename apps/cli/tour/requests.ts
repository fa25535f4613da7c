/** The last stop of the tour: questions to the running service, ready to be pasted into a shell, with a token that is good for a while. */
import type { Grant } from '#access/grants.js';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { actorOf } from '../actor.js';
import type { Manner } from '../commands/serve.js';
import { print } from '../output.js';

export const TOKEN_MINUTES = 60;
/** What the questions ask for: the token shows everything and changes nothing. */
const GRANTS: readonly Grant[] = ['licensing.view', 'support.read', 'billing.read'];
const MINUTE_MS = 60_000;

/** Of the sample; on a ledger of its own, the first is answered all the same. */
const QUESTIONS = [
  '/v1/accounts',
  '/v1/accounts/harbor/products/copilot/allocation?at=2025-01-20T12:00:00Z',
  '/v1/accounts/harbor/users/ines/products/copilot/explanation?at=2025-03-03T12:00:00Z',
  '/v1/accounts/northwind/invoices/2025-12',
];

export const showRequests: Manner['onListening'] = async ({ url }, { keys }) => {
  print(`\nThe same over HTTP (what there is: ${url}/api):`);
  if (keys.kind === 'generated') {
    const issuedAt = new Date();
    const expiresAt = new Date(issuedAt.getTime() + TOKEN_MINUTES * MINUTE_MS);
    const grants = { '*': GRANTS };
    const token = await mint(await ownKeys(keys.directory), { actor: actorOf(undefined), grants, issuedAt, expiresAt });
    print(`  (the token is good for ${TOKEN_MINUTES} minutes; it shows every account and changes nothing)`);
    print(`  $ TOKEN=${token}`);
  } else {
    print('  (TOKEN being one of those that sign tokens for this service)');
  }
  for (const question of QUESTIONS) print(`  $ curl -s -H "Authorization: Bearer $TOKEN" '${url}${question}'`);
  print('\nSIGTERM or Ctrl+C ends it.');
};
