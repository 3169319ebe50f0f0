import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { NotPlannedError } from './fall-backs.js';
import { fieldsOf, fieldsUnder, type SelectedField, type Selecting } from './graphql-internals.js';

export interface QueryPlan extends Selecting {
  operation: OperationDefinitionNode;
  fields: readonly PlannedField[];
  size: number;
}

export interface PlannedField extends SelectedField {
  name: string;
  /** The number of the field in the plan, from 0. */
  index: number;
  field: GraphQLField<unknown, unknown>;
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
 * @throws NotPlannedError for introspection, interfaces, unions, and a name that a plain object
 * cannot have.
 */
export function planQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): QueryPlan {
  const selecting: Selecting = { schema, fragments: {}, variables };
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      selecting.fragments[definition.name.value] = definition;
  let size = 0;

  const planFields = (
    parent: GraphQLObjectType,
    selected: readonly SelectedField[],
  ): PlannedField[] =>
    selected.map((each) => {
      const { field, name } = fieldOf(parent, each);
      const index = size++;
      return { ...each, name, index, field, parent, complete: planValue(field.type, each.nodes) };
    });

  const planValue = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete => {
    if (isNonNullType(type)) {
      const complete = planPresent(type.ofType, nodes);
      return (value, run) => {
        if (value == null || value instanceof Error) throw new NotPlannedError('an error');
        return complete(value, run);
      };
    }
    const complete = planPresent(type, nodes);
    return (value, run) => {
      if (value == null) return null;
      if (value instanceof Error) throw new NotPlannedError('an error');
      return complete(value, run);
    };
  };

  const planPresent = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete => {
    if (isLeafType(type))
      return (value) => {
        const said: unknown = type.serialize(value);
        if (said == null) throw new NotPlannedError('an error');
        return said;
      };
    if (isListType(type)) {
      const complete = planValue(type.ofType, nodes);
      return (value, run) => run.list(value, complete);
    }
    if (!isObjectType(type) || type.isTypeOf) throw new NotPlannedError('an interface or a union');
    const fields = planFields(type, fieldsUnder(selecting, type, nodes));
    return (value, run) => run.object(value, fields);
  };

  const root = schema.getQueryType();
  if (!root) throw new NotPlannedError('introspection');
  const fields = planFields(root, fieldsOf(selecting, root, operation.selectionSet));
  return { ...selecting, operation, fields, size };
}

function fieldOf(parent: GraphQLObjectType, { key, first }: SelectedField) {
  if (key === '__proto__') throw new NotPlannedError('a name that a plain object cannot have');
  const name = first.name.value;
  const field = name === '__typename' ? TypeNameMetaFieldDef : parent.getFields()[name];
  if (!field) throw new NotPlannedError('introspection');
  return { name, field };
}
