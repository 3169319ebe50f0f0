import type { ReadNumber } from '../../components/whole-number';
import type { SourceStatus, WorkforceQuantity, WorkforceRecordKind } from '../../generated/graphql';

/** What is counted of each kind; the hub refuses what does not fit. */
export const QUANTITIES: Record<WorkforceRecordKind, WorkforceQuantity[]> = {
  COMMUNITY_TEAMS: [
    'TEAM_UNITS',
    'UNITS_WITH_TEAM',
    'TEAM_MEMBERS',
    'TEAM_MEMBERS_TRAINED',
    'TEAM_TEACHERS',
  ],
  IT_OFFICERS: [
    'AGENCIES',
    'AGENCIES_WITH_OFFICER',
    'OFFICERS',
    'OFFICERS_FULL_TIME',
    'OFFICERS_ASSIGNED',
    'OFFICERS_UNIVERSITY',
    'OFFICERS_COLLEGE',
    'OFFICERS_OTHER',
  ],
  TRAINING_CLASSES: ['CLASSES', 'PARTICIPANTS'],
  TRAINED_PEOPLE: ['TRAINED', 'TO_BE_TRAINED'],
  MANDATES: ['HAS_UNIT', 'HAS_DUTY'],
};

/** What is typed of a record, besides what it counts. */
export interface Content {
  validFrom: string;
  validTo: string;
  source: string;
  sourceStatus: SourceStatus;
  note: string;
  notCounted: boolean;
  counts: Partial<Record<WorkforceQuantity, ReadNumber>>;
}

export const EMPTY_CONTENT: Content = {
  validFrom: '',
  validTo: '',
  source: '',
  sourceStatus: 'CONFIRMED',
  note: '',
  notCounted: false,
  counts: {},
};

/** The same as the graph takes it; what is left empty was not counted, and is never zero. */
export function contentInput(
  kind: WorkforceRecordKind,
  { validTo, note, counts, ...rest }: Content,
) {
  return {
    ...rest,
    validTo: validTo || null,
    note: note || null,
    counts: QUANTITIES[kind].flatMap((quantity) => {
      const value = counts[quantity]?.value ?? null;
      return value === null || rest.notCounted ? [] : [{ quantity, value }];
    }),
  };
}
