/** Completion for zsh, with what each command and option is for. */
import type { ArgumentWords, CommandWords, Offer, OptionWords } from './words.js';

const COLON = /[\\:]/g;
const BRACKETS = /[\\[\]]/g;

export function zshCompletion(commands: readonly CommandWords[]): string {
  return `#compdef seatledger
# Completion of seatledger for zsh: source <(seatledger completion zsh), after compinit

_seatledger() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '(-h --help)'{-h,--help}'[display help for command]' '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, meaning }) => `        ${quoted(`${name}:${escaped(meaning, COLON)}`)}`).join('\n')}
      )
      _describe -t commands 'seatledger command' commands
      ;;
    argument)
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _seatledger ]]; then
  _seatledger "$@"
else
  compdef _seatledger seatledger
fi
`;
}

function commandCase({ name, options, arguments: taken }: CommandWords): string {
  const specs = [...options.flatMap(optionSpecs), ...taken.map(argumentSpec)];
  return `        ${name})\n          _arguments \\\n${specs.map((spec) => `            ${spec}`).join(' \\\n')}\n          ;;`;
}

function optionSpecs({ names, meaning, takesValue, isRepeated, offer }: OptionWords): string[] {
  const others = names.length > 1 && !isRepeated ? `(${names.join(' ')})` : '';
  const value = takesValue ? `:value:${action(offer)}` : '';
  return names.map((name) => quoted(`${isRepeated ? '*' : others}${name}[${escaped(meaning, BRACKETS)}]${value}`));
}

function argumentSpec({ name, isRepeated, offer }: ArgumentWords): string {
  return quoted(`${isRepeated ? '*' : ''}:${escaped(name, COLON)}:${action(offer)}`);
}

/** What is not known is left to whoever types. */
function action(offer: Offer | undefined): string {
  if (offer === undefined) return ' ';
  return offer === 'path' ? '_files' : `(${offer.join(' ')})`;
}

function escaped(text: string, special: RegExp): string {
  return text.replace(special, (letter) => `\\${letter}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
