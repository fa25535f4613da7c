/**
 * Enforcement programs over both clocks: what was announced, rescheduled and started, asked at any bounds (SPEC §3, programs).
 */
import type { Instant } from '#kernel/instant.js';
import { instantOf } from '#kernel/instant.js';
import { type Bounds, type Dated, insertDated, isWithin, lastWithin } from '#domain/bounds.js';
import type { Fact, OnOpen, Phase, ProgramEvent, ProgramEvents } from '#domain/events.js';

interface EntryHistory {
  readonly phase: Phase;
  readonly region: string | null;
  readonly dates: (Dated & { readonly startsAt: Instant })[];
  readonly starts: Dated[];
}

export interface Program {
  readonly programId: string;
  readonly name: string;
  readonly products: readonly string[];
  readonly onOpen: OnOpen;
  readonly announced: Fact<ProgramEvent>;
  readonly entries: readonly EntryHistory[];
  /** Every event of the program in the fold's order. */
  readonly facts: Fact<ProgramEvent>[];
}

/** An entry as it stands within bounds. */
export interface Entry {
  readonly phase: Phase;
  readonly region: string | null;
  readonly startsAt: Instant;
  readonly started: boolean;
}

export interface Programs {
  /** Those announced within the bounds, in order of announcement. */
  all(bounds: Bounds): readonly Program[];
  find(programId: string, bounds: Bounds): Program | undefined;
  covering(product: string, bounds: Bounds): readonly Program[];
}

export interface ProgramsHistory extends Programs {
  apply(fact: Fact<ProgramEvent>): void;
}

export function emptyPrograms(): ProgramsHistory {
  const programs = new Map<string, Program>();
  const byProduct = new Map<string, Program[]>();

  return {
    apply(fact) {
      const { event } = fact;
      const dated = { effectiveAt: fact.effectiveAt, position: fact.position };
      if (event.type === 'EnforcementProgramAnnounced') {
        const program = announce(fact, event.data);
        programs.set(program.programId, program);
        for (const product of new Set(program.products)) {
          byProduct.set(product, [...(byProduct.get(product) ?? []), program]);
        }
        return;
      }
      const program = programs.get(event.data.programId);
      if (!program) return;
      insertDated(program.facts, fact);
      const entry = program.entries.find(
        ({ phase, region }) => phase === event.data.phase && region === event.data.region,
      );
      if (!entry) return;
      switch (event.type) {
        case 'EnforcementPhaseRescheduled':
          insertDated(entry.dates, { ...dated, startsAt: instantOf(event.data.startsAt) });
          break;
        case 'EnforcementPhaseStarted':
          insertDated(entry.starts, dated);
          break;
        default:
          event satisfies never;
      }
    },
    all: (bounds) => [...programs.values()].filter((program) => isWithin(program.announced, bounds)),
    find(programId, bounds) {
      const program = programs.get(programId);
      return program && isWithin(program.announced, bounds) ? program : undefined;
    },
    covering: (product, bounds) =>
      (byProduct.get(product) ?? []).filter((program) => isWithin(program.announced, bounds)),
  };
}

/** The program's entries in the order they were announced, as they stand within the bounds. */
export function entriesOf(program: Program, bounds: Bounds): Entry[] {
  return program.entries.map((entry) => entryAt(entry, bounds));
}

/** The entry that applies to a region: its own, else that of every region (SPEC §3). */
export function entryFor(program: Program, phase: Phase, region: string, bounds: Bounds): Entry | undefined {
  const ofPhase = program.entries.filter((entry) => entry.phase === phase);
  const entry = ofPhase.find((own) => own.region === region) ?? ofPhase.find((every) => every.region === null);
  return entry && entryAt(entry, bounds);
}

/** True while a covering program has an entry of that phase for the region which has not started. */
export function isAwaited(programs: Programs, phase: Phase, product: string, region: string, bounds: Bounds): boolean {
  return programs
    .covering(product, bounds)
    .some((program) => entryFor(program, phase, region, bounds)?.started === false);
}

function announce(fact: Fact<ProgramEvent>, data: ProgramEvents['EnforcementProgramAnnounced']): Program {
  const dated = { effectiveAt: fact.effectiveAt, position: fact.position };
  return {
    programId: data.programId,
    name: data.name,
    products: data.products,
    onOpen: data.onOpen,
    announced: fact,
    facts: [fact],
    entries: data.phases.map(({ phase, region, startsAt }) => ({
      phase,
      region,
      dates: [{ ...dated, startsAt: instantOf(startsAt) }],
      starts: [],
    })),
  };
}

function entryAt(entry: EntryHistory, bounds: Bounds): Entry {
  const date = lastWithin(entry.dates, bounds) ?? entry.dates[0]!;
  return {
    phase: entry.phase,
    region: entry.region,
    startsAt: date.startsAt,
    started: lastWithin(entry.starts, bounds) !== undefined,
  };
}
