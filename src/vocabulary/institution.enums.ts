import { enumeration, type NameOf } from '../shared/enumeration.js';

export const InstitutionKind = enumeration(
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
);
export type InstitutionKind = NameOf<typeof InstitutionKind>;

export const InstitutionGroup = enumeration('GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL');
export type InstitutionGroup = NameOf<typeof InstitutionGroup>;

export const EducationLevel = enumeration(
  'PRESCHOOL',
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
  PRESCHOOL: null,
  PRIMARY_SCHOOL: 'GENERAL_EDUCATION',
  LOWER_SECONDARY_SCHOOL: 'GENERAL_EDUCATION',
  UPPER_SECONDARY_SCHOOL: 'GENERAL_EDUCATION',
  MULTI_LEVEL_SCHOOL: 'GENERAL_EDUCATION',
  SPECIAL_SCHOOL: null,
  CONTINUING_EDUCATION_CENTRE: 'GENERAL_EDUCATION',
  VOCATIONAL_CENTRE: 'COLLEGE_AND_VOCATIONAL',
  VOCATIONAL_SECONDARY_SCHOOL: 'COLLEGE_AND_VOCATIONAL',
  COLLEGE: 'COLLEGE_AND_VOCATIONAL',
  UNIVERSITY: null,
};

/** Null for the kinds for which no target is set: preschools, special schools and universities. */
export function groupOf(kind: InstitutionKind): InstitutionGroup | null {
  return GROUPS[kind];
}

export function kindsOf(group: InstitutionGroup): InstitutionKind[] {
  return Object.values(InstitutionKind).filter((kind) => GROUPS[kind] === group);
}

/** The kinds that progress counts: those of a group. */
export const COUNTED_KINDS = Object.values(InstitutionKind).filter((kind) => GROUPS[kind] !== null);
