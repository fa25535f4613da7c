/** Who does what is done from a command line: whoever `--actor` names, else the user of this system. */
import { userInfo } from 'node:os';
import { ACTOR_LENGTH_MAX, isActor } from '#access/grants.js';
import { invalid } from '#kernel/refusal.js';

/** @throws Refusal `invalid-input` */
export function actorOf(given: string | undefined): string {
  const actor = given ?? systemUser();
  if (isActor(actor)) return actor;
  throw invalid('actor', `a name of 1 to ${ACTOR_LENGTH_MAX} characters, none of which moves the cursor`);
}

/** A container may run as a user that its system has no name for. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'unknown';
  }
}
