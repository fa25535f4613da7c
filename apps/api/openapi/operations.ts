/** What the OpenAPI document says of each route: parameters, body, what it answers, and every problem that it may answer instead. */
import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiExtension,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { RefusalCode } from '#kernel/refusal.js';
import { ANSWERS, takesAt } from '#projections/answers.js';
import { id } from '#domain/input.js';
import { LIMIT_SCHEMA } from '../asking/pages.js';
import { BOUNDS, filtersOf } from '../asking/question.js';
import { PROBLEMS, type ProblemCode } from '../problems/codes.js';
import { type AnswerRoute, type CommandRoute, parametersOf } from '../routes/route.js';
import { describe } from '../schemas/bodies.js';
import { FIELDS } from '../schemas/fields.js';
import { type JsonSchema, jsonSchemaOf } from '../schemas/json-schema.js';

const OF_COMMANDS: readonly ProblemCode[] = [
  'invalid-input',
  'command-id-reused',
  'too-many-events',
  'body-too-large',
  'append-too-large',
  'unsupported-media-type',
  'outcome-unknown',
];
const OF_ANSWERS: readonly RefusalCode[] = ['invalid-input', 'known-in-future', 'position-not-reached'];
export const OF_ALL: readonly ProblemCode[] = ['unauthenticated', 'forbidden', 'rate-limited', 'unavailable', 'defect'];

/** What the document says of a command. */
export interface DocumentedCommand extends Pick<CommandRoute, 'path' | 'policy' | 'summary'> {
  readonly command: string;
  /** Beside the grant that it needs. */
  readonly description?: string;
  readonly refusals: readonly ProblemCode[];
}

export function documentCommand(route: DocumentedCommand): MethodDecorator[] {
  const isOfAccount = route.policy.kind !== 'global';
  const description = [grantOf(route), ...(route.description === undefined ? [] : [route.description])].join(' ');
  return [
    ApiOperation({ operationId: route.command, summary: route.summary, description }),
    ApiTags(tagOf(route.path)),
    ApiBearerAuth(),
    ...parametersOf(route.path).map((name) => ApiParam({ name, ...parameter(name, jsonSchemaOf(id, 'input')) })),
    ApiQuery({
      name: 'preview',
      required: false,
      description: 'Checks and answers what the command would do, and records nothing.',
      schema: { type: 'boolean' },
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: "The command's id: sent again, it answers what it answered, and is recorded once.",
      schema: plain(jsonSchemaOf(id, 'input')),
    }),
    ...(isOfAccount
      ? [
          ApiHeader({
            name: 'If-Match',
            required: false,
            description: 'The ETag that the last command on the account answered, or its revision in quotes.',
            schema: { type: 'string', pattern: '^"(0|[1-9][0-9]{0,15})"$' },
          }),
        ]
      : []),
    ApiBody({ schema: plain(reference(route.command)), required: true }),
    ApiResponse({
      status: 200,
      description: 'Recorded (durably), or what the preview says.',
      ...(isOfAccount && {
        headers: { ETag: { description: "The account's revision, for If-Match.", schema: { type: 'string' } } },
      }),
      content: json({ anyOf: [reference('Recorded'), reference('Previewed')] }),
    }),
    problems([...OF_COMMANDS, ...route.refusals, ...hiddenBy(route), ...OF_ALL]),
  ];
}

export function documentAnswer(route: AnswerRoute): MethodDecorator[] {
  const { answer } = route;
  const shape = ANSWERS[answer].of.shape as Record<string, Parameters<typeof jsonSchemaOf>[0]>;
  const schemaOf = (field: string): JsonSchema => jsonSchemaOf(shape[field]!, 'input');
  const bounds = BOUNDS.filter((bound) => bound !== 'at' || takesAt(answer));
  return [
    ApiOperation({ operationId: answer, summary: route.summary, description: grantOf(route) }),
    ApiTags(tagOf(route.path)),
    ApiBearerAuth(),
    ...parametersOf(route.path).map((name) => ApiParam({ name, ...parameter(name, schemaOf(name)) })),
    ...[...filtersOf(route), ...bounds].map((name) =>
      ApiQuery({ name, required: false, ...parameter(name, schemaOf(name)) }),
    ),
    ...(route.pages === undefined ? [] : [ApiExtension('x-pages', route.pages), ...paging()]),
    ApiResponse({
      status: 200,
      description: 'The answer, with its bounds.',
      content: json(reference(answered(answer))),
    }),
    problems([...OF_ANSWERS, ...route.refusals, ...hiddenBy(route), ...OF_ALL]),
  ];
}

/** The name of an answer's schema: `Allocation`. */
export function answered(answer: string): string {
  return `${answer[0]!.toUpperCase()}${answer.slice(1)}`;
}

function paging(): MethodDecorator[] {
  return [
    ApiQuery({
      name: 'limit',
      required: false,
      description: 'Items a page.',
      schema: plain(jsonSchemaOf(LIMIT_SCHEMA, 'input')),
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      description: 'As the page before gave it in next; it holds the bounds, so it is sent without them.',
      schema: { type: 'string' },
    }),
  ];
}

/** One response a status, which names the codes that it may have. */
export function problems(codes: readonly ProblemCode[]): MethodDecorator {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status);
  const responses = [...byStatus].map(([status, ofStatus]) =>
    ApiResponse({
      status,
      description: ofStatus.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('\n\n'),
      content: {
        'application/problem+json': {
          schema: plain({
            allOf: [
              reference('Problem'),
              { type: 'object', properties: { code: { type: 'string', enum: ofStatus.toSorted() } } },
            ],
          }),
        },
      },
    }),
  );
  return applyDecorators(...responses);
}

export function parameter(name: string, schema: JsonSchema): { description: string; schema: never; example: unknown } {
  const { description: _, ...told } = describe(name, schema);
  return { description: FIELDS[name]!.description, schema: plain(told), example: FIELDS[name]!.example };
}

export function grantOf({ policy }: Pick<CommandRoute, 'policy'>): string {
  switch (policy.kind) {
    case 'open':
      return 'Needs no token.';
    case 'any':
      return 'Needs a token with any grant.';
    case 'account':
      return `Needs ${policy.anyOf.map((grant) => `\`${grant}\``).join(' or ')} on the account.`;
    case 'global':
      return `Needs ${policy.anyOf.map((grant) => `\`${grant}\``).join(' or ')} on every account (\`*\`).`;
    default:
      return policy satisfies never;
  }
}

/** Another tenant's account is not there, also for an answer that a missing one would not refuse. */
function hiddenBy({ policy }: Pick<CommandRoute, 'policy'>): readonly ProblemCode[] {
  return policy.kind === 'account' ? ['account-not-found'] : [];
}

/** The part of the house that a route is of. */
function tagOf(path: string): string {
  const rest = path.replace('/v1/accounts/{accountId}/', '');
  if (rest !== path) return rest.startsWith('products/') ? 'licences and seats' : rest.split('/')[0]!;
  return path.split('/')[2]!;
}

export function reference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

export function json(schema: JsonSchema): { 'application/json': { schema: never } } {
  return { 'application/json': { schema: plain(schema) } };
}

/** The library's types are of OpenAPI 3.0, which knows less of JSON Schema than 3.1. */
function plain(schema: JsonSchema): never {
  return schema as never;
}
