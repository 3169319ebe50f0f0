import type { TargetNearestQueryVariables } from '../generated/graphql';

/** Which figure is asked about. */
export type Asked = Omit<TargetNearestQueryVariables, 'first'>;
