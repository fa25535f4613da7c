/** Who does what is done from a command line: whoever `--actor` names, else the user of this system. */
import { userInfo } from 'node:os';
import { invalid } from '#kernel/refusal.js';

const ACTOR_LENGTH_MAX = 200;

/** @throws Refusal `invalid-input` */
export function actorOf(given: string | undefined): string {
  const actor = given ?? systemUser();
  if (actor.length >= 1 && actor.length <= ACTOR_LENGTH_MAX) return actor;
  throw invalid('actor', `a name of 1 to ${ACTOR_LENGTH_MAX} characters`);
}

/** A container may run as a user that its system has no name for. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'unknown';
  }
}
