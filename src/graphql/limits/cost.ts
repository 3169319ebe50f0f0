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

/**
 * How many objects an answer may hold at most; at least 1.
 * @throws GraphQLError for arguments that cannot be.
 */
export function costOf(
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
