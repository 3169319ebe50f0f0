import type { CriteriaDetailQuery } from '../../generated/graphql';

type Node = NonNullable<CriteriaDetailQuery['node']>;
export type Draft = Extract<Node, { __typename: 'FrameworkDraft' }>;
export type Published = Extract<Node, { __typename: 'Framework' }>;
