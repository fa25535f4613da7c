/** Requests of a story as the route tables say, and what the service answers to them. */
import { BATCH_ROUTE } from '../../apps/api/batches/route.js';
import { EVENTS_ROUTE } from '../../apps/api/events/route.js';
import { ANSWER_ROUTES } from '../../apps/api/routes/answers.js';
import { COMMAND_ROUTES } from '../../apps/api/routes/commands.js';
import { parametersOf } from '../../apps/api/routes/route.js';
import type { Told } from './story.js';

export interface Replied {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

export type Tell = (told: Told, query?: string) => Promise<Replied>;

export function teller(url: string, token: string): Tell {
  return async (told, query = '') => {
    const { method, path, headers, body } = requestOf(told);
    const response = await fetch(`${url}${path}${query}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Replied['json'] };
  };
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: object;
}

export function requestOf({ name, with: given = {}, isOwn }: Told): Sent {
  const command = [...COMMAND_ROUTES, BATCH_ROUTE].find((route) => route.command === name);
  if (!command) return questionOf(name, given);
  const { path, rest } = placed(command.path, given);
  const { commandId, expectedRevision, ...body } = rest;
  return {
    method: command.method,
    path,
    headers: {
      ...(typeof commandId === 'string' && { 'idempotency-key': commandId }),
      ...(typeof expectedRevision === 'number' && { 'if-match': `"${expectedRevision}"` }),
    },
    body: isOwn ? body : { ...command.example, ...body },
  };
}

function questionOf(name: string, given: Readonly<Record<string, unknown>>): Sent {
  const route = [...ANSWER_ROUTES, EVENTS_ROUTE].find(({ answer }) => answer === name);
  if (!route) throw new Error(`${name} is neither a command nor an answer`);
  const { path, rest } = placed(route.path, given);
  const query = new URLSearchParams(rest as Record<string, string>).toString();
  return { method: 'GET', path: query === '' ? path : `${path}?${query}`, headers: {} };
}

function placed(
  path: string,
  given: Readonly<Record<string, unknown>>,
): { path: string; rest: Record<string, unknown> } {
  const inPath = parametersOf(path);
  return {
    path: inPath.reduce((filled, name) => filled.replace(`{${name}}`, encodeURIComponent(String(given[name]))), path),
    rest: Object.fromEntries(Object.entries(given).filter(([field]) => !inPath.includes(field))),
  };
}
