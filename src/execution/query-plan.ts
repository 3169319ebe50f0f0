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

/** Thrown for everything that graphql itself answers: every error, and queries without a plan. */
export class NotPlanned extends Error {}

export interface QueryPlan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  fields: readonly PlannedField[];
  size: number;
}

export interface PlannedField {
  key: string;
  name: string;
  /** The number of the field in the plan, from 0. */
  index: number;
  field: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  complete: Complete;
}

/** Turns a value into its part of the answer; what has to be waited for is filled in later. */
export type Complete = (value: unknown, run: Completion) => unknown;

export interface Completion {
  object(value: unknown, fields: readonly PlannedField[]): unknown;
  list(value: unknown, complete: Complete): unknown;
}

/**
 * Finds once what graphql finds again for every object: its fields and how their values are
 * completed. graphql itself collects the fields, so that fragments and directives keep their
 * meaning.
 * @param variables of which those of `@skip` and `@include` matter.
 * @throws NotPlanned for introspection, interfaces, unions, and a name that a plain object cannot
 * have.
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
