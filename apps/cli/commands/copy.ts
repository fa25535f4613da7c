/** `seatledger copy`: moves a ledger to another place, or says that it is there already, and where it differs. */
import { randomInt } from 'node:crypto';
import { SEEDS } from '#application/copying/random.js';
import { type CopyResult, type Stage, copyLedger } from '#application/copying/ledgers.js';
import { CopyRefused } from '#application/copying/refused.js';
import { Refusal } from '#kernel/refusal.js';
import { type ExitCode, Failure, REFUSED, SUCCEEDED } from '../failure.js';
import { print, printJson } from '../output.js';
import { progressOf } from '../progress.js';

export interface CopyFlags {
  readonly from: string;
  readonly to: string;
  readonly prefix?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

const TITLES: Readonly<Record<Stage, string>> = {
  copying: 'Copying events',
  comparing: 'Comparing events',
  'reading the source': 'Reading the source',
  'reading the target': 'Reading the target',
  'asking at the end': 'Comparing answers at the end',
  'asking at random bounds': 'Comparing answers at random bounds',
};

const SAME = SUCCEEDED;
const DIFFERS = REFUSED;
const VALUE_LENGTH_MAX = 500;

export async function copy({ from, to, prefix, seed: given, json = false }: CopyFlags): Promise<ExitCode> {
  const seed = given === undefined ? randomInt(SEEDS) : seedOf(given);
  const bars = await progressOf(TITLES);
  try {
    const places = { source: from, target: to };
    const result = await copyLedger({ places, prefix, seed, onProgress: bars.update });
    bars.end();
    if (json) printJson(toldAsJson(result, seed));
    else print(told(result, seed));
    return result.difference ? DIFFERS : SAME;
  } catch (error) {
    // Of what is refused here, exit 1 would say that the ledgers differ.
    if (error instanceof CopyRefused || error instanceof Refusal) throw new Failure(error.message, { cause: error });
    throw error;
  } finally {
    bars.end();
  }
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed < SEEDS) return seed;
  throw new Failure(`--seed: expected a whole number below ${SEEDS}, such as an earlier copy has told`);
}

function toldAsJson({ events, answers, difference }: CopyResult, seed: number): object {
  const same = difference === undefined;
  return { events, answers, same, ...(difference && { difference: { ...difference, seed } }) };
}

function told({ events, appended, answers, difference }: CopyResult, seed: number): string {
  if (!difference) return `The same: ${events} events, ${appended} of them copied now, and ${answers} answers.`;
  const { key, source, target } = difference;
  const where =
    'event' in difference
      ? `event ${difference.event} (${difference.type} of ${difference.stream}, id ${difference.id})`
      : `the answer to ${difference.answer} ${JSON.stringify(difference.of)}${elsewhere(difference.targetPosition)}`;
  return [
    `Different: ${where}${key === '' ? '' : `, ${key}`}`,
    `  source: ${shown(source)}`,
    `  target: ${shown(target)}`,
    ...('event' in difference ? [] : [`(--seed ${seed} asks the same again)`]),
  ].join('\n');
}

function elsewhere(targetPosition: number | undefined): string {
  return targetPosition === undefined ? '' : ` (in the target: position ${targetPosition})`;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}...` : text;
}
