/** Lives a history of which every command is previewed first, and holds each to what its preview said. */
import type { Preview } from '#application/previewing.js';
import type { Engine } from '#application/engine.js';
import type { Mark } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { parseQuestion } from '#projections/answers.js';
import { Bodies } from './bodies.js';
import type { History, Step } from './histories.js';
import { type Ledger, type Told, eventsOf, iso, told } from './ledger.js';
import { accountOf, monthAt, periodOf } from './questions.js';
import type { LogEvent } from './reference/reference.js';

/** What previews may tell of an account: answers, or refusals, by what they are of. */
type Standing = ReadonlyMap<string, object>;

const NOT_FOUND = { refused: 'account-not-found' };
const MONTHS_MAX = 120;

/** How many commands there were of each kind that a preview may foresee. */
export interface Foreseen {
  done: number;
  refused: number;
  late: number;
  /** Periods that are over whose invoice changed. */
  pastInvoices: number;
}

/** @param other previews too, as another process or the same one would */
export async function foresee(ledger: Ledger, other: Engine, history: History): Promise<Foreseen> {
  const foreseeing = new Foreseeing(ledger, other, history);
  for (const [index, step] of history.steps.entries()) await foreseeing.take(step, history.steps[index + 1]);
  return foreseeing.counts;
}

class Foreseeing {
  readonly counts: Foreseen = { done: 0, refused: 0, late: 0, pastInvoices: 0 };
  readonly #events: LogEvent[] = [];
  readonly #bodies = new Bodies(this.#events);
  #steps = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly other: Engine,
    private readonly history: History,
  ) {}

  async take(step: Step, next: Step | undefined): Promise<void> {
    const { engine, clock } = this.ledger;
    this.#steps += 1;
    clock.moveTo((clock.now() + step.wait) as Instant);
    if (step.scheduled) await engine.scheduler.run();
    await this.#read();

    // One that is never sent must leave no trace in those that are.
    if (next) await told(this.other.preview(next.command, new Bodies(this.#events).of(next, clock.now())));
    const commandId = step.repeatedAfter === undefined ? {} : { commandId: `command-${this.#steps}` };
    const body: Record<string, unknown> = { ...this.#bodies.of(step, clock.now()), ...commandId };
    const before = await this.#standing(step.command, body);
    const previewed = await told((this.#steps % 2 ? engine : this.other).preview(step.command, body));
    const unmoved = await this.#read();
    const done = await told(engine.do(step.command, body));
    const appended = await this.#read();
    const after = await this.#standing(step.command, body);

    const what = { command: step.command, body, now: iso(clock.now()) };
    expect({ ...what, appended: unmoved }).toEqual({ ...what, appended: [] });
    expect({ ...what, ...refusalIn(previewed) }).toEqual({ ...what, ...refusalIn(done) });
    if ('refused' in previewed || 'refused' in done) {
      this.counts.refused += 1;
      return;
    }
    const { answer: preview } = previewed;
    const recorded = appended.map(({ type, data, effectiveAt }) => ({ type, data, effectiveAt: iso(effectiveAt) }));
    expect({ ...what, events: preview.events }).toEqual({ ...what, events: recorded });
    expect({ ...what, revision: preview.revision + recorded.length }).toEqual({
      ...what,
      revision: done.answer.revision,
    });
    this.#hold(what, preview, before, after);
    this.counts.done += 1;
    this.counts.late += Number(appended.some(({ effectiveAt }) => effectiveAt < clock.now()));
    if (step.repeatedAfter === undefined || recorded.length === 0) return;
    const again = await engine.preview(step.command, body);
    expect({ ...what, events: again.events }).toEqual({ ...what, events: recorded });
    this.#hold(what, again, after, after);
  }

  /** What the preview tells is so, and what it does not tell stays. */
  #hold(
    what: object,
    { allocations, invoices }: Preview,
    before: Standing | undefined,
    after: Standing | undefined,
  ): void {
    expect({ ...what, ofAccount: allocations !== undefined }).toEqual({ ...what, ofAccount: after !== undefined });
    if (!allocations || !invoices || !after) return;
    // Nothing was billed, or held, before an account opened.
    const was = before ?? new Map([[`invoice ${invoices.at(-1)!.period}`, NOT_FOUND]]);
    const is = before ? after : new Map([...after].filter(([key]) => was.has(key)));
    const foreseen = new Map<string, { readonly before: object; readonly after: object }>([
      ...allocations.map(({ product, ...change }) => [`allocation ${product}`, change] as const),
      ...invoices.map(({ period, ...change }) => [`invoice ${period}`, change] as const),
    ]);
    const keys = [...is.keys()];
    const asForeseen = (told: 'before' | 'after'): Standing =>
      new Map(keys.map((key) => [key, foreseen.get(key)?.[told] ?? was.get(key)!]));
    expect({ ...what, beside: [...foreseen.keys()].filter((key) => !is.has(key)) }).toEqual({ ...what, beside: [] });
    expect({ ...what, standing: asForeseen('before') }).toEqual({ ...what, standing: was });
    expect({ ...what, standing: asForeseen('after') }).toEqual({ ...what, standing: is });
    this.counts.pastInvoices += Math.max(0, invoices.length - 1);
  }

  /** Every allocation and every invoice so far of the account that a command is of, as known now. */
  async #standing(command: string, { accountId }: { accountId?: string }): Promise<Standing | undefined> {
    const { clock, engine } = this.ledger;
    const account = accountId === undefined || command === 'SetPrice' ? undefined : accountOf(this.#events, accountId);
    if (!account) return undefined;
    const { billing, timeZone } = account;
    const periods = new Set<string>();
    const first = Math.min(...this.#events.map(({ effectiveAt }) => effectiveAt));
    for (let month = 0, until = monthAt(first, timeZone, 0); month < MONTHS_MAX; month += 1) {
      const each = monthAt(clock.now(), timeZone, -month);
      if (each < until) break;
      periods.add(periodOf(each, billing));
    }
    const asked = [
      ...this.history.pool.seats.map((product) => ['allocation', product, { accountId, product }] as const),
      ...[...periods].map((period) => ['invoice', period, { accountId, period }] as const),
    ];
    const answers = await engine.askTogether(
      asked.map(([name, , of]) => parseQuestion(name, of)),
      { knownAt: clock.now(), position: undefined },
    );
    return new Map(
      answers.map((each, index) => {
        const [name, of] = asked[index]!;
        return [`${name} ${of}`, 'refused' in each ? each : withoutBounds(name, each.answer)];
      }),
    );
  }

  async #read(): Promise<LogEvent[]> {
    const appended = await eventsOf(this.ledger.log, this.#events.at(-1) as Mark | undefined);
    this.#events.push(...appended);
    return appended;
  }
}

function refusalIn(result: Told<unknown>): { readonly refused: string | undefined } {
  return { refused: 'refused' in result ? result.refused : undefined };
}

function withoutBounds(name: string, answer: object): object {
  const { at: _at, knownAt: _knownAt, position: _position, ...rest } = answer as Record<string, unknown>;
  if (name === 'allocation') return rest;
  const { accountId: _accountId, period: _period, ...invoice } = rest;
  return invoice;
}
