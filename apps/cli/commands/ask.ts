/** A question of SPEC §4, of `seatledger ask` or of the command that has the answer's name; the log is read, never appended to. */
import { type OnAccess, access } from '../access.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { print, printJson } from '../output.js';
import { flagFields, questionOf } from '../question.js';

export interface AskOptions extends OnAccess {
  readonly json?: boolean;
}

/** @param given fields that were typed as arguments; the others are flags among the options */
export async function ask(
  answer: string,
  given: Readonly<Record<string, string>>,
  options: AskOptions,
): Promise<ExitCode> {
  const of = questionOf({ ...flagFields(options), ...given });
  const asking = await access(options);
  try {
    const answered = await asking.ask(answer, of);
    if (options.json) {
      printJson(answered);
    } else {
      const { rendered } = await import('../render/answer.js');
      print(rendered(answer, of, answered));
    }
    return SUCCEEDED;
  } finally {
    await asking.close();
  }
}
