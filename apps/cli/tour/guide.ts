/** What the stops of the tour share: questions that are told with the command that repeats them. */
import { styleText } from 'node:util';
import type { Engine } from '#application/engine.js';
import { quoted } from '../location.js';
import { print } from '../output.js';
import { FLAGS } from '../question.js';
import { rendered } from '../render/answer.js';

/** How the command line is typed. */
export const SEATLEDGER = 'npm run --silent seatledger --';

export interface Guide {
  readonly title: (text: string) => void;
  /** A paragraph. */
  readonly say: (text: string) => void;
  readonly ask: <Answer extends object>(name: string, of: object) => Promise<Answer>;
  /** The answer as `ask` shows it. */
  readonly show: (name: string, of: object, answer: object) => void;
  /** The command that repeats a question. */
  readonly repeat: (name: string, of: object) => void;
}

/** @param found the flags that commands find the ledger with */
export function guide(engine: Engine, found: string): Guide {
  let chapters = 0;
  return {
    title(text) {
      chapters += 1;
      print(`\n${styleText('bold', `${chapters}. ${text}`)}\n`);
    },
    say: print,
    ask: async <Answer extends object>(name: string, of: object) => (await engine.ask(name, of)) as Answer,
    show: (name, of, answer) => print(rendered(name, of, answer)),
    repeat: (name, of) => print(`  $ ${askFor(name, of)}${found}`),
  };
}

export function askFor(name: string, of: object): string {
  const fields = of as Readonly<Record<string, unknown>>;
  const flags = FLAGS.filter(({ field }) => fields[field] !== undefined).map(
    ({ flag, field }) => `${flag} ${quoted(String(fields[field]))}`,
  );
  return [`${SEATLEDGER} ask`, name, ...flags].join(' ');
}
