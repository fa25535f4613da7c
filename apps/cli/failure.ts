/** How a command ends that does not succeed (SPEC §5): a refusal is the caller's, exit 1; anything else goes to stderr, exit 2. */
import { CommanderError } from 'commander';
import { AppendTooLarge, ClockAhead, DamagedLog, LogUnavailable } from '#event-log/port.js';
import { KeyUnusable } from '#access/keys.js';
import { Refusal } from '#kernel/refusal.js';
import { ClockUnset } from '#application/clock.js';
import { BrokenScenario } from '#application/scenario.js';
import { LedgerUnavailable } from '#application/ledger.js';
import { printError, printJson } from './output.js';

export const SUCCEEDED = 0;
export const REFUSED = 1;
export const FAILED = 2;
export type ExitCode = typeof SUCCEEDED | typeof REFUSED | typeof FAILED;

/** A failure whose message says all there is to say. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Errors whose message says what to do. */
const TOLD = [
  AppendTooLarge,
  BrokenScenario,
  ClockAhead,
  ClockUnset,
  DamagedLog,
  Failure,
  KeyUnusable,
  LedgerUnavailable,
  LogUnavailable,
];

export interface Telling {
  readonly isJson: boolean;
  /** What was typed for a field, where that was a flag. */
  readonly flagOf?: (field: string) => string | undefined;
}

export function tell(error: unknown, { isJson, flagOf }: Telling): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? SUCCEEDED : FAILED;
  if (error instanceof Refusal) {
    if (isJson) printJson({ refused: error.code, message: error.message, errors: error.errors });
    else printError(refusalText(error, flagOf));
    return REFUSED;
  }
  printError(failureText(error));
  return FAILED;
}

/** Of one of many things that are done together. */
export function failureOf(error: unknown): string {
  return error instanceof Refusal ? `${error.code}: ${error.message}` : failureText(error);
}

function refusalText({ code, message, errors }: Refusal, flagOf: Telling['flagOf']): string {
  if (errors.length === 0) return `${code}: ${message}`;
  const fields = errors.map(({ field, expected }) => {
    const flag = flagOf?.(field);
    return `  ${field}${flag ? ` (${flag})` : ''}: expected ${expected}`;
  });
  return [code === 'invalid-input' ? `${code}:` : `${code}: ${message}`, ...fields].join('\n');
}

/** What there is to say of what is no refusal. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isTold = TOLD.some((known) => error instanceof known);
  if (isTold) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  // The log explains its own failures; a bare one of SQLite comes from the read model.
  if (code === 'ERR_SQLITE_ERROR') {
    return `the read model cannot be read; "seatledger rebuild" builds it anew from the log: ${error.message}`;
  }
  // A system's error names what failed; of a defect the place is told, so that it can be reported.
  return code?.startsWith('E') && !code.startsWith('ERR_') ? error.message : (error.stack ?? error.message);
}
