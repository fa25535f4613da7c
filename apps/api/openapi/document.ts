/** The OpenAPI document of the service: what the routes say of themselves, and the schemas that they name. */
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { REFUSAL_CODES } from '#kernel/refusal.js';
import { takesAt } from '#projections/answers.js';
import { batchSchema } from '../batches/body.js';
import { BATCH_ROUTE } from '../batches/route.js';
import { PROBLEMS } from '../problems/codes.js';
import { ANSWER_ROUTES } from '../routes/answers.js';
import { COMMAND_ROUTES } from '../routes/commands.js';
import { BEARER, EVENTS, PREVIEWED, RECORDED, answeredShape } from '../schemas/answers.js';
import { bodySchemaOf } from '../schemas/bodies.js';
import { type JsonSchema, jsonSchemaOf } from '../schemas/json-schema.js';
import { EXAMPLES } from './examples.js';
import { type Document, type Examples, finish } from './finishing.js';
import { answered } from './operations.js';

export const API_VERSION = '1';

export function documentOf(app: INestApplication, examples: Examples = EXAMPLES): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('Seatledger')
    .setDescription(
      'Who held which seat when, how many were too many, what that cost and why: at any instant, as known at any instant. Every answer tells the bounds it was read in; asked with them again, it is the same to the byte.',
    )
    .setVersion(API_VERSION)
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, frame);
  const whole = { ...document, components: { ...document.components, schemas: schemas() } };
  // Made of plain objects: the library shares what its decorators were given among operations.
  return finish(JSON.parse(JSON.stringify(whole)) as OpenAPIObject & Document, examples);
}

function schemas(): Record<string, JsonSchema> {
  return {
    ...Object.fromEntries(COMMAND_ROUTES.map((route) => [route.command, bodySchemaOf(route)])),
    [BATCH_ROUTE.command]: batchSchema(),
    Recorded: jsonSchemaOf(RECORDED, 'output'),
    Previewed: jsonSchemaOf(PREVIEWED, 'output'),
    ...Object.fromEntries(
      ANSWER_ROUTES.map(({ answer, pages }) => [
        answered(answer),
        jsonSchemaOf(answeredShape(answer, { takesAt: takesAt(answer), isPaged: pages !== undefined }), 'output'),
      ]),
    ),
    Events: jsonSchemaOf(EVENTS, 'output'),
    Bearer: jsonSchemaOf(BEARER, 'output'),
    Problem: PROBLEM,
  };
}

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'The page that says what the code means.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is the matter this time.' },
    code: { type: 'string', enum: Object.keys(PROBLEMS).toSorted() },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, expected: { type: 'string' } },
        required: ['field', 'expected'],
        additionalProperties: false,
      },
    },
    parts: {
      type: 'array',
      description: 'Every part of a batch that is refused (`parts-refused`).',
      items: {
        type: 'object',
        properties: {
          index: { type: 'integer', minimum: 0, description: 'Among the parts as they were sent, from 0.' },
          code: { type: 'string', enum: REFUSAL_CODES.toSorted() },
          detail: { type: 'string' },
        },
        required: ['index', 'code', 'detail'],
        additionalProperties: false,
      },
    },
    requestId: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'errors', 'requestId'],
  additionalProperties: false,
};
