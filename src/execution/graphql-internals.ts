import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
// The one import of what graphql does not promise to keep; lint refuses it everywhere else.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** Where fields are selected: what graphql needs to know to find them. */
export interface Selecting {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  /** Of which those of `@skip` and `@include` matter. */
  variables: Record<string, unknown>;
}

/** A field of the answer: its name there, and all places that select it; the first has its arguments. */
export interface SelectedField {
  key: string;
  first: FieldNode;
  nodes: readonly FieldNode[];
}

/** The fields that an operation selects of its root, as graphql finds them. */
export function fieldsOf(
  { schema, fragments, variables }: Selecting,
  root: GraphQLObjectType,
  selections: SelectionSetNode,
): SelectedField[] {
  return selected(collectFields(schema, fragments, variables, root, selections));
}

/** The fields that are selected of an object, as graphql finds them. */
export function fieldsUnder(
  { schema, fragments, variables }: Selecting,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): SelectedField[] {
  return selected(collectSubfields(schema, fragments, variables, type, nodes));
}

function selected(found: ReadonlyMap<string, readonly FieldNode[]>): SelectedField[] {
  return [...found].flatMap(([key, nodes]) => {
    const [first] = nodes;
    return first ? [{ key, first, nodes }] : [];
  });
}
