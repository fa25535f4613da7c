/** The last hand to the OpenAPI document: the examples, the headers that every request may have and every response has, and what many operations share said once. */
import { PROBLEMS, type ProblemCode } from '../problems/codes.js';

/** What the service answered when the examples were made (`npm run openapi`). */
export interface Examples {
  /** To commands and questions, by operation. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly preview: unknown;
  /** By code. */
  readonly problems: Readonly<Record<string, unknown>>;
}

type Json = Record<string, unknown>;

interface Media {
  readonly schema?: { readonly allOf?: readonly { readonly properties?: { readonly code?: { enum?: string[] } } }[] };
  example?: unknown;
  examples?: Json;
}

interface Response {
  headers?: Json;
  readonly content?: Readonly<Record<string, Media>>;
}

interface Operation {
  readonly operationId: string;
  parameters?: Json[];
  responses: Record<string, Response | { $ref: string }>;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Json & { schemas: Record<string, Json> };
}

const PROBLEM_TYPE = 'application/problem+json';
/** A name of more codes than that would say nothing. */
const CODES_IN_NAME_MAX = 2;

const HEADERS: Json = {
  'X-Request-Id': { description: 'By which the logs know the request.', schema: { type: 'string' } },
  'WWW-Authenticate': { description: 'What token is asked for (RFC 6750).', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds to wait, where that is known.', schema: { type: 'integer', minimum: 0 } },
};
/** Beside the one that every response has. */
const HEADERS_OF: Readonly<Record<string, string>> = {
  '401': 'WWW-Authenticate',
  '403': 'WWW-Authenticate',
  '429': 'Retry-After',
  '503': 'Retry-After',
};
const PARAMETERS: Json = {
  'X-Correlation-Id': {
    name: 'X-Correlation-Id',
    in: 'header',
    required: false,
    description: 'What the request belongs to: logs have it, and the events of a command.',
    schema: { type: 'string', pattern: '^[\\w.:/+=-]{1,128}$' },
  },
};

/** Changes the document, which is nobody's yet. */
export function finish<T extends Document>(document: T, { answers, preview, problems }: Examples): T {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  for (const operation of operations) {
    operation.parameters = [...(operation.parameters ?? []), reference('parameters', 'X-Correlation-Id')];
    const responses = Object.entries(operation.responses) as [string, Response][];
    for (const [status, response] of responses) complete(status, response, problems);
    const answered = responses.find(([status]) => status === '200')?.[1].content?.['application/json'];
    if (answered && operation.operationId in answers) answered.example = answers[operation.operationId];
  }
  const { Previewed: previewed = {} } = document.components.schemas;
  if (preview !== undefined) previewed['examples'] = [preview];
  document.components = {
    ...document.components,
    parameters: PARAMETERS,
    headers: HEADERS,
    responses: shared(operations),
    examples: Object.fromEntries(
      Object.entries(problems).map(([code, value]) => [code, { summary: PROBLEMS[code as ProblemCode].title, value }]),
    ),
  };
  return document;
}

function complete(status: string, response: Response, problems: Examples['problems']): void {
  const headers = ['X-Request-Id', ...(HEADERS_OF[status] === undefined ? [] : [HEADERS_OF[status]])];
  const named = Object.fromEntries(headers.map((name) => [name, reference('headers', name)]));
  response.headers = { ...response.headers, ...named };
  const problem = response.content?.[PROBLEM_TYPE];
  if (!problem) return;
  const shown = codesOf(response).filter((code) => code in problems);
  problem.examples = Object.fromEntries(shown.map((code) => [code, reference('examples', code)]));
}

/** What several operations may answer alike becomes a component. */
function shared(operations: readonly Operation[]): Json {
  const components: Json = {};
  for (const { responses } of operations) {
    for (const [status, response] of Object.entries(responses) as [string, Response][]) {
      const name = codesOf(response).map(capitalized).join('Or');
      if (name === '' || codesOf(response).length > CODES_IN_NAME_MAX) continue;
      components[name] ??= response;
      responses[status] = reference('responses', name);
    }
  }
  return components;
}

function codesOf({ content }: Response): string[] {
  return content?.[PROBLEM_TYPE]?.schema?.allOf?.flatMap(({ properties }) => properties?.code?.enum ?? []) ?? [];
}

/** `InvalidInput`. */
function capitalized(code: string): string {
  return code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function reference(kind: string, name: string): { $ref: string } {
  return { $ref: `#/components/${kind}/${name}` };
}
