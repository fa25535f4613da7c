/** The examples of the OpenAPI document: the story carried out on a ledger in memory, and what was answered over HTTP. */
import { ACCOUNT_GRANTS, EVERY_ACCOUNT, GLOBAL_GRANTS, type Grants } from '#access/grants.js';
import { standingClock } from '#application/clock.js';
import type { Engine } from '#application/engine.js';
import { AppendTooLarge, LogUnavailable, OutcomeUnknown } from '#event-log/port.js';
import { INSTANT_MIN, parseInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { HttpException, HttpStatus } from '@nestjs/common';
import { EMPTY } from 'rxjs';
import { createApp } from '../../apps/api/app.js';
import { principalOf } from '../../apps/api/auth/grants.js';
import { BODY_BYTES_MAX } from '../../apps/api/limits.js';
import type { Examples } from '../../apps/api/openapi/finishing.js';
import { serveInMemory } from '../support/api/service.js';
import { type Replied, type Tell, teller } from './asking.js';
import { PREVIEWED, REFUSALS, STORY } from './story.js';

/** Each request has its own; the examples stay as they are. */
const REQUEST_ID = '019d4c3a-52c0-7c61-8d0b-6a2f4e1b9c37';

const ANYTHING = { [EVERY_ACCOUNT]: [...ACCOUNT_GRANTS, ...GLOBAL_GRANTS] };

/** @throws Error where the story does not come out as it is meant to */
export async function examplesOf(): Promise<Examples> {
  const clock = standingClock(INSTANT_MIN);
  const service = await serveInMemory(clock);
  try {
    const tell = teller(service.url, await service.token(ANYTHING, 'ana'));
    const answers: Record<string, unknown> = {};
    for (const told of STORY) {
      if (told.at !== undefined) clock.moveTo(parseInstant(told.at)!);
      const { status, json } = await tell(told);
      if (status !== 200) throw new Error(`${told.name} of the story was refused: ${JSON.stringify(json)}`);
      answers[told.name] ??= json;
    }
    const bearer = teller(service.url, await service.token({ acme: ['support.read'] }, 'ana'));
    answers['bearer'] = await jsonAt(`${service.url}/v1/bearer`, await service.token(ANYTHING, 'ana'));
    const { json: preview } = await tell(PREVIEWED, '?preview=true');
    const problems = [
      ...(await refusals(service.engine, tell)),
      await bearer({ name: 'IssueInvoice', with: { accountId: 'acme', period: '2026-03' } }),
      await teller(service.url, '')({ name: 'accounts' }),
      await tell({ name: 'DefineProduct', with: { product: 'large', name: 'x'.repeat(BODY_BYTES_MAX) } }),
      await post(`${service.url}/v1/accounts`, await service.token(ANYTHING), 'accountId=acme'),
      ...(await troubles()),
    ];
    return { answers, preview, problems: byCode(problems) };
  } finally {
    await service.close();
  }
}

async function refusals({ scheduler }: Engine, tell: Tell): Promise<Replied[]> {
  const replied: Replied[] = [];
  for (const told of REFUSALS) {
    replied.push(await tell(told));
    await scheduler.run();
  }
  return replied.filter(({ status }) => status !== 200);
}

function byCode(problems: readonly Replied[]): Record<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { json } of problems) {
    const code = String(json['code']);
    if (!found.has(code)) found.set(code, { ...json, requestId: REQUEST_ID });
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a ledger in memory does not run into: told by one that does nothing else. */
const TROUBLES: readonly Error[] = [
  new Refusal('too-many-events', 'the command would emit 24000 events; at most 20000 are appended at once'),
  new AppendTooLarge('the append is larger than the server of the log takes at once'),
  new OutcomeUnknown('the connection to the log was lost while the command was being recorded'),
  new LogUnavailable('the log is not reached'),
  new HttpException('Too many requests: try again in 7 seconds.', HttpStatus.TOO_MANY_REQUESTS),
  new Error('a defect'),
];

async function troubles(): Promise<Replied[]> {
  const grants: Grants = new Map([[EVERY_ACCOUNT, new Set(ANYTHING[EVERY_ACCOUNT])]]);
  const left = [...TROUBLES];
  const app = await createApp({
    ledger: { use: () => Promise.reject(left.shift() ?? new Error('there is no more trouble')), changes: () => EMPTY },
    verifier: { verify: () => Promise.resolve(principalOf('ana', grants, Infinity)) },
  });
  try {
    await app.listen(0, '127.0.0.1');
    const tell = teller(await app.getUrl(), '');
    const replied: Replied[] = [];
    while (left.length > 0)
      replied.push(await tell({ name: 'DeactivateUser', with: { accountId: 'acme', userId: 'zoe' } }));
    return replied;
  } finally {
    await app.close();
  }
}

async function jsonAt(url: string, token: string): Promise<unknown> {
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json();
}

/** What is no JSON. */
async function post(url: string, token: string, body: string): Promise<Replied> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, json: (await response.json()) as Replied['json'] };
}
