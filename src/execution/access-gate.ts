import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { AccessRefused } from '../auth/access-refused.js';
import { requireNoKey, requireNotHeld, requireReading } from '../auth/reading.js';
import { accessError } from '../request/access-error.js';
import type { Context } from '../request/context.js';
import { tellWhoAsks } from '../shared/who-asks.js';

/** What somebody may do whose password has to be changed first. */
const WITH_ANY_PASSWORD = new Set([
  'viewer',
  'accountPasswordChange',
  'accountPasswordRenew',
  'invitationAccept',
  'issuerSignInFinish',
  'issuerSignInStart',
  'sessionStart',
  'sessionRefresh',
  'sessionEnd',
  'sessionEndAll',
  'signInIssuers',
]);

/** What somebody may do who has to set up a second factor first. */
const WITHOUT_SECOND_FACTOR = new Set([
  ...WITH_ANY_PASSWORD,
  'secondFactorStart',
  'secondFactorConfirm',
]);

/** What a reader needs before they can sign in; it is no data. */
const BEFORE_SIGN_IN = 'signInIssuers';

/**
 * Refuses a whole operation before any part of it runs: a mutation with a key, a query without the
 * right to read, or almost everything of somebody who has to change their password or to set up a
 * second factor first. Other mutations check themselves who must be signed in. Queries for the schema only are answered to
 * everybody, because the schema is public, and so are those for the ways to sign in.
 * @throws GraphQLError
 */
export function requireAccess(
  context: Context,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void {
  const onlyFields = (which: (name: string) => boolean) => asksOnlyFor(document, operation, which);
  const whileHeld = context.viewer?.passwordChangeRequired
    ? WITH_ANY_PASSWORD
    : WITHOUT_SECOND_FACTOR;
  try {
    if (!onlyFields((name) => isOfSchema(name) || whileHeld.has(name))) requireNotHeld(context);
    if (operation.operation === OperationTypeNode.MUTATION) {
      requireNoKey(context);
      // It acts for whoever proves who they are by it, as by a password.
      if (!context.viewer) tellWhoAsks();
    } else if (!onlyFields((name) => isOfSchema(name) || name === BEFORE_SIGN_IN))
      requireReading(context, 'READ_PUBLIC');
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error;
    throw accessError(error, context.language);
  }
}

const isOfSchema = (name: string) => name.startsWith('__');

/**
 * Whether all fields that an operation asks for at its root are of some names. The document is
 * valid, so its fragments exist and form no circle.
 */
function asksOnlyFor(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  which: (name: string) => boolean,
): boolean {
  const only = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return which(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return only(selection.selectionSet);
      const fragment = document.definitions.find(
        (each) =>
          each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
      );
      return fragment?.kind === Kind.FRAGMENT_DEFINITION && only(fragment.selectionSet);
    });
  return only(operation.selectionSet);
}
