import type { Audience, Quantity, RecordKind, Tier } from './workforce.enums.js';

/**
 * The subject of a record. A field is null when the kind does not have it, or when the count is
 * over all of its values.
 */
export interface Subject {
  kind: RecordKind;
  tier: Tier | null;
  audience: Audience | null;
  agency: string | null;
  topic: string | null;
}

export const SCOPES = ['tier', 'audience', 'agency', 'topic'] as const;
export type Scope = (typeof SCOPES)[number];

export interface KindRule {
  needs: readonly Scope[];
  /** The optional fields; left out, the count is over all values together. */
  takes: readonly Scope[];
  /** The levels of the counts; empty for a kind without levels. */
  tiers: readonly Tier[];
  /** In the order in which they are shown. */
  quantities: readonly Quantity[];
}

export const RECORD_KINDS: Readonly<Record<RecordKind, KindRule>> = {
  COMMUNITY_TEAMS: {
    needs: ['tier'],
    takes: [],
    tiers: ['COMMUNE', 'HAMLET'],
    quantities: [
      'TEAM_UNITS',
      'UNITS_WITH_TEAM',
      'TEAM_MEMBERS',
      'TEAM_TEACHERS',
      'TEAM_MEMBERS_TRAINED',
    ],
  },
  IT_OFFICERS: {
    needs: [],
    takes: ['tier', 'agency'],
    tiers: ['PROVINCE', 'DISTRICT', 'COMMUNE'],
    quantities: [
      'AGENCIES',
      'AGENCIES_WITH_OFFICER',
      'OFFICERS',
      'OFFICERS_FULL_TIME',
      'OFFICERS_ASSIGNED',
      'OFFICERS_UNIVERSITY',
      'OFFICERS_COLLEGE',
      'OFFICERS_OTHER',
    ],
  },
  TRAINING_CLASSES: {
    needs: ['audience'],
    takes: ['topic'],
    tiers: [],
    quantities: ['CLASSES', 'PARTICIPANTS'],
  },
  TRAINED_PEOPLE: {
    needs: ['audience'],
    takes: [],
    tiers: [],
    quantities: ['TRAINED', 'TO_BE_TRAINED'],
  },
  MANDATES: {
    needs: ['agency'],
    takes: [],
    tiers: [],
    quantities: ['HAS_UNIT', 'HAS_DUTY'],
  },
};

/** Quantities that are a part of another, so never larger. */
export const PARTS: readonly { part: Quantity; whole: Quantity }[] = [
  { part: 'UNITS_WITH_TEAM', whole: 'TEAM_UNITS' },
  { part: 'TEAM_TEACHERS', whole: 'TEAM_MEMBERS' },
  { part: 'TEAM_MEMBERS_TRAINED', whole: 'TEAM_MEMBERS' },
  { part: 'AGENCIES_WITH_OFFICER', whole: 'AGENCIES' },
  { part: 'TRAINED', whole: 'TO_BE_TRAINED' },
];

/** Quantities that are the sum of several others, if all of them are counted. */
export const SUMS: readonly { parts: readonly Quantity[]; total: Quantity }[] = [
  { parts: ['OFFICERS_FULL_TIME', 'OFFICERS_ASSIGNED'], total: 'OFFICERS' },
  { parts: ['OFFICERS_UNIVERSITY', 'OFFICERS_COLLEGE', 'OFFICERS_OTHER'], total: 'OFFICERS' },
];

/** People who are counted within something: if there is none of it, there are none of them. */
export const FOUND_IN: readonly { people: readonly Quantity[]; basis: Quantity }[] = [
  { people: ['TEAM_MEMBERS', 'TEAM_TEACHERS', 'TEAM_MEMBERS_TRAINED'], basis: 'UNITS_WITH_TEAM' },
  {
    people: [
      'OFFICERS',
      'OFFICERS_FULL_TIME',
      'OFFICERS_ASSIGNED',
      'OFFICERS_UNIVERSITY',
      'OFFICERS_COLLEGE',
      'OFFICERS_OTHER',
    ],
    basis: 'AGENCIES_WITH_OFFICER',
  },
  { people: ['PARTICIPANTS'], basis: 'CLASSES' },
];

/** More than any count of people in the country; a larger number is a typing error. */
const MOST = 200_000_000;

/** 1 for quantities that mean yes or no. */
export function mostOf(quantity: Quantity): number {
  return quantity === 'HAS_UNIT' || quantity === 'HAS_DUTY' ? 1 : MOST;
}

/** Equal for records of the same subject in a unit. */
export function subjectKey({ kind, tier, audience, agency, topic }: Subject): string {
  return JSON.stringify([kind, tier, audience, agency, topic]);
}
