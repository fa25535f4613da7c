/** The JSON Schema (2020-12) of a shape that zod checks, as OpenAPI 3.1 takes it. */
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** @param io of what is given (defaults may be left out), or of what is answered */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...told } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // The shapes of input name the shape of a list's items themselves.
      const own = jsonSchema as { items?: unknown };
      if (own.items instanceof z.ZodType) own.items = jsonSchemaOf(own.items, io);
    },
  });
  return told;
}
