import { enumeration, type NameOf } from '../shared/enumeration.js';

export const CriterionFigureOrder = enumeration(
  'FRAMEWORK',
  'MET_PERCENT',
  'MET',
  'ASKED',
  'ANSWERED',
  'DOES_NOT_APPLY',
  'MEDIAN_POINTS',
);
export type CriterionFigureOrder = NameOf<typeof CriterionFigureOrder>;
