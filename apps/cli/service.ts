/** A running service in place of a ledger here: the same questions and commands, and answers that are the same to the byte. */
import { parseCommand } from '#domain/commands.js';
import type { EventsPage } from '#application/auditing.js';
import { PartsRefused, type RefusedPart } from '#application/together.js';
import { LogUnavailable, PAGE_EVENTS_MAX } from '#event-log/port.js';
import { REFUSAL_CODES, Refusal, type RefusalCode } from '#kernel/refusal.js';
import { parseQuestion } from '#projections/answers.js';
import { type AnswerName, Problem, type Seatledger, Unreachable, seatledger } from '#sdk/client.js';
import type { Access, EventsRead, Service, ServiceAccess } from './accessible.js';
import { targetOf } from './importing/sending.js';
import { Failure } from './failure.js';

/** After the first try: who sits before a terminal would rather know. */
const RETRIES = 3;
/** As RFC 6750 has it: anything else was cut off or pasted with too much. */
const TOKEN = /^[\w.~+/-]+=*$/;

/** @throws Failure for an address or a token that is none */
export function onService({ url, token }: Service): ServiceAccess {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Failure(
      `${url} is no address of a service (--url, SEATLEDGER_URL): expected such as http://127.0.0.1:3000`,
    );
  }
  if (token !== undefined && !TOKEN.test(token)) {
    throw new Failure('the token (--token, SEATLEDGER_TOKEN) is none: expected what "seatledger token" prints, alone');
  }
  const service = seatledger({ url, retries: RETRIES, ...(token !== undefined && { token }) });
  return {
    // What the fields alone show wrong is refused here, in the same words.
    ask: (answer, of) => told(() => wholeOf(service, parseQuestion(answer, of).name, of)),
    do: (command, body) =>
      told(async () => {
        const recorded = await service.do(parseCommand(command, body).name, body as never);
        return recorded as Awaited<ReturnType<Access['do']>>;
      }),
    changes: (accountId, after, stopped) => changesOf(service, accountId, after, stopped),
    target: targetOf(service, told),
    events: (position) => told(() => eventsOf(service, position)),
    close: () => Promise.resolve(),
  };
}

/** Without what only HTTP adds. */
async function wholeOf(service: Seatledger, answer: AnswerName, of: object): Promise<object> {
  const { permalink: _, next: _next, ...whole } = (await service.whole(answer, of as never)) as Record<string, unknown>;
  return whole;
}

async function* changesOf(
  service: Seatledger,
  ...following: Parameters<Access['changes']>
): ReturnType<Seatledger['changes']> {
  try {
    yield* service.changes(...following);
  } catch (error) {
    throw failureOf(error);
  }
}

/** The first page tells the position that all of them are read up to. */
async function eventsOf(service: Seatledger, position: number | undefined): Promise<EventsRead> {
  const pages = service.pages('events', { limit: PAGE_EVENTS_MAX, ...(position !== undefined && { position }) });
  const { value: first } = await pages.next();
  if (!first) throw new Error('a list of events without a page');
  const rest = async function* (): AsyncGenerator<EventsPage['events']> {
    yield first.events;
    for (;;) {
      const { value: page } = await told(() => pages.next());
      if (!page) return;
      yield page.events;
    }
  };
  return { position: first.position, pages: rest() };
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
}

/** What went wrong, as a ledger here would tell it. */
function failureOf(error: unknown): unknown {
  if (error instanceof Unreachable) {
    return new LogUnavailable(`${error.message}; does the service run there (--url, SEATLEDGER_URL)?`);
  }
  if (!(error instanceof Problem)) return error;
  const { code, message, errors, status, requestId, parts } = error;
  if (code === 'parts-refused') return new PartsRefused(parts.map(refusedPart));
  if (isRefusalCode(code)) return new Refusal(code, message, errors);
  switch (code) {
    case 'unauthenticated':
      return new Failure(`the service does not accept the token (--token, SEATLEDGER_TOKEN): ${message}`);
    case 'forbidden':
      return new Failure(`the token (--token, SEATLEDGER_TOKEN) does not allow this: ${message}`);
    case undefined:
      return new Failure(`${message} (--url, SEATLEDGER_URL)`);
    default:
      return new Failure(`the service answered ${status} ${code}: ${message} (request ${requestId})`);
  }
}

function refusedPart({ index, code, detail }: Problem['parts'][number]): RefusedPart {
  return { index, refusal: new Refusal(code, detail) };
}

function isRefusalCode(code: string | undefined): code is RefusalCode {
  return (REFUSAL_CODES as readonly (string | undefined)[]).includes(code);
}
