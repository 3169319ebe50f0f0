import type { InstitutionGroup, Pillar, SourceStatus } from '../generated/graphql';

/** What can be chosen from, in the order in which it is shown. */
export const GROUPS: readonly InstitutionGroup[] = ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'];

export const PILLARS: readonly Pillar[] = [
  'DIGITAL_GOVERNANCE',
  'DIGITAL_OPERATIONS',
  'STANDARDIZED_DATA',
  'OPEN_LEARNING_RESOURCES',
];

export const SOURCE_STATUSES: readonly SourceStatus[] = [
  'CONFIRMED',
  'UNCONFIRMED',
  'ILLUSTRATIVE',
];
