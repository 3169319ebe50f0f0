import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether a query selects a field under the one that is being resolved, so that unused data is not
 * read. Fragments are followed whatever their type, and `@skip` and `@include` are ignored: at
 * worst, something is read that is not used.
 * @param path field names, from the resolved field down.
 */
export function asksFor(info: GraphQLResolveInfo, ...path: string[]): boolean {
  return info.fieldNodes.some(({ selectionSet }) => selects(info, selectionSet, path));
}

function selects(
  info: GraphQLResolveInfo,
  set: SelectionSetNode | undefined,
  path: readonly string[],
): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value === name && selects(info, selection.selectionSet, rest);
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : info.fragments[selection.name.value]?.selectionSet;
    return selects(info, inside, path);
  });
}
