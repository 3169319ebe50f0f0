import { enumeration, type NameOf } from '../shared/enumeration.js';

export const RecordKind = enumeration(
  'COMMUNITY_TEAMS',
  'IT_OFFICERS',
  'TRAINING_CLASSES',
  'TRAINED_PEOPLE',
  'MANDATES',
);
export type RecordKind = NameOf<typeof RecordKind>;

export const Tier = enumeration('PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET');
export type Tier = NameOf<typeof Tier>;

export const Audience = enumeration(
  'LEADERS',
  'OFFICIALS',
  'TEACHERS',
  'STUDENTS',
  'COMMUNITY_TEAMS',
  'PEOPLE',
);
export type Audience = NameOf<typeof Audience>;

/** The kind of a record decides which of these it can hold. */
export const Quantity = enumeration(
  // COMMUNITY_TEAMS: units that should have a team, units that have one, members of the teams.
  'TEAM_UNITS',
  'UNITS_WITH_TEAM',
  'TEAM_MEMBERS',
  'TEAM_TEACHERS',
  'TEAM_MEMBERS_TRAINED',
  // IT_OFFICERS: agencies that should have an officer, agencies that have one, officers by time and
  // degree.
  'AGENCIES',
  'AGENCIES_WITH_OFFICER',
  'OFFICERS',
  'OFFICERS_FULL_TIME',
  'OFFICERS_ASSIGNED',
  'OFFICERS_UNIVERSITY',
  'OFFICERS_COLLEGE',
  'OFFICERS_OTHER',
  // TRAINING_CLASSES: in the period of the record.
  'CLASSES',
  'PARTICIPANTS',
  // TRAINED_PEOPLE: people trained for digital transformation, and the people to be trained.
  'TRAINED',
  'TO_BE_TRAINED',
  // MANDATES: 1 or 0, whether the agency has a unit, or a duty, for digital transformation.
  'HAS_UNIT',
  'HAS_DUTY',
);
export type Quantity = NameOf<typeof Quantity>;

/** Counts of people; small ones could identify a person. */
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

/** The reason why a count is hidden from viewers who do not plan for the unit. */
export const WithheldReason = enumeration('SMALL_COUNT', 'WOULD_REVEAL');
export type WithheldReason = NameOf<typeof WithheldReason>;
