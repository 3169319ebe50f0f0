import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** Thrown for what is left to graphql itself: every error, and what is not planned. */
export class NotPlanned extends Error {}

/** What a query's answer is made of. */
export interface QueryPlan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  fields: readonly PlannedField[];
  /** How many fields there are, on all levels. */
  size: number;
}

export interface PlannedField {
  /** The name in the answer. */
  key: string;
  name: string;
  /** Tells the fields of a plan apart, from 0. */
  index: number;
  field: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  complete: Complete;
}

/** Makes of a value what the answer says; what has to be waited for is filled in later. */
export type Complete = (value: unknown, run: Completion) => unknown;

/** What makes answers by a plan. */
export interface Completion {
  object(value: unknown, fields: readonly PlannedField[]): unknown;
  list(value: unknown, complete: Complete): unknown;
}

/**
 * Finds out once what graphql finds out for every object anew: the fields that it is asked for, and what
 * becomes of their values. graphql itself collects the fields, so that fragments and directives mean the
 * same.
 * @param variables of which those of `@skip` and `@include` matter.
 * @throws NotPlanned for introspection, interfaces and unions, and a name that no plain object can have.
 */
export function planQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): QueryPlan {
  const fragments: QueryPlan['fragments'] = {};
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  let size = 0;

  const planFields = (
    parent: GraphQLObjectType,
    selected: ReadonlyMap<string, readonly FieldNode[]>,
  ): PlannedField[] =>
    [...selected].map(([key, nodes]) => {
      const name = nodes[0]!.name.value;
      const field = name === '__typename' ? TypeNameMetaFieldDef : parent.getFields()[name];
      if (!field || key === '__proto__') throw new NotPlanned();
      const index = size++;
      return { key, name, index, field, nodes, parent, complete: planValue(field.type, nodes) };
    });

  const planValue = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete => {
    if (isNonNullType(type)) {
      const complete = planPresent(type.ofType, nodes);
      return (value, run) => {
        if (value == null || value instanceof Error) throw new NotPlanned();
        return complete(value, run);
      };
    }
    const complete = planPresent(type, nodes);
    return (value, run) => {
      if (value == null) return null;
      if (value instanceof Error) throw new NotPlanned();
      return complete(value, run);
    };
  };

  const planPresent = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete => {
    if (isLeafType(type))
      return (value) => {
        const said: unknown = type.serialize(value);
        if (said == null) throw new NotPlanned();
        return said;
      };
    if (isListType(type)) {
      const complete = planValue(type.ofType, nodes);
      return (value, run) => run.list(value, complete);
    }
    if (!isObjectType(type) || type.isTypeOf) throw new NotPlanned();
    const fields = planFields(type, collectSubfields(schema, fragments, variables, type, nodes));
    return (value, run) => run.object(value, fields);
  };

  const root = schema.getQueryType()!;
  const selected = collectFields(schema, fragments, variables, root, operation.selectionSet);
  const fields = planFields(root, selected);
  return { schema, operation, fragments, fields, size };
}
