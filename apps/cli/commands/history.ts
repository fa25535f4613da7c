/** `seatledger history`: an account's events, and with `--follow` those that are recorded from then on, each once. */
import { INSTANT_MAX, INSTANT_MIN, type Instant, parseInstant } from '#kernel/instant.js';
import type { Story } from '#projections/history/history.js';
import { type OnAccess, access } from '../access.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { print, printJson } from '../output.js';
import { flagFields, questionOf } from '../question.js';
import { bounds } from '../render/answer.js';
import { EVENTS } from '../render/events.js';
import { paragraph } from '../render/story.js';
import { type Format, type Formatted, formatOf, rowsAs } from '../rows.js';

export interface HistoryOptions extends OnAccess, Formatted {
  readonly follow?: boolean;
}

type Fields = Readonly<Record<string, string | undefined>>;

interface History {
  readonly events: readonly Story[];
  readonly position: number;
}

export async function history(accountId: string, options: HistoryOptions): Promise<ExitCode> {
  const stopping = options.follow ? untilSignalled() : undefined;
  const asking = await access(options);
  try {
    const given = { ...flagFields(options), accountId };
    const answer = (await asking.ask('history', questionOf(given))) as History;
    if (!stopping) {
      tell(answer, options);
      return SUCCEEDED;
    }
    const format = formatOf(options);
    const rows = rowsAs(format, EVENTS);
    for (const event of answer.events) rows.add(event);
    rows.end();
    const isAsked = filterOf(given);
    for await (const event of asking.changes(accountId, answer.position, stopping.signal)) {
      if (!isAsked(event)) continue;
      // A table cannot go on: its widths were those of what was there.
      if (format === 'table') print(paragraph(event));
      else rows.add(event);
    }
    return SUCCEEDED;
  } finally {
    stopping?.end();
    await asking.close();
  }
}

function tell(answer: History, options: HistoryOptions): void {
  if (options.json) return printJson(answer);
  const format: Format = options.format;
  const rows = rowsAs(format, EVENTS);
  for (const event of answer.events) rows.add(event);
  rows.end();
  if (format !== 'table') return;
  print(`${answer.events.length === 0 ? 'No events.\n' : ''}\n${bounds({ ...answer })}`);
}

/** What `history` does with the same fields (SPEC §4). */
function filterOf({ userId, product, from, to }: Fields): (event: Story) => boolean {
  const [first, end] = [instantOf(from) ?? INSTANT_MIN, instantOf(to) ?? INSTANT_MAX];
  return ({ effectiveAt, data }) => {
    const of = data as { readonly userId?: string; readonly product?: string };
    const when = parseInstant(effectiveAt)!;
    return (
      (userId === undefined || of.userId === userId) &&
      (product === undefined || of.product === product) &&
      when >= first &&
      when < end
    );
  };
}

function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : parseInstant(text);
}

function untilSignalled(): { readonly signal: AbortSignal; readonly end: () => void } {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
  return {
    signal: stop.signal,
    end() {
      process.off('SIGTERM', onSignal);
      process.off('SIGINT', onSignal);
    },
  };
}
