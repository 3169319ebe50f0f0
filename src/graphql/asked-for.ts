import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether a question asks for a field under the one that is being resolved, so that what nobody asked
 * for is not read. Fragments are followed whatever type they are on, and `@skip` and `@include` are not
 * looked at: at worst something is read that is not used.
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
