/** SPEC §3, enforcement programs: which phases are owed, in which order, and the seats that a start gives to all. */
import type { Phase } from '#domain/events.js';
import { entryFor } from './figures.js';
import { stateAt } from './fold.js';
import { compareText, type LogEvent } from './log.js';
import { holdingOf } from './state.js';
import { instantOf } from './time.js';

export interface Start {
  readonly programId: string;
  readonly phase: Phase;
  readonly region: string | null;
  readonly startsAt: number;
}

/** The entries that have come by `now` and have not started: by startsAt, then announcement, then place in the program. */
export function startsOwed(log: readonly LogEvent[], now: number): Start[] {
  return stateAt(log, now, '')
    .programs.flatMap(({ programId, entries }) =>
      entries
        .filter(({ started }) => !started)
        .map(({ phase, region, startsAt }) => ({ programId, phase, region, startsAt })),
    )
    .map((entry) => ({ ...entry, startsAt: instantOf(entry.startsAt) }))
    .filter(({ startsAt }) => startsAt <= now)
    .toSorted((a, b) => a.startsAt - b.startsAt);
}

/** The stream and the data of every SeatAssigned that follows from a start, in order; the log ends with the start. */
export function seatsOf(log: readonly LogEvent[]): { stream: string; data: object }[] {
  const start = log.at(-1);
  if (start?.type !== 'EnforcementPhaseStarted' || start.data.phase !== 'assignment-open') return [];
  const accounts = log.flatMap((event) => (event.type === 'AccountOpened' ? [event.data.accountId] : []));
  return accounts.toSorted(compareText).flatMap((accountId) => {
    const { account, programs } = stateAt(log, start.effectiveAt, accountId);
    const program = programs.find(({ programId }) => programId === start.data.programId);
    if (account?.pricingModel !== 'named' || !program || !opensToAll(program.announced)) return [];
    if (entryFor(program, 'assignment-open', account.region)?.region !== start.data.region) return [];
    const users = [...account.users].filter(([, { active }]) => active).toSorted(([a], [b]) => compareText(a, b));
    return program.products
      .filter((product) => Math.max(holdingOf(account, product).purchased, holdingOf(account, product).commitment) > 0)
      .flatMap((product) =>
        users
          .filter(([, { seats }]) => !seats.get(product)?.has('manual'))
          .map(([userId]) => ({ stream: `account-${accountId}`, data: { product, userId, source: 'manual' } })),
      );
  });
}

function opensToAll(announced: LogEvent): boolean {
  return announced.type === 'EnforcementProgramAnnounced' && announced.data.onOpen === 'assign-all-active';
}
