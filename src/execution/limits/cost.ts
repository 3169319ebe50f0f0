import {
  getNamedType,
  isLeafType,
  isListType,
  getNullableType,
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
// The other build brings a graphql of its own, whose classes are not those of the schema.
import {
  fieldExtensionsEstimator,
  getComplexity,
  type ComplexityEstimator,
} from 'graphql-query-complexity/cjs';
import { RequestError } from '../../shared/errors.js';
import type { Limits } from './limits.js';

/**
 * Each object counts one, multiplied by the pages around it; single values are free. A list that
 * takes no page size is short and counts as one object, unless its field says otherwise
 * (`complexity` in its decorator).
 */
const objects: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (isLeafType(type) || type.name === 'PageInfo' || type.name.startsWith('__')) return 0;
  if (type.name.endsWith('Edge')) return childComplexity;
  const { first, last } = args as { first?: number | null; last?: number | null };
  const size = first ?? last;
  if (size == null) return 1 + childComplexity;
  return isListType(getNullableType(field.type))
    ? size * (1 + childComplexity)
    : 1 + size * childComplexity;
};

/** So many costs of one operation are kept; each page size may make another. */
const KEPT = 100;
/** The costs of operations, for as long as their documents are kept. */
const kept = new WeakMap<OperationDefinitionNode, Map<string, number>>();

/**
 * How many objects an answer may hold at most; at least 1.
 * @param variables that fit their types.
 * @throws GraphQLError for arguments that cannot be.
 */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  let costs = kept.get(operation);
  if (!costs) kept.set(operation, (costs = new Map<string, number>()));
  const key = JSON.stringify(Object.entries(variables).map(sizing));
  const known = costs.get(key);
  if (known !== undefined) return known;
  const cost = reckon(schema, query, operation, variables);
  if (costs.size >= KEPT) costs.clear();
  costs.set(key, cost);
  return cost;
}

/** What of a variable can change the cost: a page size, a condition, how long a list is, or that it is null. */
function sizing([name, value]: [name: string, value: unknown]): unknown[] {
  if (typeof value === 'number' || typeof value === 'boolean' || value == null)
    return [name, value ?? null];
  return [name, Array.isArray(value) ? `${value.length} items` : typeof value];
}

function reckon(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  try {
    const cost = getComplexity({
      schema,
      query,
      variables,
      ...(operation.name && { operationName: operation.name.value }),
      estimators: [fieldExtensionsEstimator(), objects],
    });
    return Math.max(1, cost);
  } catch (error) {
    // Fragments of introspection that double each other: the one thing that no other limit stops.
    if (error instanceof GraphQLError && error.message.includes('number of nodes')) return Infinity;
    throw error;
  }
}

/** @throws RequestError COST_TOO_HIGH */
export function checkCost(cost: number, { cost: limit }: Limits): void {
  if (cost <= limit) return;
  throw new RequestError(
    'COST_TOO_HIGH',
    {
      vi: `Câu hỏi có thể trả về ${cost} đối tượng; nhiều nhất là ${limit}. Hãy hỏi trang nhỏ hơn.`,
      en: `The answer could hold ${cost} objects; at most ${limit} are given at once. Ask for smaller pages.`,
    },
    { cost: Number.isFinite(cost) ? cost : null, limit },
  );
}
