/** Carries a log's events into another log, in their order; goes on where an earlier copy was cut off. */
import { type EventLog, LogUnavailable, type Mark, OutcomeUnknown, RevisionConflict } from '#event-log/port.js';
import { appendsOf } from '#application/copying/appends.js';
import type { Sides } from '#application/copying/difference.js';
import { type Comparison, type EventDifference, compareEvents, type OnEvent } from '#application/copying/events.js';
import { CopyRefused } from '#application/copying/refused.js';

export interface Carried {
  readonly compared: Comparison;
  /** Events that the target did not have yet. */
  readonly appended: number;
  readonly difference: EventDifference | undefined;
}

export interface Carrying {
  readonly onEvent: OnEvent;
  readonly onProgress: OnProgress;
}

/** Told how far each stage has come, in positions of the source. */
export type OnProgress = (stage: CarryingStage, position: number, head: number) => void;

export type CarryingStage = 'copying' | 'comparing';

/**
 * What the target has already is compared before the first append, what was appended is read back and compared after the last.
 * @throws CopyRefused where the target is no beginning of the source
 */
export async function carryOver(logs: Sides<EventLog>, { onEvent, onProgress }: Carrying): Promise<Carried> {
  const head = await logs.source.head();
  let stage: CarryingStage = 'copying';
  const compared = compareEvents(logs, (event, ordinal) => {
    onEvent(event, ordinal);
    onProgress(stage, event.position, head);
  });
  const before = await compared.goOn(head);
  if (before || isWhole(compared, head)) return { compared, appended: 0, difference: before };
  const appended = await append(logs, compared.reached.source, head, onProgress);
  stage = 'comparing';
  const difference = await compared.goOn(head);
  if (!difference && !isWhole(compared, head)) {
    throw new CopyRefused(
      `the target lost events while it was copied to: it ends after event ${compared.ordinals.target.count}`,
    );
  }
  return { compared, appended, difference };
}

function isWhole({ reached }: Comparison, head: number): boolean {
  return reached.source.position === head;
}

async function append(
  { source, target }: Sides<EventLog>,
  after: Mark,
  head: number,
  onProgress: OnProgress,
): Promise<number> {
  let count = 0;
  for await (const { stream, expectedRevision, events, last } of appendsOf(source.readAll(after, head))) {
    try {
      await target.append(stream, expectedRevision, events);
    } catch (error) {
      throw told(error);
    }
    count += events.length;
    onProgress('copying', last, head);
  }
  return count;
}

function told(error: unknown): unknown {
  if (error instanceof RevisionConflict) {
    return new CopyRefused(`the target is in use: somebody else appended to it (${error.message})`, { cause: error });
  }
  if (!(error instanceof OutcomeUnknown)) return error;
  const message =
    'the target did not answer, and how far the copy came is not known: the same copy again finds out and goes on';
  return new LogUnavailable(message, { cause: error });
}
