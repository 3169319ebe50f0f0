/**
 * A closed set of names that both GraphQL and TypeScript understand: the value of each key is the
 * key itself, so that rows from the database have the type without mapping.
 */
export function enumeration<const Name extends string>(...names: Name[]): { [K in Name]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [K in Name]: K };
}

/** Whether a text is one of the names of an object. */
export function isNameIn<Named extends object>(
  named: Named,
  text: string,
): text is keyof Named & string {
  return Object.hasOwn(named, text);
}

/** The names of an object that has no others than its type says. */
export function namesIn<Named extends object>(named: Named): (keyof Named & string)[] {
  return Object.keys(named).filter((name) => isNameIn(named, name));
}

export type NameOf<E extends Record<string, string>> = E[keyof E];
