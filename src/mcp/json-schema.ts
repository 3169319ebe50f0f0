import type { JSONValue } from '@modelcontextprotocol/server';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

/** A part of a JSON Schema. */
export interface JsonSchema {
  [keyword: string]: JSONValue;
}

/** The scalars of which JSON Schema has a form; others are texts. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Boolean: { type: 'boolean' },
  Float: { type: 'number' },
  Int: { type: 'integer' },
  LocalDate: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
};

/** The JSON Schema of what an argument of the graph takes. */
export function jsonSchemaOf(type: GraphQLInputType): JsonSchema {
  if (isNonNullType(type)) return jsonSchemaOf(type.ofType);
  if (isListType(type)) return { type: 'array', items: jsonSchemaOf(type.ofType) };
  const named = getNamedType(type);
  const told: JsonSchema = named.description ? { description: named.description } : {};
  if (isEnumType(named)) {
    const values = named.getValues();
    const meanings = values.map(({ name, description }) => `${name}: ${description ?? ''}`);
    return {
      type: 'string',
      enum: values.map(({ name }) => name),
      description: [named.description ?? [], meanings].flat().join('\n'),
    };
  }
  if (!isInputObjectType(named)) return { ...(SCALARS[named.name] ?? { type: 'string' }), ...told };
  const fields = Object.values(named.getFields());
  return {
    ...told,
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [field.name, described(jsonSchemaOf(field.type), field.description)]),
    ),
    required: fields
      .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
      .map(({ name }) => name),
    additionalProperties: false,
  };
}

/** A schema with what is said of the place before what is said of its type. */
export function described(schema: JsonSchema, of: string | null | undefined): JsonSchema {
  if (!of) return schema;
  const { description } = schema;
  return { ...schema, description: typeof description === 'string' ? `${of}\n${description}` : of };
}
