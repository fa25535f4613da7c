/** `seatledger ask <answer>`: a question of SPEC §4; the log is read, never appended to. */
import { openLedger } from '#application/ledger.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { print, printJson } from '../output.js';
import { progress } from '../progress.js';
import { FLAGS, questionOf } from '../question.js';

export interface AskOptions extends OnLedger {
  readonly json?: boolean;
  /** The flags, as commander names them. */
  readonly [flag: string]: string | boolean | undefined;
}

export async function ask(answer: string, options: AskOptions): Promise<ExitCode> {
  const of = questionOf(fieldsOf(options));
  const catchingUp = await progress('Reading the log');
  const engine = await openLedger(locationOf(options.log), {
    create: false,
    prefix: options.prefix,
    onProgress: catchingUp.update,
  });
  try {
    await engine.sync(catchingUp.update);
    catchingUp.end();
    const answered = await engine.ask(answer, of);
    if (options.json) {
      printJson(answered);
    } else {
      const { rendered } = await import('../render/answer.js');
      print(rendered(answer, of, answered));
    }
    return SUCCEEDED;
  } finally {
    catchingUp.end();
    await engine.close();
  }
}

function fieldsOf(options: AskOptions): Record<string, string | undefined> {
  const given: Record<string, string | undefined> = {};
  for (const { flag, field } of FLAGS) {
    const value = options[flag.slice(2).replace(/-(.)/, (_, letter: string) => letter.toUpperCase())];
    if (typeof value === 'string') given[field] = value;
  }
  return given;
}
