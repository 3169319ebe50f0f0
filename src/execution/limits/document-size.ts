import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { RequestError } from '../../shared/errors.js';
import type { Text } from '../../shared/text.js';
import { LIMITS, type Limits } from './limits.js';

export interface DocumentSize {
  depth: number;
  aliases: number;
  directives: number;
  fields: number;
}

const INTROSPECTION = new Set(['__schema', '__type']);
const NOTHING: DocumentSize = { depth: 0, aliases: 0, directives: 0, fields: 0 };

/**
 * Measures an operation of a valid document. Each fragment is measured once, however often it is
 * used, because fragments that double each other would otherwise take for ever.
 */
export function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): DocumentSize {
  const known = sizes.get(operation);
  if (known) return known;
  const size = measure(document, operation);
  sizes.set(operation, size);
  return size;
}

const sizes = new WeakMap<OperationDefinitionNode, DocumentSize>();

function measure(document: DocumentNode, operation: OperationDefinitionNode): DocumentSize {
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const measured = new Map<string, DocumentSize>();

  const isOfEdge = (type: string | undefined) => type?.endsWith('Edge') ?? false;

  function ofFragment(name: string): DocumentSize {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    // The document is valid, so there is one.
    if (!fragment) return NOTHING;
    const inEdge = isOfEdge(fragment.typeCondition.name.value);
    const size = ofSelections(fragment.selectionSet, fragment.directives?.length ?? 0, inEdge);
    measured.set(name, size);
    return size;
  }

  function ofSelections(
    { selections }: SelectionSetNode,
    directives: number,
    inEdge: boolean,
  ): DocumentSize {
    return selections.reduce<DocumentSize>(
      (sum, selection) => {
        const own = { ...NOTHING, directives: selection.directives?.length ?? 0 };
        if (selection.kind === Kind.FRAGMENT_SPREAD)
          return join(join(sum, own), ofFragment(selection.name.value));
        if (selection.kind === Kind.INLINE_FRAGMENT)
          return join(sum, ofSelections(selection.selectionSet, own.directives, inEdge));
        const name = selection.name.value;
        const inner =
          selection.selectionSet && !INTROSPECTION.has(name)
            ? ofSelections(selection.selectionSet, 0, name === 'edges')
            : NOTHING;
        return join(join(sum, own), {
          ...inner,
          // An edge with its node is one row of a list, as one of `nodes` is.
          depth: inner.depth + (inEdge && name === 'node' ? 0 : 1),
          aliases: inner.aliases + (selection.alias ? 1 : 0),
          fields: inner.fields + 1,
        });
      },
      { ...NOTHING, directives },
    );
  }

  return ofSelections(operation.selectionSet, operation.directives?.length ?? 0, false);
}

function join(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    fields: one.fields + other.fields,
  };
}

const REFUSALS: Record<
  keyof DocumentSize,
  { code: string; text: (actual: number, limit: number) => Text }
> = {
  depth: {
    code: 'DOCUMENT_TOO_DEEP',
    text: (actual, limit) => ({
      vi: `Các trường lồng nhau ${actual} cấp; nhiều nhất là ${limit}. Hãy chia thành nhiều câu hỏi.`,
      en: `Fields are ${actual} levels deep; at most ${limit} are taken. Ask in several requests.`,
    }),
  },
  aliases: {
    code: 'TOO_MANY_ALIASES',
    text: (actual, limit) => ({
      vi: `Câu hỏi có ${actual} bí danh; nhiều nhất là ${limit}. Hãy chia thành nhiều câu hỏi, hoặc dùng nodes.`,
      en: `The document has ${actual} aliases; at most ${limit} are taken. Ask in several requests, or use nodes.`,
    }),
  },
  directives: {
    code: 'TOO_MANY_DIRECTIVES',
    text: (actual, limit) => ({
      vi: `Câu hỏi có ${actual} chỉ thị; nhiều nhất là ${limit}. Hãy bỏ bớt @include và @skip.`,
      en: `The document has ${actual} directives; at most ${limit} are taken. Leave out some @include and @skip.`,
    }),
  },
  fields: {
    code: 'TOO_MANY_FIELDS',
    text: (actual, limit) => ({
      vi: `Câu hỏi có ${actual} trường, kể cả trong các mảnh; nhiều nhất là ${limit}. Hãy chia thành nhiều câu hỏi.`,
      en: `The document has ${actual} fields, with those of its fragments; at most ${limit} are taken. Ask in several requests.`,
    }),
  },
};

/** @throws RequestError when any size is over its limit. */
export function checkSize(size: DocumentSize, limits: Limits): void {
  for (const what of ['depth', 'fields', 'aliases', 'directives'] as const) {
    const [actual, limit] = [size[what], limits[what]];
    if (actual <= limit) continue;
    const { code, text } = REFUSALS[what];
    throw new RequestError(code, text(actual, limit), { actual, limit });
  }
}

/** The meaning of GraphQL’s own error about the number of tokens; null for other errors. */
export function tokenRefusal(complaint: string): RequestError | null {
  if (!/^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(complaint)) return null;
  const limit = LIMITS.tokens;
  return new RequestError(
    'DOCUMENT_TOO_LONG',
    {
      vi: `Câu hỏi dài hơn ${limit} từ và dấu. Hãy chia thành nhiều câu hỏi, và đưa giá trị vào biến.`,
      en: `The document has more than ${limit} words and signs. Ask in several requests, and give values as variables.`,
    },
    { limit },
  );
}
