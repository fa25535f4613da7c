/** The OpenAPI document: as the code says, whole, valid, and with examples that the service really answered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ValidateFunction, Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Examples } from '../../apps/api/openapi/finishing.js';
import { PROBLEMS } from '../../apps/api/problems/codes.js';
import { type Document, documentAt } from '../support/api/operations.js';
import { type TestService, serveInMemory } from '../support/api/service.js';
import { documentWith, filesOf } from './document.js';
import { examplesOf } from './examples.js';

const ROOT = join(import.meta.dirname, '..', '..');
/** It has no types for this compiler: what it is made with needs an older one. */
const GENERATOR: string = '../../sdk/generate.mjs';
const MINUTE_MS = 60_000;
import.meta.jest.setTimeout(MINUTE_MS);

interface Sdk {
  /** @throws where the document is no valid OpenAPI */
  generated(document: object): Promise<Record<string, string>>;
}

interface Whole {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
    readonly examples: Readonly<Record<string, { readonly value: { readonly code: string; readonly status: number } }>>;
  };
}

let service: TestService;
let examples: Examples;
let whole: Whole;
let document: Document;
beforeAll(async () => {
  service = await serveInMemory();
  examples = await examplesOf();
  whole = (await documentWith(examples)) as Whole;
  document = await documentAt(service.url);
});
afterAll(() => service.close());

test('the committed document and the SDK are what the code says: where they are not, "npm run openapi" writes them', async () => {
  const sdk: Sdk = await import(GENERATOR);
  const expected = { ...filesOf(examples, whole), ...(await sdk.generated(whole)) };
  const drifted = Object.entries(expected).filter(([file, text]) => readFileSync(join(ROOT, file), 'utf8') !== text);
  expect({ drifted: drifted.map(([file]) => file), remedy: 'npm run openapi' }).toEqual({
    drifted: [],
    remedy: 'npm run openapi',
  });
});

test('the document is served as it is committed', async () => {
  const served = await (await fetch(`${service.url}/api-json`)).text();
  expect(served).toBe(JSON.stringify(JSON.parse(readFileSync(join(ROOT, 'apps', 'api', 'openapi.json'), 'utf8'))));
});

/** Throws for a schema that is none: what JSON Schema does not know, or a reference to nothing. */
function validator(): (schema: object) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  formats.default(ajv);
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'service', components: { schemas: whole.components.schemas } });
  const absolute = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"service#/components')) as object;
  return (schema) => ajv.compile(absolute(schema));
}

test('every operation is named, summed up, and shows what it answers; the example fits the schema', () => {
  const compile = validator();
  expect(document.operations.length).toBeGreaterThan(42);
  const names = document.operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const operation of document.operations) {
    expect(operation).toMatchObject({ summary: expect.any(String), security: [{ bearer: [] }] });
    const answer = operation.responses['200']?.content?.['application/json'];
    if (!answer) continue;
    const validate = compile(answer.schema);
    validate((answer as { example?: unknown }).example);
    expect([operation.operationId, validate.errors]).toEqual([operation.operationId, null]);
  }
});

test('every command shows a body that fits its schema, and Previewed a preview', () => {
  const compile = validator();
  for (const name of [
    ...document.operations.filter(({ body }) => body).map(({ operationId }) => operationId),
    'Previewed',
  ]) {
    const schema = whole.components.schemas[name]!;
    expect([name, schema.examples]).toEqual([name, [expect.any(Object)]]);
    const validate = compile(schema);
    validate(schema.examples![0]);
    expect([name, validate.errors]).toEqual([name, null]);
  }
});

test('every problem that an operation may answer has an example of its code and status', () => {
  const compile = validator();
  for (const { operationId, responses } of document.operations) {
    for (const [status, { content }] of Object.entries(responses)) {
      const problem = content?.['application/problem+json'] as Problem | undefined;
      if (!problem) continue;
      const codes = problem.schema.allOf[1].properties.code.enum;
      expect([operationId, Object.keys(problem.examples).toSorted()]).toEqual([operationId, codes]);
      const validate = compile(problem.schema);
      for (const code of codes) {
        const { value } = whole.components.examples[code]!;
        expect([value.code, String(value.status), validate(value)]).toEqual([code, status, true]);
      }
    }
  }
  // What is at no address is no operation's.
  expect(Object.keys(PROBLEMS).filter((code) => !(code in whole.components.examples))).toEqual(['not-found']);
});

interface Problem {
  readonly schema: {
    readonly allOf: readonly [object, { readonly properties: { readonly code: { enum: string[] } } }];
  };
  readonly examples: object;
}

test('the page of the document needs nothing from elsewhere', async () => {
  const page = await (await fetch(`${service.url}/api`)).text();
  const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    const response = await fetch(new URL(link, `${service.url}/api`));
    expect([link, response.status, response.url.startsWith(service.url)]).toEqual([link, 200, true]);
    await response.arrayBuffer();
  }
});
