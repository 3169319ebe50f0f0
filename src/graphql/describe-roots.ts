import type { GraphQLSchema } from 'graphql';
import { required } from '../shared/required.js';

const ROOTS = {
  Mutation:
    'All changes: one mutation per action. Each returns the reasons for a refusal in userErrors.',
  Subscription:
    'Answers that are sent again when they change, as server-sent events at /graphql/stream.',
  Query: 'All reads. Lists are paginated. A date that is left out means today in Vietnam.',
};

/** type-graphql makes the root types itself and leaves them without a description. */
export function describeRoots(schema: GraphQLSchema): void {
  const types = new Map(Object.entries(schema.getTypeMap()));
  for (const [name, description] of Object.entries(ROOTS))
    required(types, name).description = description;
}
