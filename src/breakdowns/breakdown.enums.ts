import { enumeration, type NameOf } from '../shared/enumeration.js';

export const BreakdownDimension = enumeration(
  'UNIT',
  'KIND',
  'OWNERSHIP',
  'LEVEL',
  'SPECIAL_STATUS',
);
export type BreakdownDimension = NameOf<typeof BreakdownDimension>;

export const BreakdownFigure = enumeration(
  'INSTITUTIONS',
  'COMPLETED',
  'REPORTED',
  'IN_REVIEW',
  'NOT_REPORTED',
  'CARRIED_FORWARD',
  'NOT_APPLICABLE',
  'PERCENT',
  'PERCENT_OF_REPORTED',
  'UPPER_PERCENT',
  'COVERAGE_PERCENT',
  'GAP_POINTS',
  'INSTITUTIONS_TO_GO',
  'PACE_PER_YEAR',
);
export type BreakdownFigure = NameOf<typeof BreakdownFigure>;
