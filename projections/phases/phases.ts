/** `phases`: a program's dates as announced and rescheduled, and which have come. */
import { entriesOf } from '#domain/program/programs.js';
import { formatInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { type View, boundsOf } from '#projections/view.js';

export interface Phases {
  readonly phases: readonly {
    readonly phase: string;
    readonly region: string | null;
    readonly startsAt: string;
    readonly started: boolean;
  }[];
}

export function phases(view: View, { programId }: { programId: string }): Phases {
  const program = view.programs.find(programId, boundsOf(view));
  if (!program) throw new Refusal('program-not-found', `there is no program ${programId} in the state asked about`);
  return {
    phases: entriesOf(program, boundsOf(view)).map((entry) => ({ ...entry, startsAt: formatInstant(entry.startsAt) })),
  };
}
