/** Completion for bash, 3.2 and later. */
import type { ArgumentWords, CommandWords, Offer, OptionWords } from './words.js';

export function bashCompletion(commands: readonly CommandWords[]): string {
  return `# Completion of seatledger for bash: source <(seatledger completion bash)

_seatledger_offer() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}

_seatledger_paths() {
  local path
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -f -- "$current")
  compopt -o filenames 2>/dev/null
}

_seatledger() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command='' position=0 i
  COMPREPLY=()
  # bash takes --option=value for three words.
  if [[ $current == = ]]; then current=''
  elif [[ $previous == = ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]-}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command \${COMP_WORDS[i]}" in
${commands.flatMap(valued).join('\n')}
      *' '-*) ;;
      *) if [[ -z $command ]]; then command="\${COMP_WORDS[i]}"; else ((position++)); fi ;;
    esac
  done
  case "$command $previous" in
${commands.flatMap(valuesOf).join('\n')}
  esac
  if [[ $current != -* ]]; then
    case "$command $position" in
      ' 0') _seatledger_offer '${commands.map(({ name }) => name).join(' ')}'; return ;;
${commands.flatMap(argumentsOf).join('\n')}
    esac
  fi
  case "$command" in
    '') _seatledger_offer '--help' ;;
${commands.map(({ name, options }) => `    ${name}) _seatledger_offer '${namesOf(options).join(' ')}' ;;`).join('\n')}
  esac
}

complete -F _seatledger seatledger
`;
}

/** The value of an option is no argument. */
function valued({ name, options }: CommandWords): string[] {
  const patterns = patternsOf(
    name,
    options.filter(({ takesValue }) => takesValue),
  );
  return patterns === '' ? [] : [`      ${patterns}) [[ \${COMP_WORDS[i+1]-} == = ]] && ((i++)); ((i++)) ;;`];
}

/** What follows an option; of what is offered alike, one line. */
function valuesOf({ name, options }: CommandWords): string[] {
  const byOffer = Map.groupBy(
    options.filter(({ takesValue }) => takesValue),
    ({ offer }) => offered(offer),
  );
  return [...byOffer].map(([action, alike]) => `    ${patternsOf(name, alike)}) ${action} ;;`);
}

function argumentsOf({ name, arguments: taken }: CommandWords): string[] {
  return taken.flatMap((argument, index) =>
    argument.offer === undefined ? [] : [`      ${placeOf(name, argument, index)}) ${offered(argument.offer)} ;;`],
  );
}

function placeOf(name: string, { isRepeated }: ArgumentWords, index: number): string {
  return isRepeated ? `'${name} '*` : `'${name} ${index}'`;
}

/** What is not known is left to whoever types. */
function offered(offer: Offer | undefined): string {
  if (offer === undefined) return 'return';
  return `${offer === 'path' ? '_seatledger_paths' : `_seatledger_offer '${offer.join(' ')}'`}; return`;
}

function patternsOf(name: string, options: readonly OptionWords[]): string {
  return namesOf(options)
    .map((option) => `'${name} ${option}'`)
    .join('|');
}

function namesOf(options: readonly OptionWords[]): string[] {
  return options.flatMap(({ names }) => names);
}
