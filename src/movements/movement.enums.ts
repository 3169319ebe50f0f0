import { enumeration, type NameOf } from '../shared/enumeration.js';

/** In the order in which they are looked for: the first that holds is the reason. */
export const ProgressChangeReason = enumeration(
  'OPENED',
  'CLOSED',
  'MOVED_IN',
  'MOVED_OUT',
  'BORDERS_CHANGED',
  'KIND_CHANGED',
  'CRITERIA_CHANGED',
  'CORRECTED',
  'NEWLY_COMPLETED',
  'FELL_BACK',
  'NEWLY_REPORTED',
);
export type ProgressChangeReason = NameOf<typeof ProgressChangeReason>;

export const UnitPresence = enumeration('BOTH_DATES', 'FIRST_DATE_ONLY', 'SECOND_DATE_ONLY');
export type UnitPresence = NameOf<typeof UnitPresence>;

export const MoverFigure = enumeration('PERCENT', 'COMPLETED');
export type MoverFigure = NameOf<typeof MoverFigure>;

export const MoverDirection = enumeration('EITHER', 'UP', 'DOWN');
export type MoverDirection = NameOf<typeof MoverDirection>;
