/** Starts the phases of enforcement programs when their dates come, each exactly once, and gives the seats that they open. */
import { type Program, entriesOf, entryFor } from '#domain/program/programs.js';
import { holdsFrom, holdingsOf, licencesOf } from '#domain/account/state.js';
import type { Bounds } from '#domain/bounds.js';
import type { Effective } from '#domain/catalog/decide.js';
import { EVENTS_PER_COMMAND_MAX } from '#domain/account/decide.js';
import { byId } from '#domain/account/situation.js';
import { type DomainEvent, type Phase, accountStream, programStream } from '#domain/events.js';
import type { Instant } from '#kernel/instant.js';
import { loadAccount } from '#projections/filing/load.js';
import type { Store } from '#read-model/store.js';
import type { Follower } from '#application/follower.js';
import type { Writer } from '#application/writing.js';

const ACTOR = 'scheduler';
const ACCOUNTS = accountStream('');
/** Accounts whose seats are worked out together, before any of them is given theirs. */
const ACCOUNTS_AT_ONCE = 20;

/** An entry whose date has come and which has not started. */
export interface Owed {
  readonly programId: string;
  readonly phase: Phase;
  readonly region: string | null;
  readonly startsAt: Instant;
}

/** A start of an entry that opens assignment, with the position of its event. */
interface Opening {
  readonly program: Program;
  readonly owed: Owed;
  readonly position: number;
}

export interface Scheduler {
  /** The first phase owed by an instant: by startsAt, then announcement, then place in the program. */
  next(until: Instant): Promise<Owed | undefined>;
  /** Starts every phase that is owed now, and completes starts that were cut off. */
  run(): Promise<void>;
}

export function scheduler(writer: Writer, store: Store, follower: Follower): Scheduler {
  const everything = (): Bounds => ({ at: follower.now(), position: follower.projector.reached.position });

  const nextOwed = (until: Instant): Owed | undefined => {
    const owed = follower.projector.programs.all(everything()).flatMap((program) =>
      entriesOf(program, everything())
        .filter((entry) => !entry.started && entry.startsAt <= until)
        .map((entry): Owed => ({ ...entry, programId: program.programId })),
    );
    return owed.sort((a, b) => a.startsAt - b.startsAt)[0];
  };

  const start = async (owed: Owed): Promise<void> => {
    const { programId, phase, region, startsAt } = owed;
    await writer.append({
      stream: programStream(programId),
      ...startCommand(owed),
      decide() {
        const program = follower.projector.programs.find(programId, everything())!;
        const entry = entriesOf(program, everything()).find(
          (known) => known.phase === phase && known.region === region,
        )!;
        if (entry.started || entry.startsAt !== startsAt) return [];
        return [
          { event: { type: 'EnforcementPhaseStarted', data: { programId, phase, region } }, effectiveAt: startsAt },
        ];
      },
    });
  };

  /** The starts that open assignment to all, where that is not known to be done. */
  const incomplete = (): Opening[] =>
    follower.projector.programs
      .all(everything())
      .filter(({ onOpen }) => onOpen === 'assign-all-active')
      .flatMap((program) => openings(program, everything()))
      .filter(({ owed }) => !store.isCompleted(startCommand(owed).commandId));

  /** Gives the seats of every start that opens assignment to all, where that is not known to be done. */
  const completeStarts = async (): Promise<void> => {
    for (const opening of await follower.level(incomplete)) {
      await assignAll(opening);
      store.saveCompleted(startCommand(opening.owed).commandId);
    }
  };

  const assignAll = async ({ program, owed, position }: Opening): Promise<void> => {
    const bounds = { at: owed.startsAt, position };
    const streams = await follower.level(() => store.streams(ACCOUNTS));
    for (let first = 0; first < streams.length; first += ACCOUNTS_AT_ONCE) {
      // Of what is half read there is nothing yet in the read model, and whatever it lacks would be missed for good.
      const due = await follower.level(() =>
        streams.slice(first, first + ACCOUNTS_AT_ONCE).map((stream) => {
          const accountId = stream.slice(ACCOUNTS.length);
          return { stream, events: seatsToAssign(store, follower, program, owed, accountId, bounds) };
        }),
      );
      for (const { stream, events } of due) await assign(stream, owed, events);
    }
  };

  const assign = async (stream: string, owed: Owed, events: readonly Effective<DomainEvent>[]): Promise<void> => {
    for (let from = 0, part = 1; from < events.length; from += EVENTS_PER_COMMAND_MAX, part += 1) {
      const command = startCommand(owed);
      const commandId = part === 1 ? command.commandId : `${command.commandId}:${part}`;
      const decide = (): Effective<DomainEvent>[] => events.slice(from, from + EVENTS_PER_COMMAND_MAX);
      await writer.append({ stream, ...command, commandId, decide });
    }
  };

  return {
    next: (until) => follower.level(() => nextOwed(until)),
    async run() {
      const owedNow = (): Promise<Owed | undefined> => follower.level(() => nextOwed(follower.now()));
      await completeStarts();
      for (let owed = await owedNow(); owed; owed = await owedNow()) {
        await start(owed);
        await completeStarts();
      }
    },
  };
}

/** The same wherever it runs, so that a start is recorded once; no caller's id has a colon, no region is `*`. */
function startCommand({ programId, phase, region }: Owed) {
  const commandId = `start:${programId}:${phase}:${region ?? '*'}`;
  return { commandId, fingerprint: commandId, origin: { actor: ACTOR }, reason: undefined };
}

function openings(program: Program, bounds: Bounds): Opening[] {
  return program.entries
    .filter(({ phase }) => phase === 'assignment-open')
    .flatMap(({ phase, region, starts }) =>
      starts.map(({ effectiveAt, position }): Opening => {
        const owed = { programId: program.programId, phase, region, startsAt: effectiveAt };
        return { program, owed, position };
      }),
    )
    .filter(({ position }) => position <= bounds.position);
}

/** Seats for every active user without a manual one, where the account is named, of the region and has licences (SPEC §3). */
function seatsToAssign(
  store: Store,
  { projector: { programs } }: Follower,
  program: Program,
  { region }: Owed,
  accountId: string,
  bounds: Bounds,
): Effective<DomainEvent>[] {
  const account = loadAccount(store, accountId, bounds);
  if (!account.facts || account.facts.pricingModel !== 'named') return [];
  const applies = entryFor(programs.find(program.programId, bounds)!, 'assignment-open', account.facts.region, bounds);
  if (applies?.region !== region) return [];
  const users = byId(account.users.values()).filter(({ active }) => active);
  return program.products
    .filter((product) => licencesOf(holdingsOf(account, product)) > 0)
    .flatMap((product) =>
      users
        .filter((user) => !holdsFrom(user, product, 'manual'))
        .map(({ userId }): Effective<DomainEvent> => ({
          event: { type: 'SeatAssigned', data: { product, userId, source: 'manual' } },
          effectiveAt: bounds.at,
        })),
    );
}
