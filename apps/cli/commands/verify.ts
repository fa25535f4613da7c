/** `seatledger verify`: rebuilds the read model beside the one in use, and names the first row that is not what the log says. */
import { type Verified, type VerifyStage, verifyLedger } from '#application/verifying.js';
import type { RowDifference } from '#read-model/comparing.js';
import { type ExitCode, REFUSED, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { print, printJson } from '../output.js';
import { progressOf } from '../progress.js';
import { plain } from '../render/table.js';

const TITLES: Readonly<Record<VerifyStage, string>> = {
  rebuilding: 'Rebuilding beside',
  comparing: 'Comparing rows',
  'reading on': 'Reading the log to its end',
};

const SAME = SUCCEEDED;
const DIFFERS = REFUSED;
/** Characters that are told of a value, from a little before where it differs. */
const SHOWN_MAX = 400;
const SHOWN_BEFORE = 40;

export async function verify(options: OnLedger & { readonly json?: boolean }): Promise<ExitCode> {
  const bars = await progressOf(TITLES);
  try {
    const verified = await verifyLedger(locationOf(options.log), { prefix: options.prefix, onProgress: bars.update });
    bars.end();
    if (options.json) printJson(toldAsJson(verified));
    else print(told(verified));
    return verified.difference ? DIFFERS : SAME;
  } finally {
    bars.end();
  }
}

function toldAsJson({ position, head, rows, difference }: Verified): object {
  const same = difference === undefined;
  return { same, position, head, rows, ...(difference && { difference: { ...difference, ...shown(difference) } }) };
}

function told({ position, head, rows, difference }: Verified): string {
  if (!difference) {
    return `The same: ${rows} rows of the read model are what the log says at position ${position}; the log is whole up to its end at ${head}.`;
  }
  const { table, key, column } = difference;
  const { expected, found } = shown(difference);
  return [
    `Different at position ${position}: table ${table}, row ${JSON.stringify(key)}${column === undefined ? '' : `, ${column}`}`,
    plain(`  expected: ${JSON.stringify(expected)}`),
    plain(`  found: ${JSON.stringify(found)}`),
    '"seatledger rebuild" builds the read model anew from the log.',
  ].join('\n');
}

/** Pages are long: of texts, what is around the first difference. */
function shown({ expected, found }: RowDifference): { readonly expected: unknown; readonly found: unknown } {
  if (typeof expected !== 'string' || typeof found !== 'string') return { expected: cut(expected), found: cut(found) };
  let same = 0;
  while (same < expected.length && expected[same] === found[same]) same += 1;
  const from = Math.max(0, same - SHOWN_BEFORE);
  return { expected: excerpt(expected, from), found: excerpt(found, from) };
}

function cut(value: RowDifference['expected']): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [name, typeof of === 'string' ? excerpt(of, 0) : of]),
  );
}

function excerpt(text: string, from: number): string {
  const end = from + SHOWN_MAX;
  return `${from > 0 ? '...' : ''}${text.slice(from, end)}${text.length > end ? '...' : ''}`;
}
