/** Bodies of a history's commands, as they are when they are given: times are told, corrections say why. */
import type { CommandName } from '#domain/commands.js';
import type { Step } from './histories.js';
import { iso } from './ledger.js';
import { accountOf, monthAt, periodOf } from './questions.js';
import type { LogEvent } from './reference/reference.js';

const TAKE_NO_INSTANT: readonly CommandName[] = [
  'DefineProduct',
  'ChangeSale',
  'SetPrice',
  'AnnounceProgram',
  'ReschedulePhase',
  'IssueInvoice',
];

export class Bodies {
  #effective: number | undefined;

  /** @param events of the log, as it grows */
  constructor(private readonly events: readonly LogEvent[]) {}

  of({ command, body, effective }: Step, now: number): Record<string, unknown> {
    const resolved = this.#resolved(body, String(body['accountId']), now) as Record<string, unknown>;
    const validFrom = resolved['validFrom'];
    if (typeof validFrom === 'string' && Date.parse(validFrom) < now) return { ...resolved, reason: 'late price' };
    this.#effective = this.#instantOf(effective, now);
    if (this.#effective === undefined || TAKE_NO_INSTANT.includes(command)) return resolved;
    return { ...resolved, effectiveAt: iso(this.#effective), reason: 'late' };
  }

  #instantOf(effective: Step['effective'], now: number): number | undefined {
    if (effective === 'same') return this.#effective;
    if (!effective) return undefined;
    if ('at' in effective) return effective.at;
    const moments = [...new Set(this.events.map(({ effectiveAt }) => effectiveAt))].filter((at) => at <= now);
    if (moments.length === 0) return undefined;
    const latestFirst = moments.toSorted((a, b) => b - a);
    return Math.min(now, latestFirst[effective.back % latestFirst.length]! + effective.shift);
  }

  #resolved(value: unknown, accountId: string, now: number): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#resolved(item, accountId, now));
    if (typeof value !== 'object' || value === null) return value;
    if ('$in' in value) return iso(now + (value.$in as number));
    if ('$period' in value) {
      const { timeZone = 'UTC', billing = 'monthly' as const } = accountOf(this.events, accountId) ?? {};
      return periodOf(monthAt(now, timeZone, -(value.$period as number)), billing);
    }
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [key, this.#resolved(inner, accountId, now)]),
    );
  }
}
