/** Whether a reply is one that the document lets an operation give, and tells what is wrong with it where it is not. */
import { type ValidateFunction, Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Document, Operation, Schema } from './operations.js';
import { type Reply, jsonOf } from './sending.js';

const PROBLEM = 'application/problem+json';

/** @returns what is wrong; undefined where nothing is */
export type Judge = (reply: Reply, operation: Operation | undefined, method: string) => string | undefined;

export function judgeOf({ schemas }: Document): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'service', components: { schemas } });
  const compiled = new Map<Schema, ValidateFunction>();
  const validating = (schema: Schema): ValidateFunction => {
    const known = compiled.get(schema) ?? ajv.compile(absolute(schema));
    compiled.set(schema, known);
    return known;
  };
  const problem = { $ref: '#/components/schemas/Problem' };

  function complaint(reply: Reply, operation: Operation | undefined): string | undefined {
    const [type] = String(reply.headers['content-type']).split(';') as [string];
    if (reply.status >= 400 && type !== PROBLEM) return `is ${type}, no problem`;
    const declared = operation?.responses[reply.status]?.content;
    if (operation && !declared) return `has a status that ${operation.operationId} does not document`;
    if (operation && !declared?.[type]) return `is ${type}, which ${operation.operationId} does not document`;
    if (!operation && reply.status < 400) return undefined;
    if (type === 'text/event-stream' || !type.endsWith('json')) return undefined;
    const validate = validating(declared?.[type]?.schema ?? problem);
    if (!validate(jsonOf(reply))) return `breaks its schema: ${ajv.errorsText(validate.errors)}`;
    return type === PROBLEM ? contradiction(reply) : undefined;
  }

  return (reply, operation, method) => {
    if (reply.status >= 500 || reply.status < 200) return 'is a defect';
    if (method === 'HEAD') return reply.text === '' ? undefined : 'has a body, though HEAD asked';
    return complaint(reply, operation);
  };
}

/** Between a problem and what the response says around it. */
function contradiction(reply: Reply): string | undefined {
  const { status, type, code, requestId } = jsonOf(reply);
  if (status !== reply.status) return `tells the status ${String(status)}`;
  if (type !== `/problems/${String(code)}`) return 'has a type that is not of its code';
  return requestId === reply.headers['x-request-id'] ? undefined : 'tells another request id than its header';
}

function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"service#/components')) as Schema;
}
