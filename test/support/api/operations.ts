/** The operations of a running service as its OpenAPI document tells them, and addresses and bodies that fit them. */
import { PROGRAM, usersOf } from './tenants.js';

export interface Schema {
  readonly [word: string]: unknown;
}

interface Content {
  readonly schema: Schema;
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
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
  /** Of a command's body; an example is among its `examples`. */
  readonly body: Schema | undefined;
}

export interface Document {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly operations: readonly Operation[];
}

interface Told extends Omit<Operation, 'method' | 'path' | 'body' | 'parameters'> {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
}

export async function documentAt(url: string): Promise<Document> {
  const document = (await (await fetch(`${url}/api-json`)).json()) as {
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
    readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>;
  };
  const { schemas } = document.components;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]): Operation => {
      const schema = told.requestBody?.content['application/json']?.schema;
      const named = /[^/]+$/.exec(String(schema?.['$ref']))?.[0];
      const body = named === undefined ? schema : (schemas[named] ?? schema);
      return { ...told, method: method.toUpperCase(), path, parameters: told.parameters ?? [], body };
    }),
  );
  return { schemas, operations };
}

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
