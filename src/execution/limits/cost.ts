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
// The other build brings its own graphql, whose classes differ from those of the schema.
import {
  fieldExtensionsEstimator,
  getComplexity,
  type ComplexityEstimator,
} from 'graphql-query-complexity/cjs';
import {
  objectsIn,
  oneObject,
  pageOfObjects,
  severalObjects,
  shortList,
} from '../../graphql/answer-size.js';
import { RequestError } from '../../shared/errors.js';
import type { Limits } from './limits.js';

/**
 * Each object counts one, multiplied by the pages around it; single values are free. A list without
 * a page size is short: its objects count as one, and a page in it as ten, unless its field says otherwise
 * (`complexity` in its decorator).
 */
const objects: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (isLeafType(type) || type.name === 'PageInfo' || type.name.startsWith('__')) return 0;
  if (type.name.endsWith('Edge')) return childComplexity;
  const { first, last }: { first?: number | null; last?: number | null } = args;
  const size = first ?? last;
  const isList = isListType(getNullableType(field.type));
  if (size != null)
    return isList ? severalObjects(size, childComplexity) : pageOfObjects(size, childComplexity);
  // The rows of a connection are multiplied by its size.
  const isShort = isList && field.name !== 'nodes';
  return isShort ? shortList(childComplexity) : oneObject(childComplexity);
};

/** The largest number of costs kept for one operation; each page size may add another. */
const KEPT = 100;
const kept = new WeakMap<OperationDefinitionNode, Map<string, number>>();

/**
 * The largest number of objects in an answer; at least 1.
 * @param variables that fit their types.
 * @throws GraphQLError for arguments that are not possible.
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

/**
 * The parts of a variable that can change the cost: a page size, a condition, the length of a list,
 * or null.
 */
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
    return Math.max(1, objectsIn(cost));
  } catch (error) {
    // Introspection with fragments that double each other is the one thing that no other limit
    // stops.
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
      vi: `Câu hỏi được tính là ${cost} đối tượng; nhiều nhất là ${limit}. Hãy hỏi trang nhỏ hơn.`,
      en: `The question counts as ${cost} objects; at most ${limit} are given at once. Ask for smaller pages.`,
    },
    { cost: Number.isFinite(cost) ? cost : null, limit },
  );
}
