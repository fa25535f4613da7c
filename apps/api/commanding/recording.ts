/** What a command is over HTTP: recorded, or previewed where it is asked for. */
import type { Engine } from '#application/engine.js';
import type { Preview } from '#application/previewing.js';
import { invalid } from '#kernel/refusal.js';
import { requireCorrect, requireOpen } from '../auth/admit.js';
import type { Principal } from '../auth/grants.js';
import type { CommandRoute } from '../routes/route.js';

export interface Sent {
  readonly route: CommandRoute;
  readonly body: Readonly<Record<string, unknown>>;
  readonly isPreview: boolean;
  readonly principal: Principal;
  readonly correlationId: string;
}

export interface Recorded {
  readonly events: readonly string[];
  readonly position: number;
  readonly revision: number;
}

/** @throws Refusal of SPEC §3 */
export async function record(engine: Engine, sent: Sent): Promise<Recorded | Preview> {
  const { route, body, principal, correlationId } = sent;
  const origin = { actor: principal.actor, correlationId };
  if (sent.isPreview) return engine.preview(route.command, body, origin);
  const { events, position, revision } = await engine.do(route.command, body, origin);
  return { events, position, revision };
}

/** What only the body tells: whose account is opened, and that a fact is late. */
export function requireGrants({ route, body, principal }: Sent): void {
  const accountId = String(body['accountId']);
  if (route.command === 'OpenAccount') requireOpen(principal, accountId);
  if (route.policy.kind !== 'global' && body['effectiveAt'] !== undefined) requireCorrect(principal, accountId);
}

/** @throws Refusal `invalid-input` for a flag that is neither */
export function isPreview(query: Readonly<Record<string, unknown>>): boolean {
  const { preview: flag, ...others } = query;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw invalid(unknown, 'no such field in the query');
  if (flag === undefined || flag === 'false') return false;
  if (flag === 'true' || flag === '') return true;
  throw invalid('preview', 'true or false');
}
