import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { AccessRefused } from '../auth/access-refused.js';
import { requireNoKey, requireReading } from '../auth/reading.js';
import { accessError } from '../request/access-error.js';
import type { Context } from '../request/context.js';

/**
 * Refuses a whole operation before any part of it runs: a mutation with a key, or a query without
 * the right to read. Other mutations check themselves who must be signed in. Queries for the schema
 * only are answered to everybody, because the schema is public.
 * @throws GraphQLError
 */
export function requireAccess(
  context: Context,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void {
  try {
    if (operation.operation === OperationTypeNode.MUTATION) requireNoKey(context);
    else if (!asksOnlyForSchema(document, operation)) requireReading(context, 'READ_PUBLIC');
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error;
    throw accessError(error, context.language);
  }
}

/** The document is valid, so its fragments exist and form no circle. */
function asksOnlyForSchema(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const only = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
      if (selection.kind === Kind.INLINE_FRAGMENT) return only(selection.selectionSet);
      const fragment = document.definitions.find(
        (each) =>
          each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
      );
      return fragment?.kind === Kind.FRAGMENT_DEFINITION && only(fragment.selectionSet);
    });
  return only(operation.selectionSet);
}
