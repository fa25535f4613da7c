/** Who held what and when, found by asking the state after every instant at which anything happened. */
import { compareText, type LogEvent } from './log.js';
import { apply, eventsUpTo, stateAt } from './fold.js';
import type { State } from './state.js';

export interface HoldingSpan {
  readonly userId: string;
  readonly product: string;
  readonly from: number;
  /** null while held. */
  readonly to: number | null;
}

/** Every unbroken holding of any product up to `at`, by (userId, product, from). */
export function holdingSpans(known: readonly LogEvent[], at: number, accountId: string): HoldingSpan[] {
  const instants = [...new Set(eventsUpTo(known, at).map((event) => event.effectiveAt))];
  const open = new Map<string, HoldingSpan>();
  const closed: HoldingSpan[] = [];
  for (const instant of instants) {
    const held = seatsHeld(stateAt(known, instant, accountId));
    for (const [key, span] of open) {
      if (held.has(key)) continue;
      closed.push({ ...span, to: instant });
      open.delete(key);
    }
    for (const [key, seat] of held) {
      if (!open.has(key)) open.set(key, { ...seat, from: instant, to: null });
    }
  }
  return [...closed, ...open.values()].toSorted(
    (a, b) => compareText(a.userId, b.userId) || compareText(a.product, b.product) || a.from - b.from,
  );
}

function seatsHeld(state: State): Map<string, { userId: string; product: string }> {
  const held = new Map<string, { userId: string; product: string }>();
  for (const [userId, user] of state.account?.users ?? []) {
    for (const product of user.seats.keys()) held.set(JSON.stringify([userId, product]), { userId, product });
  }
  return held;
}

/** Of the events at the instant where the holding begins, the last that gave the user a first source. */
export function beganBy(known: readonly LogEvent[], span: HoldingSpan, accountId: string): LogEvent {
  const turns = turnsAt(known, span.from, span, accountId).filter(({ heldAfter }) => heldAfter);
  return certain(turns.at(-1)).event;
}

/** Of the events at the instant where the holding ends, the first that took the user's last source. */
export function endedBy(known: readonly LogEvent[], span: HoldingSpan, accountId: string): LogEvent {
  const turns = turnsAt(known, certain(span.to), span, accountId).filter(({ heldAfter }) => !heldAfter);
  return certain(turns[0]).event;
}

interface Turn {
  readonly event: LogEvent;
  readonly heldAfter: boolean;
}

/** The events at the instant whose application turned held into not held or back, event by event. */
function turnsAt(known: readonly LogEvent[], instant: number, seat: HoldingSpan, accountId: string): Turn[] {
  const state = stateAt(known, instant - 1, accountId);
  const isHeld = (): boolean => state.account?.users.get(seat.userId)?.seats.has(seat.product) ?? false;
  const turns: Turn[] = [];
  for (const event of eventsUpTo(known, instant).filter(({ effectiveAt }) => effectiveAt === instant)) {
    const heldBefore = isHeld();
    apply(state, event, accountId);
    if (isHeld() !== heldBefore) turns.push({ event, heldAfter: isHeld() });
  }
  return turns;
}

function certain<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('a holding begins and ends by an event');
  return value;
}
