import { enumeration, type NameOf } from '../shared/enumeration.js';

export const InstitutionKind = enumeration(
  'PRIMARY_SCHOOL',
  'LOWER_SECONDARY_SCHOOL',
  'UPPER_SECONDARY_SCHOOL',
  'MULTI_LEVEL_SCHOOL',
  'CONTINUING_EDUCATION_CENTRE',
  'VOCATIONAL_CENTRE',
  'VOCATIONAL_SECONDARY_SCHOOL',
  'COLLEGE',
  'UNIVERSITY',
);
export type InstitutionKind = NameOf<typeof InstitutionKind>;

export const InstitutionGroup = enumeration('GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL');
export type InstitutionGroup = NameOf<typeof InstitutionGroup>;

export const EducationLevel = enumeration(
  'PRIMARY',
  'LOWER_SECONDARY',
  'UPPER_SECONDARY',
  'CONTINUING',
  'VOCATIONAL',
  'COLLEGE',
  'UNIVERSITY',
);
export type EducationLevel = NameOf<typeof EducationLevel>;

export const Ownership = enumeration('PUBLIC', 'PRIVATE');
export type Ownership = NameOf<typeof Ownership>;

export const SpecialStatus = enumeration('ETHNIC_BOARDING', 'SPECIALISED');
export type SpecialStatus = NameOf<typeof SpecialStatus>;

export const PeriodOrigin = enumeration('RECORDED', 'SUCCESSION');
export type PeriodOrigin = NameOf<typeof PeriodOrigin>;

const GROUPS: Record<InstitutionKind, InstitutionGroup | null> = {
  PRIMARY_SCHOOL: 'GENERAL_EDUCATION',
  LOWER_SECONDARY_SCHOOL: 'GENERAL_EDUCATION',
  UPPER_SECONDARY_SCHOOL: 'GENERAL_EDUCATION',
  MULTI_LEVEL_SCHOOL: 'GENERAL_EDUCATION',
  CONTINUING_EDUCATION_CENTRE: 'GENERAL_EDUCATION',
  VOCATIONAL_CENTRE: 'COLLEGE_AND_VOCATIONAL',
  VOCATIONAL_SECONDARY_SCHOOL: 'COLLEGE_AND_VOCATIONAL',
  COLLEGE: 'COLLEGE_AND_VOCATIONAL',
  UNIVERSITY: null,
};

/** Null for a university, for which no target is set. */
export function groupOf(kind: InstitutionKind): InstitutionGroup | null {
  return GROUPS[kind];
}

export function kindsOf(group: InstitutionGroup): InstitutionKind[] {
  return Object.values(InstitutionKind).filter((kind) => GROUPS[kind] === group);
}
