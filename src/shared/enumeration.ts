/**
 * A closed set of names that both GraphQL and TypeScript understand: the value of each key is the
 * key itself, so that rows from the database have the type without mapping.
 */
export function enumeration<const Name extends string>(...names: Name[]): { [K in Name]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [K in Name]: K };
}

export type NameOf<E extends Record<string, string>> = E[keyof E];
