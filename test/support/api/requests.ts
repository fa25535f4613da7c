/** Requests drawn from the operations of a document: most of them nearly what the operation wants, and none of them quite sure. */
import * as fc from 'fast-check';
import { METHODS, bodies, contentTypes, headers, texts, values, wired } from './hostile.js';
import type { Operation, Parameter, Schema } from './operations.js';
import type { Sent } from './sending.js';
import { PRODUCTS, PROGRAM, usersOf } from './tenants.js';

export interface Drawn {
  readonly sent: Sent;
  /** What it is addressed to; undefined where it may be addressed to nothing. */
  readonly operation: Operation | undefined;
  /** The account of its path, where that is one. */
  readonly accountId: string | undefined;
  /** Which of the bearers sends it. */
  readonly bearer: number;
}

/** Values that mean something in the ledger, by the name of the field. */
export type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const instants = fc.oneof(
  fc.constantFrom(
    '2026-01-05T10:00:00.000Z',
    '2026-02-20T09:00:00Z',
    '2026-03-01T00:00:00+01:00',
    '2026-06-01T00:00:00Z',
  ),
  fc.integer({ min: 1_767_000_000_000, max: 1_774_000_000_000 }).map((at) => new Date(at).toISOString()),
);
const prices = fc.constantFrom('0', '1.5', '49.90', '0.0001');

export function knownOf(accounts: readonly string[]): Known {
  const users = fc.constantFrom(...accounts.flatMap(usersOf), 'zoe', 'yan', 'xia');
  const products = fc.constantFrom(...PRODUCTS, ...PRODUCTS, 'ghost');
  const times = ['at', 'knownAt', 'from', 'to', 'effectiveAt', 'validFrom', 'endsAt', 'startsAt'];
  return {
    ...Object.fromEntries(times.map((name) => [name, instants])),
    accountId: fc.constantFrom(...accounts, ...accounts, ...accounts, 'nobody', 'opened-1'),
    userId: users,
    userIds: fc.array(users, { maxLength: 4 }),
    product: products,
    products: fc.array(products, { maxLength: 2 }),
    programId: fc.constantFrom(PROGRAM, 'program-1', 'program-2'),
    month: fc.constantFrom('2026-01', '2026-02', '2026-03', '2025-12', '2031-01'),
    period: fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-Q1', '2026', '2031-01'),
    // One that is beyond the log is waited for.
    position: fc.oneof(
      { weight: 300, arbitrary: fc.integer({ min: 0, max: 40 }) },
      { weight: 1, arbitrary: fc.constant(10 ** 12) },
    ),
    limit: fc.integer({ min: 1, max: 30 }),
    cursor: fc.nat(40).map((offset) => cursorAt(offset)),
    roles: fc.subarray(['agent', 'lead']),
    role: fc.constantFrom('agent', 'lead'),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'),
    currency: fc.constantFrom('EUR', 'JPY'),
    region: fc.constantFrom('EU', 'US'),
    committed: prices,
    uncommitted: prices,
    amount: prices,
    usageId: fc.constantFrom('call-1', 'call-2'),
    quantity: fc.integer({ min: 0, max: 9 }),
    requires: fc.constant([]),
    preview: fc.constantFrom('true', 'false', ''),
    'If-Match': fc.nat(40).map((revision) => `"${revision}"`),
    'Idempotency-Key': fc.nat(300).map((number) => `key-${number}`),
  };
}

function cursorAt(offset: number): string {
  const held = { a: '2026-02-01T00:00:00.000Z', k: '2026-03-01T00:00:00.000Z', p: 30, o: offset };
  return Buffer.from(JSON.stringify(held)).toString('base64url');
}

/** A value that a schema lets through, as far as a schema can say it. */
function fitting(schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> {
  const {
    type,
    enum: among,
    anyOf,
    items,
    properties,
    required = [],
  } = schema as {
    type?: string | string[];
    enum?: unknown[];
    anyOf?: Schema[];
    items?: Schema;
    properties?: Record<string, Schema>;
    required?: string[];
  };
  if (Object.hasOwn(known, name) && type !== 'null') return known[name]!;
  if (among) return fc.constantFrom(...among);
  if (anyOf) return fc.oneof(...anyOf.map((one) => fitting(one, name, known)));
  switch (type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(properties ?? {}).map(([field, own]) => [field, fitting(own, field, known)])),
        { requiredKeys: required },
      );
    case 'array':
      return fc.array(fitting(items ?? {}, '', known), { maxLength: 2 });
    case 'integer':
    case 'number':
      return fc.integer({ min: 0, max: 12 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom('some', 'thing');
  }
}

/** Mostly as it should be, now and then not. */
const often = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 15, arbitrary: good }, { weight: 1, arbitrary: bad });

function spoiled(body: unknown): fc.Arbitrary<unknown> {
  const fields = Object.keys(body as object);
  const changed = fc
    .tuple(fields.length > 0 ? fc.constantFrom(...fields) : texts, values)
    .map(([field, value]) => ({ ...(body as object), [field]: value }));
  const added = fc
    .tuple(texts, values)
    .map(([field, value]) => Object.fromEntries([...Object.entries(body as object), [field, value]]));
  const removed = fc
    .nat(10)
    .map((index) => Object.fromEntries(Object.entries(body as object).filter((_, at) => at !== index)));
  return fc.oneof(changed, changed, added, removed, fc.constant([body]), values);
}

function bodyOf({ body: schema }: Operation, known: Known): fc.Arbitrary<Pick<Sent, 'body'>> {
  if (!schema)
    return fc.oneof(
      { weight: 20, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: bodies.map((body) => ({ body })) },
    );
  const good = fitting(schema, '', known);
  const hostile = good.chain(spoiled);
  return fc.oneof(
    { weight: 12, arbitrary: good.map((body) => ({ body: JSON.stringify(body) })) },
    { weight: 6, arbitrary: hostile.map((body) => ({ body: JSON.stringify(body) ?? '' })) },
    { weight: 1, arbitrary: bodies.map((body) => ({ body })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}

/** Name and value as a query has them, some of them twice. */
function queryOf(parameters: readonly Parameter[], known: Known): fc.Arbitrary<string> {
  const one = (name: string, schema: Schema): fc.Arbitrary<string> =>
    often(
      fitting(schema, name, known).map((value) => `${name}=${encodeURIComponent(String(value))}`),
      fc.oneof(
        wired.map((value) => `${name}=${value}`),
        fc.constantFrom(name, `${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`, `${name}.a=1`),
      ),
    );
  const sometimes = (some: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: some });
  const own = parameters.map(({ name, schema }) => sometimes(one(name, schema)));
  const unknown = fc.tuple(wired, wired).map(([name, value]) => `${name}=${value}`);
  return fc
    .tuple(...own, often(fc.constant(''), unknown))
    .map((given) => given.filter((each) => each !== '').join('&'));
}

interface Path {
  readonly path: string;
  /** Whether every parameter is one by what the router calls one. */
  readonly isAddressed: boolean;
  readonly accountId: string | undefined;
}

const PARAMETER_LENGTH_MAX = 200;

function pathOf({ path, parameters }: Operation, known: Known): fc.Arbitrary<Path> {
  const filled = parameters
    .filter(({ in: where }) => where === 'path')
    .map(({ name, schema }) =>
      often(
        fitting(schema, name, known).map((value) => encodeURIComponent(String(value))),
        wired,
      ).map((value) => ({ name, value })),
    );
  return fc.tuple(...filled).map((given) => ({
    path: given.reduce((sofar, { name, value }) => sofar.replace(`{${name}}`, () => value), path),
    isAddressed: given.every(({ value }) => isParameter(value)),
    accountId: given.find(({ name }) => name === 'accountId')?.value,
  }));
}

function isParameter(value: string): boolean {
  try {
    return value !== '' && !/[;?#]/.test(value) && decodeURIComponent(value).length <= PARAMETER_LENGTH_MAX / 2;
  } catch {
    return false;
  }
}

function headersOf(operation: Operation, known: Known): fc.Arbitrary<Sent['headers']> {
  const own = operation.parameters.filter(({ in: where }) => where === 'header');
  const good = fc
    .tuple(
      ...own.map(({ name, schema }) =>
        fc.tuple(fc.constant(name.toLowerCase()), fitting(schema, name, known), fc.nat(3)),
      ),
    )
    .map((given) =>
      Object.fromEntries(given.flatMap(([name, value, pick]) => (pick === 0 ? [[name, String(value)]] : []))),
    );
  return fc
    .tuple(good, often(fc.constant({}), headers), often(fc.constant('application/json'), contentTypes))
    .map(([given, hostile, type]) => ({ ...(operation.body && { 'content-type': type }), ...given, ...hostile }));
}

/** @param bearers how many there are to choose from */
export function requests(operations: readonly Operation[], known: Known, bearers: number): fc.Arbitrary<Drawn> {
  return fc.oneof(
    ...operations.map((operation) =>
      fc
        .record({
          path: pathOf(operation, known),
          query: queryOf(
            operation.parameters.filter(({ in: where }) => where === 'query'),
            known,
          ),
          headers: headersOf(operation, known),
          body: bodyOf(operation, known),
          method: fc.oneof(
            { weight: 40, arbitrary: fc.constant(operation.method) },
            { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
          ),
          bearer: fc.nat(bearers - 1),
        })
        .map(({ path: { path, isAddressed, accountId }, query, headers: given, body, method, bearer }): Drawn => ({
          sent: { method, path: query === '' ? path : `${path}?${query}`, headers: given!, ...body },
          operation: isAddressed && method === operation.method ? operation : undefined,
          accountId,
          bearer,
        })),
    ),
  );
}
