/** Moves house: carries a ledger to another place, event by event, and has both answer the same questions. */
import { type EventLog, LogInUse, type Mark } from '#event-log/port.js';
import { type Instant, later } from '#kernel/instant.js';
import { machineClock } from '#application/clock.js';
import {
  type AnswerDifference,
  type AskingStage,
  type Compared,
  compareAnswers,
} from '#application/copying/answers.js';
import { type Moment, momentOf } from '#application/copying/bounds.js';
import { type CarryingStage, carryOver } from '#application/copying/copying.js';
import type { Sides } from '#application/copying/difference.js';
import type { Comparison, EventDifference } from '#application/copying/events.js';
import { assertPlaces } from '#application/copying/places.js';
import { type Random, randomFrom, sampleOf } from '#application/copying/random.js';
import { CopyRefused } from '#application/copying/refused.js';
import { scopeOf } from '#application/copying/scope.js';
import type { Engine } from '#application/engine.js';
import type { OnProgress } from '#application/follower.js';
import { type LogOptions, openLedgerOn, openLog } from '#application/ledger.js';

/** Random bounds at which both ledgers are asked, beside the end. */
const BOUNDS_COUNT = 100;
/** Events whose times and places random bounds are picked from. */
const MOMENTS_MAX = 1_000;

export type Stage = CarryingStage | 'reading the source' | 'reading the target' | AskingStage;

export interface CopyOptions {
  readonly places: Sides<string>;
  /** Of the streams on EventStoreDB, wherever one of the two is on it. */
  readonly prefix: string | undefined;
  /** Of the random bounds. */
  readonly seed: number;
  readonly onProgress: (stage: Stage, done: number, total: number) => void;
}

export interface CopyResult {
  /** Events that both ledgers have. */
  readonly events: number;
  /** Of them, those that the target had not. */
  readonly appended: number;
  /** Questions that both ledgers answered alike. */
  readonly answers: number;
  readonly difference: EventDifference | AnswerDifference | undefined;
}

/** @throws CopyRefused, LedgerUnavailable, LogUnavailable, DamagedLog */
export async function copyLedger(options: CopyOptions): Promise<CopyResult> {
  const { places, prefix } = options;
  assertPlaces(places);
  const source = await openAlone('source', places.source, { create: false, prefix });
  try {
    const target = await openAlone('target', places.target, { create: true, prefix });
    try {
      return await copyBetween({ source, target }, options);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyBetween(logs: Sides<EventLog>, options: CopyOptions): Promise<CopyResult> {
  const random = randomFrom(options.seed);
  const moments = sampleOf<Moment>(random, MOMENTS_MAX);
  let end = machineClock.now();
  const { compared, appended, difference } = await carryOver(logs, {
    onEvent(event, ordinal) {
      moments.offer(momentOf(event, ordinal));
      end = later(end, event.recordedAt);
    },
    onProgress: options.onProgress,
  });
  const events = compared.ordinals.source.count;
  if (difference) return { events, appended, answers: 0, difference };
  const answered = await askBoth(logs, options, { end, compared, moments: moments.kept, random });
  return { events, appended, ...answered };
}

interface Asking {
  readonly end: Instant;
  readonly compared: Comparison;
  readonly moments: readonly Moment[];
  readonly random: Random;
}

/** Of the ledgers' own read models, so that the target's is ready when it has moved. */
async function askBoth(logs: Sides<EventLog>, options: CopyOptions, asking: Asking): Promise<Compared> {
  const source = await engineOn('source', logs, options);
  try {
    const target = await engineOn('target', logs, options);
    try {
      const { end, compared, moments, random } = asking;
      const scope = await scopeOf(source, end);
      const plan = { scope, end, ordinals: compared.ordinals, boundsCount: BOUNDS_COUNT, moments, random };
      const answered = await compareAnswers({ source, target }, { ...plan, onProgress: options.onProgress });
      await assertStill(logs, compared.reached);
      return answered;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function engineOn(
  side: keyof Sides<unknown>,
  logs: Sides<EventLog>,
  { places, prefix, onProgress }: CopyOptions,
): Promise<Engine> {
  const told: OnProgress = (done, total) => onProgress(`reading the ${side}`, done, total);
  const { engine } = await openLedgerOn(logs[side], places[side], { prefix, onProgress: told });
  await engine.sync(told);
  return engine;
}

/** Who else has a server's log open cannot be known; that nothing was appended meanwhile can. */
async function assertStill({ source, target }: Sides<EventLog>, reached: Sides<Mark>): Promise<void> {
  if ((await source.head(reached.source.position)) !== reached.source.position) {
    throw new CopyRefused(
      'the source is in use: events were appended while it was copied; end what writes to it first',
    );
  }
  if ((await target.head(reached.target.position)) !== reached.target.position) {
    throw new CopyRefused('the target is in use: events were appended while it was copied to');
  }
}

async function openAlone(side: keyof Sides<unknown>, place: string, options: LogOptions): Promise<EventLog> {
  try {
    return await openLog(place, { ...options, alone: true });
  } catch (error) {
    if (!(error instanceof LogInUse)) throw error;
    throw new CopyRefused(`the ${side} is in use: end the other commands that have ${place} open first`, {
      cause: error,
    });
  }
}
