/** DTOs: what a command's body holds over HTTP, checked by class-validator with the rules of the domain. */
import { type ValidationError, registerDecorator } from 'class-validator';
import type { z } from 'zod';
import { COMMANDS } from '#domain/commands.js';
import { parse, shape } from '#domain/input.js';
import { type FieldError, Refusal } from '#kernel/refusal.js';
import { type CommandRoute, parametersOf } from '../routes/route.js';
import { FIELDS } from './fields.js';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';

/** Lists and objects within each other: commands have four, and what looks at each level must not run out of stack. */
const BODY_DEPTH_MAX = 16;
/** Of one object: commands have thirteen, and the libraries that check them take the square of that in time. */
const BODY_FIELDS_MAX = 50;
/** In all: a command of 10,000 users is taken, and half a million empty lists keep nobody else waiting. */
const BODY_VALUES_MAX = 20_000;
export const wieldy = (valuesMax = BODY_VALUES_MAX): string =>
  `at most ${valuesMax} values in all, at most ${BODY_DEPTH_MAX} lists and objects within each other, and at most ${BODY_FIELDS_MAX} fields in one`;

/** Of every command, but in headers: `Idempotency-Key` and `If-Match`. */
const IN_HEADERS = new Set(['commandId', 'expectedRevision']);

export type Dto = new () => object;

/** The fields of a command that its path and the headers do not hold. */
function bodyFieldsOf({ command, path }: CommandRoute): Record<string, z.ZodType> {
  const elsewhere = new Set(parametersOf(path));
  const own = Object.entries(COMMANDS[command].shape).filter(
    ([field]) => !elsewhere.has(field) && !IN_HEADERS.has(field),
  );
  return Object.fromEntries(own);
}

/** A class for the validation pipe; rules over several fields are the domain's to check. */
export function dtoOf(route: CommandRoute): Dto {
  // oxlint-disable-next-line typescript/no-extraneous-class -- the pipe knows a shape by its class
  const dto = class {};
  Object.defineProperty(dto, 'name', { value: `${route.command}Dto` });
  for (const [field, schema] of Object.entries(bodyFieldsOf(route))) {
    registerDecorator({
      name: 'shape',
      target: dto,
      propertyName: field,
      validator: { validate: (value: unknown) => schema.safeParse(value).success },
    });
  }
  return dto;
}

/** Whether a body is one that the checks of its fields can be let loose on. */
export function isWieldy(body: unknown, valuesMax = BODY_VALUES_MAX): boolean {
  let values = 0;
  const fits = (value: unknown, depth: number): boolean => {
    values += 1;
    if (values > valuesMax) return false;
    if (typeof value !== 'object' || value === null) return true;
    const parts = Object.values(value);
    if (depth === 0 || (!Array.isArray(value) && parts.length > BODY_FIELDS_MAX)) return false;
    return parts.every((part) => fits(part, depth - 1));
  };
  return fits(body, BODY_DEPTH_MAX);
}

/** What the validation found, told as the domain tells it. */
export function refusalOf(route: CommandRoute): (errors: ValidationError[]) => Refusal {
  const fields = bodyFieldsOf(route);
  const told = (error: ValidationError): FieldError[] => {
    const schema = Object.hasOwn(fields, error.property) ? fields[error.property] : undefined;
    if (!schema) return [{ field: error.property, expected: 'no such field' }];
    try {
      parse(shape({ [error.property]: schema }), { [error.property]: error.value }, route.command);
      return [];
    } catch (refusal) {
      return [...(refusal as Refusal).errors];
    }
  };
  return (errors) => {
    const all = errors.flatMap(told);
    const message = all.map(({ field, expected }) => `${field}: expected ${expected}`).join('; ');
    return new Refusal('invalid-input', `${route.command}: ${message}`, all);
  };
}

export function bodySchemaOf(route: CommandRoute): JsonSchema {
  const schema = jsonSchemaOf(shape(bodyFieldsOf(route)), 'input');
  const properties = Object.entries(schema['properties'] as Record<string, JsonSchema>);
  return {
    ...schema,
    properties: Object.fromEntries(properties.map(([field, own]) => [field, describe(field, own)])),
    examples: [route.example],
  };
}

/** @throws Error where a field has no description: the document would not say what it means */
export function describe(field: string, schema: JsonSchema): JsonSchema {
  const known = FIELDS[field];
  if (!known) throw new Error(`${field} is described nowhere: say in apps/api/schemas/fields.ts what it means`);
  return { ...schema, description: known.description };
}
