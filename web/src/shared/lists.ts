import type {
  EducationLevel,
  InstitutionGroup,
  InstitutionKind,
  Ownership,
  Pillar,
  Role,
  SourceStatus,
  UnitKind,
} from '../generated/graphql';

/** What can be chosen from, in the order in which it is shown. */
export const GROUPS: readonly InstitutionGroup[] = ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'];

export const PILLARS: readonly Pillar[] = [
  'DIGITAL_GOVERNANCE',
  'DIGITAL_OPERATIONS',
  'STANDARDIZED_DATA',
  'OPEN_LEARNING_RESOURCES',
];

/** The indicators that every hub has, in the order in which they are offered. */
export const COMMON_INDICATORS = ['ALL_FOUR', ...PILLARS] as const;

export const SOURCE_STATUSES: readonly SourceStatus[] = [
  'CONFIRMED',
  'UNCONFIRMED',
  'ILLUSTRATIVE',
];

export const ROLES: readonly Role[] = ['SCHOOL_ADMIN', 'REVIEWER', 'PLANNER', 'OPERATOR'];

export const UNIT_KINDS: readonly UnitKind[] = ['PROVINCE', 'DISTRICT', 'COMMUNE'];

export const INSTITUTION_KINDS: readonly InstitutionKind[] = [
  'PRESCHOOL',
  'PRIMARY_SCHOOL',
  'LOWER_SECONDARY_SCHOOL',
  'UPPER_SECONDARY_SCHOOL',
  'MULTI_LEVEL_SCHOOL',
  'SPECIAL_SCHOOL',
  'CONTINUING_EDUCATION_CENTRE',
  'VOCATIONAL_CENTRE',
  'VOCATIONAL_SECONDARY_SCHOOL',
  'COLLEGE',
  'UNIVERSITY',
];

export const OWNERSHIPS: readonly Ownership[] = ['PUBLIC', 'PRIVATE'];

export const LEVELS: readonly EducationLevel[] = [
  'PRESCHOOL',
  'PRIMARY',
  'LOWER_SECONDARY',
  'UPPER_SECONDARY',
  'CONTINUING',
  'VOCATIONAL',
  'COLLEGE',
  'UNIVERSITY',
];
