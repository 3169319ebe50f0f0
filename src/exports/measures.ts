export const MEASURES = [
  'denominator',
  'numerator',
  'reported',
  'in_review',
  'not_reported',
  'carried_forward',
  'not_applicable',
  'percent',
  'percent_of_reported',
  'upper_percent',
  'coverage_percent',
] as const;
export type Measure = (typeof MEASURES)[number];
