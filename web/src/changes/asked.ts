import type { ChangesQuery, ChangesQueryVariables } from '../generated/graphql';

/** Between which dates, and of which figure, a change is asked for. */
export type Asked = ChangesQueryVariables;

export type Change = NonNullable<ChangesQuery['progressChange']>;

export type ChangeLine = Change['lines'][number];

/** The reasons, in the order of the graph. */
export const REASONS = [
  'OPENED',
  'CLOSED',
  'MOVED_IN',
  'MOVED_OUT',
  'BORDERS_CHANGED',
  'KIND_CHANGED',
  'CRITERIA_CHANGED',
  'NEWLY_COMPLETED',
  'FELL_BACK',
  'NEWLY_REPORTED',
  'CORRECTED',
] as const;
