/** A question as a request asks it: the fields of its path and query, within bounds that its cursor may hold. */
import { type AnswerName, ANSWERS, takesAt } from '#projections/answers.js';
import { compareIds } from '#kernel/id.js';
import { invalid } from '#kernel/refusal.js';
import { type AnswerRoute, parametersOf } from '../routes/route.js';
import { numeric } from './numeric.js';
import { type Bounds, type Cursor, cursorOf, sizeOf } from './pages.js';

export const BOUNDS = ['at', 'knownAt', 'position'] as const;

export interface Asked {
  readonly route: AnswerRoute;
  /** The fields of the question but the bounds. */
  readonly fields: Readonly<Record<string, string>>;
  /** As given, or as the cursor holds them. */
  readonly bounds: Readonly<Record<string, unknown>>;
  /** Items of a page; undefined where the answer comes whole. */
  readonly limit: number | undefined;
  readonly cursor: Cursor | undefined;
}

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** What a question takes in its query, but the bounds. */
export function filtersOf({ answer, path }: AnswerRoute): string[] {
  const elsewhere = new Set<string>([...parametersOf(path), ...BOUNDS]);
  return Object.keys(ANSWERS[answer].of.shape).filter((field) => !elsewhere.has(field));
}

/** @throws Refusal `invalid-input` for what is given twice, or with a cursor that says it already */
export function askedBy(route: AnswerRoute, params: Given, query: Given): Asked {
  const { limit, cursor: text, ...rest } = once({ ...query, ...params });
  if (route.pages === undefined && limit !== undefined) throw invalid('limit', 'no such field');
  if (route.pages === undefined && text !== undefined) throw invalid('cursor', 'no such field');
  const cursor = text === undefined ? undefined : cursorOf(text);
  const { at, knownAt, position, ...fields } = rest;
  if (cursor && [at, knownAt, position].some((bound) => bound !== undefined)) {
    throw invalid('cursor', 'either a cursor, which holds the bounds, or at, knownAt and position');
  }
  return {
    route,
    fields,
    bounds: cursor
      ? { ...cursor.bounds }
      : { ...given('at', at), ...given('knownAt', knownAt), ...given('position', numeric(position)) },
    limit: route.pages === undefined ? undefined : sizeOf(limit),
    cursor,
  };
}

const given = (field: string, value: unknown): object => (value === undefined ? {} : { [field]: value });

function once(query: Given): Record<string, string> {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const twice = entries.find(([, value]) => Array.isArray(value));
  if (twice) throw invalid(twice[0], 'one value, not several');
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The address that asks the same again, with every bound: relative, so that it is the same behind any name. */
export function addressOf({ route, fields, limit }: Asked, from: { readonly cursor: string } | Bounds): string {
  const params = parametersOf(route.path);
  const path = params.reduce(
    (filled, name) => filled.replace(`{${name}}`, encodeURIComponent(fields[name]!)),
    route.path,
  );
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(fields).toSorted(([a], [b]) => compareIds(a, b)))
    if (!params.includes(field)) query.set(field, value);
  if (limit !== undefined) query.set('limit', String(limit));
  for (const [field, value] of Object.entries(from)) query.set(field, String(value));
  return `${path}?${query.toString()}`;
}

/** The bounds of an answer, as it tells them. */
export function boundsOf(name: AnswerName, answer: object): Bounds {
  const { at, knownAt, position } = answer as Required<Bounds>;
  return takesAt(name) ? { at, knownAt, position } : { knownAt, position };
}
