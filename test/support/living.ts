/** Lives a history on a ledger: gives its commands, asks its questions, and holds each to what SPEC promises of any. */
import type { Mark } from '#event-log/port.js';
import type { Outcome } from '#application/writing.js';
import type { Instant } from '#kernel/instant.js';
import type { History, Step } from './histories.js';
import { type Ledger, eventsOf, iso, told, type Told } from './ledger.js';
import { Bodies } from './bodies.js';
import { type Asked, type Question, presentOf, resolve, sweep } from './questions.js';
import { type LogEvent, referenceAnswer } from './reference/reference.js';
import { seatsOf, startsOwed } from './reference/starts.js';

/** An answer that was given, with what it was asked. */
interface Given {
  readonly asked: Asked;
  readonly answer: Readonly<Record<string, unknown>>;
  /** Whether the log was read to its end, as known then: what `knownAt` must bring back. */
  readonly clock: number;
  readonly position: number;
}

interface Sent {
  readonly step: Step;
  readonly body: object;
  readonly outcome: Outcome;
  readonly due: number;
}

/** What a history did, for whoever asks on. */
export interface Life {
  readonly events: readonly LogEvent[];
  readonly done: number;
  readonly refused: ReadonlyMap<string, number>;
  readonly answered: ReadonlyMap<string, number>;
}

export async function live(ledger: Ledger, history: History): Promise<Life> {
  const living = new Living(ledger);
  try {
    for (const step of history.steps) await living.take(step);
    for (const question of [...history.asked, ...sweep(history.pool)]) await living.ask(question);
    await living.askAgain();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\nas a scenario:\n${living.scenario.join('\n')}`, { cause: error });
  }
  return living;
}

class Living implements Life {
  readonly events: LogEvent[] = [];
  readonly scenario: string[] = [];
  readonly refused = new Map<string, number>();
  readonly answered = new Map<string, number>();
  done = 0;
  readonly #positions: number[] = [];
  readonly #bodies = new Bodies(this.events);
  readonly #given: Given[] = [];
  readonly #sent: Sent[] = [];
  #steps = 0;

  constructor(private readonly ledger: Ledger) {}

  async take(step: Step): Promise<void> {
    this.#steps += 1;
    await this.#advance(step);
    for (const sent of this.#sent.splice(0)) {
      if (sent.due > this.#steps) this.#sent.push(sent);
      else await this.#repeat(sent);
    }
    await this.#give(step);
    for (const question of step.asked) await this.ask(question);
  }

  async ask(question: Question): Promise<void> {
    const { clock } = this.ledger;
    const asked = resolve(question, presentOf(this.events, clock.now(), this.#positions));
    const expected = referenceAnswer(this.events, asked.name, asked.of, clock.now());
    const actual = (await this.#asked(asked)) as Told<Readonly<Record<string, unknown>>>;
    const wrong = differences('', expected, actual);
    if (wrong.length > 0) {
      throw new Error(
        [`${JSON.stringify(asked)} at ${iso(clock.now())}:`, ...wrong, JSON.stringify(actual)].join('\n'),
      );
    }
    if ('refused' in actual) return;
    count(this.answered, asked.name);
    const { position = 0 } = this.events.at(-1) ?? {};
    this.#given.push({ asked, answer: actual.answer, clock: clock.now(), position });
  }

  /** Every answer again: with its own bounds to the byte; as known at the clock it was given at, where nothing was recorded then since. */
  async askAgain(): Promise<void> {
    for (const { asked, answer, clock, position } of this.#given) {
      const { at, knownAt, position: read } = answer;
      const own = { ...asked.of, ...(at === undefined ? {} : { at }), knownAt, position: read };
      same(answer, await this.#asked({ name: asked.name, of: own }), asked);
      if (asked.of['position'] !== undefined) continue;
      const known = asked.of['knownAt'] === undefined ? clock : Date.parse(String(knownAt));
      const isOvertaken = this.events.some((event) => event.position > position && event.recordedAt <= known);
      if (isOvertaken) continue;
      same(answer, await this.#asked({ name: asked.name, of: { ...asked.of, knownAt } }), asked);
    }
  }

  /** Moves the clock, stopping where a phase starts; or straight on, so that phases start late. */
  async #advance({ wait, scheduled }: Step): Promise<void> {
    const { engine, clock } = this.ledger;
    const until = (clock.now() + wait) as Instant;
    if (!scheduled) return clock.moveTo(until);
    for (let owed = await engine.scheduler.next(until); owed; owed = await engine.scheduler.next(until)) {
      if (owed.startsAt > clock.now()) clock.moveTo(owed.startsAt);
      await this.#start();
    }
    clock.moveTo(until);
    await this.#start();
  }

  /** Runs the scheduler, which must record the starts that are owed and their seats, in order, and nothing else. */
  async #start(): Promise<void> {
    const { engine, clock } = this.ledger;
    const owed = startsOwed(this.events, clock.now());
    await engine.scheduler.run();
    const appended = await this.#read();
    const before = this.events.slice(0, this.events.length - appended.length);
    const expected: object[] = [];
    for (const { programId, phase, region, startsAt } of owed) {
      const start = appended[expected.length];
      if (start) before.push(start);
      expected.push({
        type: 'EnforcementPhaseStarted',
        stream: `program-${programId}`,
        data: { programId, phase, region },
        effectiveAt: startsAt,
      });
      for (const seat of seatsOf(before)) {
        const given = appended[expected.length];
        if (given) before.push(given);
        expected.push({ type: 'SeatAssigned', ...seat, effectiveAt: startsAt });
      }
    }
    const actual = appended.map(({ type, stream, data, effectiveAt }) => ({ type, stream, data, effectiveAt }));
    const wrong = differences('starts', expected, actual);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  }

  async #give(step: Step): Promise<void> {
    const { engine, clock } = this.ledger;
    const commandId = step.repeatedAfter === undefined ? {} : { commandId: `command-${this.#steps}` };
    const body = { ...this.#bodies.of(step, clock.now()), ...commandId };
    this.scenario.push(JSON.stringify({ at: iso(clock.now()), do: step.command, with: body }));
    const outcome = await told(engine.do(step.command, body, { actor: 'tester' }));
    const appended = await this.#read();
    if ('refused' in outcome) {
      this.scenario[this.scenario.length - 1] += ` # ${outcome.refused}`;
      count(this.refused, `${step.command} ${outcome.refused}`);
      if (appended.length > 0) throw new Error(`a refused ${step.command} appended ${JSON.stringify(appended)}`);
      return;
    }
    this.done += 1;
    const { events, position, revision } = outcome.answer;
    const types = appended.map(({ type }) => type);
    const last = this.events.at(-1)?.position ?? 0;
    const ofStream = this.events.filter(({ stream }) => stream === appended.at(-1)?.stream).length - 1;
    const isWhere = position === last && (appended.length === 0 || revision === ofStream);
    if (JSON.stringify(types) !== JSON.stringify(events) || !isWhere) {
      throw new Error(
        `${step.command} answered ${JSON.stringify(outcome)}, but appended ${JSON.stringify(types)} to ${last}`,
      );
    }
    if (step.repeatedAfter !== undefined && events.length > 0) {
      this.#sent.push({ step, body, outcome: outcome.answer, due: this.#steps + step.repeatedAfter });
    }
    if (step.repeatedAfter === 0) await this.#repeat(this.#sent.pop());
  }

  async #repeat(sent: Sent | undefined): Promise<void> {
    if (!sent) return;
    const again = await this.ledger.engine.do(sent.step.command, sent.body);
    const appended = await this.#read();
    same(sent.outcome, { answer: again }, { name: `a repeat of ${sent.step.command}`, of: { ...sent.body } });
    if (appended.length > 0) throw new Error(`a repeat of ${sent.step.command} appended ${JSON.stringify(appended)}`);
  }

  async #read(): Promise<LogEvent[]> {
    const appended = await eventsOf(this.ledger.log, this.events.at(-1) as Mark | undefined);
    this.events.push(...appended);
    // Within an append is where answers are hardest.
    const inner = appended.slice(0, -1);
    const asked = [...inner, ...inner, ...inner, ...appended.slice(-1)];
    this.#positions.push(...asked.map(({ position }) => position));
    return appended;
  }

  async #asked({ name, of }: Asked): Promise<Told<object>> {
    return told(this.ledger.engine.ask(name, of));
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function same(before: unknown, again: Told<unknown>, asked: Asked): void {
  const [expected, actual] = [JSON.stringify({ answer: before }), JSON.stringify(again)];
  if (expected !== actual) {
    throw new Error(`${JSON.stringify(asked)} was answered\n${expected}\nand later\n${actual}`);
  }
}

/** Where the actual lacks what is expected: objects by the keys given, lists whole and in order. */
export function differences(path: string, expected: unknown, actual: unknown): string[] {
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return Object.is(expected, actual)
      ? []
      : [`${path}: the reference says ${JSON.stringify(expected)}, the engine ${JSON.stringify(actual)}`];
  }
  if (Array.isArray(expected) && (!Array.isArray(actual) || expected.length !== actual.length)) {
    return [`${path}: the reference says ${JSON.stringify(expected)}, the engine ${JSON.stringify(actual)}`];
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(`${path}/${key}`, value, (actual as Record<string, unknown>)[key]),
  );
}
