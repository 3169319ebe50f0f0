import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { checkLimit } from '../../graphql/page.js';
import { RequestError } from '../../shared/errors.js';
import { LIMITS } from './limits.js';

type Variables = Record<string, unknown>;

/**
 * Checks the sizes of pages and lists in a document and its variables before anything is read.
 * @throws RequestError INVALID_PAGE or LIST_TOO_LONG.
 */
export function checkArguments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): void {
  for (const [name, value] of Object.entries(variables)) checkLists(name, value);
  const valueOf = (name: string) => variables[name] ?? presetOf(operation, name);
  for (const check of checksOf(document)) check(valueOf);
}

const known = new WeakMap<DocumentNode, readonly Check[]>();

/** @param valueOf gives the value of a variable. */
type Check = (valueOf: (variable: string) => unknown) => void;

function checksOf(document: DocumentNode): readonly Check[] {
  const found = known.get(document);
  if (found) return found;
  const checks: Check[] = [];
  visit(document, {
    ListValue: ({ values }, _key, _parent, _path, ancestors) => {
      const place = placeOf(ancestors);
      checks.push(() => checkLength(place, values.length));
    },
    Argument: ({ name, value }) => {
      if (name.value !== 'first' && name.value !== 'last') return;
      const literal = value.kind === Kind.INT ? Number(value.value) : null;
      const variable = value.kind === Kind.VARIABLE ? value.name.value : null;
      checks.push((valueOf) => {
        const size = variable === null ? literal : valueOf(variable);
        if (typeof size === 'number') checkLimit(name.value, size);
      });
    },
  });
  known.set(document, checks);
  return checks;
}

function presetOf({ variableDefinitions = [] }: OperationDefinitionNode, name: string) {
  const preset = variableDefinitions.find(
    ({ variable }) => variable.name.value === name,
  )?.defaultValue;
  return preset?.kind === Kind.INT ? Number(preset.value) : undefined;
}

/** Without recursion, because a body may hold a hundred thousand nested brackets. */
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
function placeOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  return ancestors
    .flatMap((each) =>
      'kind' in each && (each.kind === Kind.ARGUMENT || each.kind === Kind.OBJECT_FIELD)
        ? [each.name.value]
        : [],
    )
    .join('.');
}
