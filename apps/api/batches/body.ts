/** The body of a batch: parts, each with its instant, its reason and the commands that it is of. */
import { z } from 'zod';
import type { Part, PartCommand, Step } from '#application/together.js';
import { COMMANDS, type Command, isCatalogCommand, isProgramCommand, parseCommand } from '#domain/commands.js';
import { instant, listOf, name, oneOf, parse, shape } from '#domain/input.js';
import { APPEND_EVENTS_MAX } from '#event-log/port.js';
import { type FieldError, REFUSAL_CODES, Refusal, type RefusalCode, invalid } from '#kernel/refusal.js';
import { ERRORS_MAX } from '../problems/problem.js';
import { describe, isWieldy, wieldy } from '../schemas/bodies.js';
import { type JsonSchema, jsonSchemaOf } from '../schemas/json-schema.js';
import { BATCH_ROUTE } from './route.js';

/** A part that changes anything is at least one event of the one append. */
export const BATCH_PARTS_MAX = APPEND_EVENTS_MAX;
/** Of one part: a user is registered and given a seat by two. */
export const PART_COMMANDS_MAX = 20;
/** In all: as many parts as there may be, of two commands each with all their fields. */
export const BATCH_VALUES_MAX = 30 * BATCH_PARTS_MAX;

type PartName = PartCommand['name'];
type Fields = Readonly<Record<string, unknown>>;

/** What the address, the headers and the part say of each of its commands. */
const SAID = new Set(['accountId', 'effectiveAt', 'reason', 'commandId', 'expectedRevision']);
const APART: ReadonlySet<string> = new Set(['OpenAccount', 'IssueInvoice']);
const NAMES = Object.keys(COMMANDS).filter(isOfPart) as [PartName, ...PartName[]];

const isFields = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const fields = z.custom<Fields>(isFields, { error: "an object of the command's fields" });
const unless = oneOf(...(REFUSAL_CODES as readonly [RefusalCode, ...RefusalCode[]])).optional();
const step = shape({ do: oneOf(...NAMES), with: fields, unless });
const bodyOf = <T extends z.ZodType>(part: T) => shape({ parts: listOf(part, BATCH_PARTS_MAX, 1) });
const partOf = <T extends z.ZodType>(command: T) =>
  shape({ effectiveAt: instant.optional(), reason: name.optional(), commands: listOf(command, PART_COMMANDS_MAX, 1) });
const BODY = bodyOf(z.unknown());
const PART = partOf(step);

/** @throws Refusal `invalid-input` naming the fields that are wrong, though not those of ever more parts */
export function partsOf(accountId: string, body: unknown): readonly Part[] {
  if (!isFields(body)) throw invalid('body', 'an object');
  if (!isWieldy(body, BATCH_VALUES_MAX)) throw invalid('body', wieldy(BATCH_VALUES_MAX));
  const errors: FieldError[] = [];
  const parts: Part[] = [];
  for (const [index, given] of parse(BODY, body, BATCH_ROUTE.command).parts.entries()) {
    if (errors.length >= ERRORS_MAX) break;
    const part = within(`parts.${index}`, errors, () => parse(PART, given, BATCH_ROUTE.command));
    if (!part) continue;
    const { effectiveAt, reason, commands } = part;
    // The instant as it was given: the commands are parsed as any others are.
    const said = {
      accountId,
      ...(effectiveAt !== undefined && { effectiveAt: (given as Fields)['effectiveAt'] }),
      ...(reason !== undefined && { reason }),
    };
    const steps = commands.flatMap((command, at) =>
      stepOf(command, said, `parts.${index}.commands.${at}.with`, errors),
    );
    parts.push({ effectiveAt, reason, steps });
  }
  if (errors.length === 0) return parts;
  const told = errors.map(({ field, expected }) => `${field}: expected ${expected}`).join('; ');
  throw new Refusal('invalid-input', `${BATCH_ROUTE.command}: ${told}`, errors);
}

function stepOf(
  { do: command, with: own, unless: code }: z.output<typeof step>,
  said: Fields,
  place: string,
  errors: FieldError[],
): Step[] {
  const twice = Object.keys(own).filter((field) => SAID.has(field));
  errors.push(
    ...twice.map((field) => ({ field: `${place}.${field}`, expected: 'no such field: it is said once, of the part' })),
  );
  const parsed = within(place, errors, () => parseCommand(command, { ...own, ...said }) as PartCommand);
  return parsed ? [{ command: parsed, ...(code !== undefined && { unless: code }) }] : [];
}

/** Undefined where there are errors, which are kept. */
function within<T>(place: string, errors: FieldError[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const placed = error.errors.map(({ field, expected }) => ({
      field: field === 'body' ? place : `${place}.${field}`,
      expected,
    }));
    errors.push(...placed);
    return undefined;
  }
}

function isOfPart(command: string): boolean {
  const known = { name: command } as Command;
  return !APART.has(command) && !isCatalogCommand(known) && !isProgramCommand(known);
}

/** For the document, where each command shows the fields that it takes. */
export function batchSchema(): JsonSchema {
  const variants = NAMES.map((command) => {
    const own = Object.entries(COMMANDS[command].shape).filter(([field]) => !SAID.has(field));
    return shape({ do: z.enum([command]), with: shape(Object.fromEntries(own)), unless });
  });
  const schema = jsonSchemaOf(bodyOf(partOf(z.union(variants))), 'input');
  return { ...(described(schema) as JsonSchema), examples: [BATCH_ROUTE.example] };
}

/** Each field says what it means, as in the schemas of the commands themselves. */
function described(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(described);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { properties, ...rest } = schema as { readonly properties?: Readonly<Record<string, JsonSchema>> };
  const told = Object.fromEntries(Object.entries(rest).map(([word, own]) => [word, described(own)]));
  if (!properties) return told;
  const fieldsTold = Object.entries(properties).map(([field, own]) => [
    field,
    describe(field, described(own) as JsonSchema),
  ]);
  return { ...told, properties: Object.fromEntries(fieldsTold) as JsonSchema };
}
