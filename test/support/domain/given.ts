/** Given / when / then for the domain: events folded by `evolve`, a command decided on them, its events or its refusal. */
import { decide, openAccount, requireFew } from '#domain/account/decide.js';
import { evolve } from '#domain/account/evolve.js';
import type { InvoiceDue, Situation } from '#domain/account/situation.js';
import { type Account, emptyAccount } from '#domain/account/state.js';
import type { Bounds } from '#domain/bounds.js';
import { type CatalogHistory, emptyCatalog } from '#domain/catalog/catalog.js';
import { type Effective, decideCatalog } from '#domain/catalog/decide.js';
import { type CommandName, isCatalogCommand, isProgramCommand, parseCommand } from '#domain/commands.js';
import type { AccountEvent, CatalogEvent, DomainEvent, Fact, ProgramEvent } from '#domain/events.js';
import { decideProgram } from '#domain/program/decide.js';
import { type ProgramsHistory, emptyPrograms } from '#domain/program/programs.js';
import { type Instant, formatInstant, instantOf, later } from '#kernel/instant.js';
import { Refusal, type RefusalCode } from '#kernel/refusal.js';
import { ACCOUNT, type GivenEvent } from '../reference/given.js';

/** After everything that specs give, unless they say otherwise. */
export const NOW = '2026-06-15T12:00:00Z';

/** A day of a month of 2026, at midnight UTC. */
export function day(date: number, month = 1): string {
  return `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}T00:00:00Z`;
}

export interface Given {
  /** As `IssueInvoice` finds it due. */
  due(invoice: InvoiceDue): Given;
  /** The same with the clock at an instant. */
  at(now: string): Given;
  /** Decides a command; `accountId` is `acme` where the command takes one and the body has none. */
  when(name: CommandName, body: object): Then;
  /** The account as it stands at an instant. */
  account(at?: string): Account;
  readonly catalog: CatalogHistory;
  readonly programs: ProgramsHistory;
  bounds(at?: string): Bounds;
}

export interface Then {
  /** Exactly these, in this order; only type and data are compared. */
  emits(...events: readonly GivenEvent[]): void;
  /** Types alone, in order. */
  emitsTypes(...types: readonly DomainEvent['type'][]): void;
  refuses(code: RefusalCode): void;
  /** The refusal as it was told. */
  readonly refusal: Refusal | undefined;
  /** What was decided, as given events that are effective now: to fold them. */
  readonly recorded: readonly GivenEvent[];
}

/** Events as the log has them: positions are 1, 2, 3, ... */
export function given(...events: readonly GivenEvent[]): Given {
  return world(factsOf(events), instantOf(NOW), undefined);
}

export function factsOf(events: readonly GivenEvent[]): Fact[] {
  let clock = Number.NEGATIVE_INFINITY as Instant;
  return events.map(([effectiveAt, type, data, recordedAt], index) => {
    clock = later(clock, instantOf(recordedAt ?? effectiveAt));
    const event = { type, data } as unknown as DomainEvent;
    const place = { effectiveAt: instantOf(effectiveAt), recordedAt: clock, position: index + 1 };
    return { event, ...place, actor: 'given', reason: null };
  });
}

/** The account that the facts make, folded in the fold's order up to and at an instant. */
export function fold(facts: readonly Fact[], at: Instant): Account {
  const account = emptyAccount();
  const inOrder = facts.toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.position - b.position);
  for (const fact of inOrder) {
    if (fact.effectiveAt <= at && isOfAccount(fact)) evolve(account, fact);
  }
  return account;
}

function world(facts: readonly Fact[], now: Instant, invoice: InvoiceDue | undefined): Given {
  const catalog = emptyCatalog();
  const programs = emptyPrograms();
  for (const fact of facts) {
    if (isOfCatalog(fact)) catalog.apply(fact);
    else if (isOfProgram(fact)) programs.apply(fact);
  }
  const bounds = (at: string = formatInstant(now)): Bounds => ({ at: instantOf(at), position: facts.length });

  const decided = (name: CommandName, body: object): readonly (DomainEvent | Effective<DomainEvent>)[] => {
    const command = parsed(name, body);
    const known = fold(facts, now);
    if (isCatalogCommand(command)) {
      const accountExists = (accountId: string): boolean => known.facts?.accountId === accountId;
      return decideCatalog(command, { now, bounds: bounds(), catalog, accountExists });
    }
    if (isProgramCommand(command)) return decideProgram(command, { now, bounds: bounds(), catalog, programs });
    if (command.name === 'OpenAccount') return openAccount(command);
    const at = ('effectiveAt' in command.body ? command.body.effectiveAt : undefined) ?? now;
    const account = fold(facts, at);
    const situation: Situation = {
      accountId: ACCOUNT,
      now,
      bounds: { at, position: facts.length },
      account,
      facts: account.facts!,
      known,
      catalog,
      programs,
      invoice(): InvoiceDue {
        if (!invoice) throw new Refusal('price-missing', 'no invoice was given as due');
        return invoice;
      },
    };
    return decide(command, situation);
  };

  return {
    due: (due) => world(facts, now, due),
    at: (instant) => world(facts, instantOf(instant), invoice),
    when: (name, body) => then(now, () => decided(name, body)),
    account: (at = formatInstant(now)) => fold(facts, instantOf(at)),
    catalog,
    programs,
    bounds,
  };
}

function then(now: Instant, decided: () => readonly (DomainEvent | Effective<DomainEvent>)[]): Then {
  let outcome: Refusal | readonly DomainEvent[];
  try {
    outcome = decided().map((each) => ('event' in each ? each.event : each));
    requireFew(outcome);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcome = error;
  }
  const events = (): readonly DomainEvent[] => {
    if (outcome instanceof Refusal) throw new Error(`refused ${outcome.code}: ${outcome.message}`);
    return outcome;
  };
  return {
    refusal: outcome instanceof Refusal ? outcome : undefined,
    get recorded() {
      return events().map(({ type, data }): GivenEvent => [formatInstant(now), type, data as unknown as GivenEvent[2]]);
    },
    emits: (...expected) => expect(events()).toEqual(expected.map(([, type, data]) => ({ type, data }))),
    emitsTypes: (...expected) => expect(events().map(({ type }) => type)).toEqual(expected),
    refuses: (code) => expect(outcome instanceof Refusal ? outcome.code : outcome).toBe(code),
  };
}

const WITHOUT_ACCOUNT = ['DefineProduct', 'ChangeSale', 'SetPrice', 'AnnounceProgram', 'ReschedulePhase'];

function parsed(name: CommandName, body: object): ReturnType<typeof parseCommand> {
  return parseCommand(name, WITHOUT_ACCOUNT.includes(name) ? body : { accountId: ACCOUNT, ...body });
}

function isOfCatalog(fact: Fact): fact is Fact<CatalogEvent> {
  return ['ProductDefined', 'ProductSaleChanged', 'PriceSet'].includes(fact.event.type);
}

function isOfProgram(fact: Fact): fact is Fact<ProgramEvent> {
  return fact.event.type.startsWith('Enforcement');
}

function isOfAccount(fact: Fact): fact is Fact<AccountEvent> {
  return !isOfCatalog(fact) && !isOfProgram(fact);
}
