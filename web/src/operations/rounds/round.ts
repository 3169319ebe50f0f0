import type { RoundDetailQuery } from '../../generated/graphql';

/** One round, as its page asks for it. */
export type Round = Extract<
  NonNullable<RoundDetailQuery['node']>,
  { __typename?: 'ReportingRound' }
>;
