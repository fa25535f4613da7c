/** Announcing enforcement programs and moving their dates (SPEC §3, enforcement programs). */
import { type Instant, formatInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { Bounds } from '#domain/bounds.js';
import type { Catalog } from '#domain/catalog/catalog.js';
import type { Body, ProgramCommand } from '#domain/commands.js';
import type { ProgramEvent } from '#domain/events.js';
import { type Programs, entriesOf } from '#domain/program/programs.js';

export interface ProgramSituation {
  readonly now: Instant;
  /** state(now, now). */
  readonly bounds: Bounds;
  readonly catalog: Catalog;
  readonly programs: Programs;
}

export function decideProgram(command: ProgramCommand, situation: ProgramSituation): readonly ProgramEvent[] {
  switch (command.name) {
    case 'AnnounceProgram':
      return [announce(command.body, situation)];
    case 'ReschedulePhase':
      return [reschedule(command.body, situation)];
    default:
      return command satisfies never;
  }
}

function announce(body: Body<'AnnounceProgram'>, { now, bounds, catalog, programs }: ProgramSituation): ProgramEvent {
  const { programId, name, products, phases, onOpen } = body;
  if (programs.find(programId, bounds)) {
    throw new Refusal('program-exists', `program ${programId} is announced already; ReschedulePhase moves its dates`);
  }
  const unknown = products.find((product) => !catalog.definition(product, bounds));
  if (unknown !== undefined) {
    throw new Refusal('product-not-found', `there is no product ${unknown}; define it with DefineProduct`);
  }
  for (const { startsAt } of phases) requireNotPast(startsAt, now);
  const entries = phases.map((entry) => ({ ...entry, startsAt: formatInstant(entry.startsAt) }));
  return { type: 'EnforcementProgramAnnounced', data: { programId, name, products, phases: entries, onOpen } };
}

function reschedule(body: Body<'ReschedulePhase'>, { now, bounds, programs }: ProgramSituation): ProgramEvent {
  const { programId, phase, region, startsAt } = body;
  const program = programs.find(programId, bounds);
  if (!program)
    throw new Refusal('program-not-found', `there is no program ${programId}; AnnounceProgram announces it`);
  const entry = entriesOf(program, bounds).find((known) => known.phase === phase && known.region === region);
  if (!entry) {
    throw new Refusal(
      'phase-not-found',
      `program ${programId} has no entry ${phase} for ${region ?? 'every region'}; see phases`,
    );
  }
  if (entry.started) {
    throw new Refusal('phase-already-started', `${phase} of ${programId} started on ${formatInstant(entry.startsAt)}`);
  }
  requireNotPast(startsAt, now);
  return { type: 'EnforcementPhaseRescheduled', data: { programId, phase, region, startsAt: formatInstant(startsAt) } };
}

function requireNotPast(startsAt: Instant, now: Instant): void {
  if (startsAt >= now) return;
  throw new Refusal('phase-in-past', `startsAt ${formatInstant(startsAt)} is before now, ${formatInstant(now)}`);
}
