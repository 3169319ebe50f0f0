import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { RequestError } from '../../shared/errors.js';
import { checkLimit } from '../page.js';
import { LIMITS } from './limits.js';

type Variables = Record<string, unknown>;

/**
 * Checks the sizes of the pages and lists that a document and its variables ask for or bring, before
 * anything is looked up.
 * @throws RequestError INVALID_PAGE or LIST_TOO_LONG.
 */
export function checkArguments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): void {
  for (const [name, value] of Object.entries(variables)) checkLists(name, value);
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
    ]),
  );
  visit(document, {
    ListValue: ({ values }, _key, _parent, _path, ancestors) =>
      checkLength(placeOf(ancestors), values.length),
    Argument: ({ name, value }) => {
      if (name.value !== 'first' && name.value !== 'last') return;
      const size =
        value.kind === Kind.VARIABLE
          ? (variables[value.name.value] ?? defaults.get(value.name.value))
          : value.kind === Kind.INT && Number(value.value);
      if (typeof size === 'number') checkLimit(name.value, size);
    },
  });
}

/** Without recursion: a body may hold a hundred thousand brackets inside each other. */
function checkLists(name: string, value: unknown): void {
  const waiting: [place: string, value: unknown][] = [[name, value]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [place, each] = next;
    if (typeof each !== 'object' || each === null) continue;
    if (Array.isArray(each)) {
      checkLength(place, each.length);
      for (const item of each) waiting.push([place, item]);
    } else for (const [key, item] of Object.entries(each)) waiting.push([`${place}.${key}`, item]);
  }
}

function checkLength(argument: string, actual: number): void {
  const limit = LIMITS.list;
  if (actual <= limit) return;
  throw new RequestError(
    'LIST_TOO_LONG',
    {
      vi: `${argument} có ${actual} phần tử; nhiều nhất là ${limit}. Hãy chia thành nhiều yêu cầu.`,
      en: `${argument} has ${actual} items; at most ${limit} are taken. Split it over several requests.`,
    },
    { argument, actual, limit },
  );
}

/** The argument and the input fields around a literal, such as `input.answers`. */
function placeOf(ancestors: readonly unknown[]): string {
  return ancestors
    .filter((each) => {
      const kind = (each as { kind?: unknown }).kind;
      return kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD;
    })
    .map((each) => (each as { name: { value: string } }).name.value)
    .join('.');
}
