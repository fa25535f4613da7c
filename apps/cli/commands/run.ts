/** `seatledger run`: reads what is appended as it comes, starts phases when they are due, and says how far it has read. */
import { type Ledger, openLedgerToFollow } from '#application/ledger.js';
import { INSTANT_MAX } from '#kernel/instant.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { locationOf } from '../location.js';
import { printJson } from '../output.js';

/** However quiet the log is: another machine's clock, a program announced meanwhile, a rebuilt read model. */
const IDLE_MS_MAX = 1_000;

export async function run(options: { readonly log?: string }): Promise<ExitCode> {
  const location = locationOf(options.log);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
  const told: Told = { position: undefined };
  try {
    while (!stop.signal.aborted) await follow(location, told, stop.signal);
    return SUCCEEDED;
  } finally {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
}

interface Told {
  position: number | undefined;
}

/** Until it is stopped, or a rebuild has put another read model in use. */
async function follow(location: string, told: Told, stop: AbortSignal): Promise<void> {
  const ledger = await openLedgerToFollow(location, { create: true });
  const bell = doorbell();
  const leave = ledger.log.subscribe(bell.ring);
  stop.addEventListener('abort', bell.ring);
  try {
    while (!stop.aborted && ledger.isCurrent()) {
      await catchUp(ledger, told);
      await bell.rung(await untilDue(ledger));
    }
  } finally {
    stop.removeEventListener('abort', bell.ring);
    leave();
    await ledger.engine.close();
  }
}

async function catchUp({ engine }: Ledger, told: Told): Promise<void> {
  await engine.scheduler.run();
  await engine.sync();
  if (engine.position === told.position) return;
  told.position = engine.position;
  printJson({ position: engine.position });
}

/** Milliseconds until the next phase is due, or until it is time to look. */
async function untilDue({ engine }: Ledger): Promise<number> {
  const owed = await engine.scheduler.next(INSTANT_MAX);
  return owed ? Math.min(Math.max(owed.startsAt - Date.now(), 0), IDLE_MS_MAX) : IDLE_MS_MAX;
}

interface Doorbell {
  readonly ring: () => void;
  /** Resolves when it was rung since the last time, or after a while. */
  rung(waitMs: number): Promise<void>;
}

function doorbell(): Doorbell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async rung(waitMs) {
      let timer: NodeJS.Timeout | undefined;
      if (!isRung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, waitMs);
        });
      }
      clearTimeout(timer);
      wake = undefined;
      isRung = false;
    },
  };
}
