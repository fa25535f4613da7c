/** The generated part of the SDK, of an OpenAPI document: its types, and where each field of an operation goes. */
import openapiTS, { astToString } from 'openapi-typescript';

const NOTE = '/** Generated from apps/api/openapi.json by `npm run openapi`. */\n';

/**
 * The files' texts by their path in the checkout.
 * @throws Error where the document is no valid OpenAPI
 */
export async function generated(document) {
  // What has a default may be left out.
  const types = await openapiTS(JSON.stringify(document), { silent: true, defaultNonNullable: false });
  return {
    'sdk/schema.ts': `${NOTE}${astToString(types)}`,
    'sdk/operations.ts': `${NOTE}export const OPERATIONS = ${JSON.stringify(operationsOf(document), null, 2)} as const;\n`,
  };
}

function operationsOf({ paths }) {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [operation.operationId, operation, method, path]),
  );
  return Object.fromEntries(
    all.map(([operationId, operation, method, path]) => [
      operationId,
      {
        method,
        path,
        inPath: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        ...(isStream(operation) && { isStream: true }),
        // The list of the answer that comes in pages.
        ...(operation['x-pages'] && { pages: operation['x-pages'], pageSizeMax: pageSizeMaxOf(operation) }),
      },
    ]),
  );
}

/** What goes on for as long as one listens. */
function isStream({ responses }) {
  return responses['200'].content?.['text/event-stream'] !== undefined;
}

function pageSizeMaxOf({ parameters }) {
  return parameters.find(({ name }) => name === 'limit').schema.maximum;
}
