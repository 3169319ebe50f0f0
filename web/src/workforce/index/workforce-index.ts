import type { WorkforcePageQuery } from '../../generated/graphql';

/** The index of a unit and a year, as the page asks for it. */
export type Index = NonNullable<
  NonNullable<WorkforcePageQuery['administrativeUnit']>['workforceIndex']
>;
