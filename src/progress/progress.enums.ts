import { enumeration, type NameOf } from '../shared/enumeration.js';

export const ProgressWarningCode = enumeration(
  'HYPOTHETICAL',
  'PART_SUCCESSION',
  'UNSETTLED_LOCATION',
  'FRAMEWORK_CHANGED',
  'PILLARS_UNDECIDED',
  'LOW_COVERAGE',
  'ILLUSTRATIVE_TARGET',
  'UNCONFIRMED_TARGET',
  'ILLUSTRATIVE_DATA',
);
export type ProgressWarningCode = NameOf<typeof ProgressWarningCode>;

export const Observation = enumeration(
  'REPORTED',
  'IN_REVIEW',
  'RETURNED',
  'NOT_REPORTED',
  'NOT_YET_DUE',
  'NOT_APPLICABLE',
);
export type Observation = NameOf<typeof Observation>;

export enum ProgressFigure {
  INSTITUTIONS = 'INSTITUTIONS',
  COMPLETED = 'COMPLETED',
  REPORTED = 'REPORTED',
  IN_REVIEW = 'IN_REVIEW',
  NOT_REPORTED = 'NOT_REPORTED',
  CARRIED_FORWARD = 'CARRIED_FORWARD',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}
