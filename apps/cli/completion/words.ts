/** The command line as completion sees it, read from the commands as they are registered: what is offered cannot differ from what is taken. */
import type { Argument, Command, Option } from 'commander';

/** What a value may be: one of these, or a path. */
export type Offer = readonly string[] | 'path';

export interface OptionWords {
  /** `--help`, `-h`. */
  readonly names: readonly string[];
  readonly meaning: string;
  readonly takesValue: boolean;
  readonly isRepeated: boolean;
  readonly offer: Offer | undefined;
}

export interface ArgumentWords {
  readonly name: string;
  readonly isRepeated: boolean;
  readonly offer: Offer | undefined;
}

export interface CommandWords {
  readonly name: string;
  readonly meaning: string;
  readonly options: readonly OptionWords[];
  readonly arguments: readonly ArgumentWords[];
}

/** What stands in the scripts without quotes. */
const WORD = /^[\w.-]+$/;
const offers = new WeakMap<Option | Argument, Offer>();

/** Says what completion offers, where that is not all that is taken. */
export function offering<What extends Option | Argument>(what: What, offer: Offer): What {
  offers.set(what, offer);
  return what;
}

export function wordsOf(program: Command): readonly CommandWords[] {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return commands.map((command) => ({
    name: checked(command.name()),
    meaning: command.description(),
    options: help.visibleOptions(command).map(optionWords),
    // The command `help` is commander's own: it takes the name of another.
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      isRepeated: argument.variadic,
      offer: command.name() === 'help' ? names : offerOf(argument),
    })),
  }));
}

function optionWords(option: Option): OptionWords {
  return {
    names: [option.long, option.short].filter((name) => typeof name === 'string').map(checked),
    meaning: option.description,
    takesValue: option.required || option.optional,
    // A parser of its own collects what is given again; with choices, commander's parser only checks.
    isRepeated: option.variadic || (option.parseArg !== undefined && !option.argChoices),
    offer: offerOf(option),
  };
}

function offerOf(what: Option | Argument): Offer | undefined {
  const offer = offers.get(what) ?? what.argChoices;
  return typeof offer === 'string' ? offer : offer?.map(checked);
}

function checked(word: string): string {
  if (WORD.test(word)) return word;
  throw new Error(`a shell would not take ${word} for one word`);
}
