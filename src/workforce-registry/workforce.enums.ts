import { enumeration, type NameOf } from '../shared/enumeration.js';

/** What a record of the registry counts. */
export const RecordKind = enumeration(
  'COMMUNITY_TEAMS',
  'IT_OFFICERS',
  'TRAINING_CLASSES',
  'TRAINED_PEOPLE',
  'MANDATES',
);
export type RecordKind = NameOf<typeof RecordKind>;

/** The level that community teams and IT officers are counted on. */
export const Tier = enumeration('PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET');
export type Tier = NameOf<typeof Tier>;

/** Whom a class is for, or who was trained. */
export const Audience = enumeration(
  'LEADERS',
  'OFFICIALS',
  'TEACHERS',
  'STUDENTS',
  'COMMUNITY_TEAMS',
  'PEOPLE',
);
export type Audience = NameOf<typeof Audience>;

/** Each number that a record can hold; the kind says which. */
export const Quantity = enumeration(
  // COMMUNITY_TEAMS: units that should have a team, that have one; people in the teams.
  'TEAM_UNITS',
  'UNITS_WITH_TEAM',
  'TEAM_MEMBERS',
  'TEAM_TEACHERS',
  'TEAM_MEMBERS_TRAINED',
  // IT_OFFICERS: agencies that should have an officer, that have one; the officers by time and degree.
  'AGENCIES',
  'AGENCIES_WITH_OFFICER',
  'OFFICERS',
  'OFFICERS_FULL_TIME',
  'OFFICERS_ASSIGNED',
  'OFFICERS_UNIVERSITY',
  'OFFICERS_COLLEGE',
  'OFFICERS_OTHER',
  // TRAINING_CLASSES: in the span of the record.
  'CLASSES',
  'PARTICIPANTS',
  // TRAINED_PEOPLE: trained for digital transformation, of how many.
  'TRAINED',
  'TO_BE_TRAINED',
  // MANDATES: 1 or 0, whether the agency has a unit, or a duty, for digital transformation.
  'HAS_UNIT',
  'HAS_DUTY',
);
export type Quantity = NameOf<typeof Quantity>;

/** Those that count people: small ones could tell who somebody is. */
export const PEOPLE: readonly Quantity[] = [
  'TEAM_MEMBERS',
  'TEAM_TEACHERS',
  'TEAM_MEMBERS_TRAINED',
  'OFFICERS',
  'OFFICERS_FULL_TIME',
  'OFFICERS_ASSIGNED',
  'OFFICERS_UNIVERSITY',
  'OFFICERS_COLLEGE',
  'OFFICERS_OTHER',
  'PARTICIPANTS',
  'TRAINED',
  'TO_BE_TRAINED',
];

/** Why a count is not shown to whoever does not plan for the unit. */
export const WithheldReason = enumeration('SMALL_COUNT', 'WOULD_REVEAL');
export type WithheldReason = NameOf<typeof WithheldReason>;

/** What a row of a file does to the registry. */
export const ImportOutcome = enumeration('CREATED', 'UPDATED', 'UNCHANGED');
export type ImportOutcome = NameOf<typeof ImportOutcome>;
