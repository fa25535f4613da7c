/** The operations of a running service as its OpenAPI document tells them, and addresses and bodies that fit them. */
import { PROGRAM, usersOf } from './tenants.js';

export interface Schema {
  readonly [word: string]: unknown;
}

interface Content {
  readonly schema: Schema;
}

interface Response {
  readonly content?: Readonly<Record<string, Content>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By status, what may be answered. */
  readonly responses: Readonly<Record<string, Response>>;
  /** Of a command's body; an example is among its `examples`. */
  readonly body: Schema | undefined;
}

export interface Document {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly operations: readonly Operation[];
}

interface Reference {
  readonly $ref: string;
}

interface Told extends Pick<Operation, 'operationId'> {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly responses: Readonly<Record<string, Response | Reference>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
}

export async function documentAt(url: string): Promise<Document> {
  const document = (await (await fetch(`${url}/api-json`)).json()) as {
    readonly components: {
      readonly schemas: Readonly<Record<string, Schema>>;
      readonly responses: Readonly<Record<string, Response>>;
      readonly parameters: Readonly<Record<string, Parameter>>;
    };
    readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>;
  };
  const { components } = document;
  const { schemas } = components;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]): Operation => {
      const schema = told.requestBody?.content['application/json']?.schema;
      const named = typeof schema?.['$ref'] === 'string' ? nameIn(schema['$ref']) : undefined;
      const body = named === undefined ? schema : (schemas[named] ?? schema);
      const responses = Object.fromEntries(
        Object.entries(told.responses).map(([status, response]) => [status, resolved(response, components.responses)]),
      );
      const parameters = (told.parameters ?? []).map((parameter) => resolved(parameter, components.parameters));
      return { ...told, method: method.toUpperCase(), path, parameters, responses, body };
    }),
  );
  return { schemas, operations };
}

/** What several operations share is a component, which they refer to. */
function resolved<T extends object>(told: T | Reference, components: Readonly<Record<string, T>>): T {
  return '$ref' in told ? components[nameIn(told.$ref)]! : told;
}

const nameIn = (reference: string): string => reference.split('/').at(-1)!;

/** An address of an account's, or of what all accounts share. */
export function addressOf(path: string, accountId: string): string {
  const values: Readonly<Record<string, string>> = {
    accountId,
    userId: usersOf(accountId)[0],
    month: '2026-02',
    period: '2026-01',
    programId: PROGRAM,
  };
  return path.replaceAll(/\{(\w+)\}|:(\w+)/g, (_, braced: string, colon: string) => values[braced ?? colon] ?? 'desk');
}

export function exampleOf({ body }: Operation): object {
  const [example] = (body?.['examples'] ?? []) as readonly object[];
  return example ?? {};
}
