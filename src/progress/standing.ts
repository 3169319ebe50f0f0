import { enumeration, type NameOf } from '../shared/enumeration.js';
import { firstOf } from '../shared/required.js';
import { yearsBetween, type LocalDate } from '../shared/dates.js';

export const Standing = enumeration(
  'ACHIEVED',
  'ON_TRACK',
  'MODERATE',
  'LIMITED',
  'REVERSING',
  'NO_TREND',
  'NO_DATA',
  'MISSED',
);
export type Standing = NameOf<typeof Standing>;

/** Any change of the rule gets a new version. */
export const STANDING_METHOD = { id: 'linear-pace', version: 2 } as const;

/** The least share of the required pace for each standing, highest first. */
const PACE_RATIOS: readonly [Standing, number][] = [
  ['ON_TRACK', 0.95],
  ['MODERATE', 0.6],
  ['LIMITED', 0],
];

export interface StandingInput {
  asOf: LocalDate;
  institutions: number;
  completed: number;
  reported: number;
  /** The dates of rounds that were answered, from the first on, with their percentages. */
  points: readonly { date: LocalDate; percent: number }[];
  target: { percent: number; dueOn: LocalDate };
}

export interface StandingResult {
  standing: Standing;
  /** Percentage points to go, negative beyond the target; null without any report. */
  gapPoints: number | null;
  institutionsToGo: number;
  /** Percentage points per year since the baseline; null without a trend. */
  pacePerYear: number | null;
  /** Percentage points per year from the baseline that reach the target in time. */
  requiredPacePerYear: number | null;
  /** The percentage of the straight line from the baseline to the target on the date. */
  expectedPercent: number | null;
}

/**
 * The standing of a count against a target: linear pace in percentage points, because compound
 * growth fails with a baseline of zero. The cases are tried in the order ACHIEVED, NO_DATA, MISSED,
 * NO_TREND, REVERSING, then by the ratio of pace to required pace.
 */
export function standingOf(input: StandingInput): StandingResult {
  const { asOf, institutions, completed, reported, target, points } = input;
  // Without a report, zero percent would be a verdict about something that is missing.
  const percent = reported === 0 ? null : (completed / institutions) * 100;
  const needed = Math.ceil(roundOff((target.percent * institutions) / 100));
  const trend = percent === null ? null : trendOf(percent, asOf, points, target);
  return {
    standing: classify(input, trend),
    gapPoints: percent === null ? null : target.percent - percent,
    institutionsToGo: Math.max(0, needed - completed),
    pacePerYear: trend?.pace ?? null,
    requiredPacePerYear: trend?.required ?? null,
    expectedPercent: trend?.expected ?? null,
  };
}

interface Trend {
  pace: number;
  /** Null when the baseline is not before the due date. */
  required: number | null;
  expected: number | null;
}

function trendOf(
  percent: number,
  asOf: LocalDate,
  points: StandingInput['points'],
  target: StandingInput['target'],
): Trend | null {
  const baseline = points[0];
  if (!baseline || points.length < 2 || baseline.date >= asOf) return null;
  const years = yearsBetween(baseline.date, asOf);
  const yearsToDue = yearsBetween(baseline.date, target.dueOn);
  const required = yearsToDue > 0 ? (target.percent - baseline.percent) / yearsToDue : null;
  const path = required === null ? target.percent : baseline.percent + required * years;
  // After the due date the line stays at the target.
  const expected = asOf >= target.dueOn ? target.percent : path;
  return { pace: (percent - baseline.percent) / years, required, expected };
}

function classify(input: StandingInput, trend: Trend | null): Standing {
  const { asOf, institutions, completed, reported, target } = input;
  // Compared as products, so that 3 of 4 is exactly 75 percent.
  if (completed > 0 && completed * 100 >= roundOff(target.percent * institutions))
    return 'ACHIEVED';
  if (reported === 0) return 'NO_DATA';
  if (asOf > target.dueOn) return 'MISSED';
  if (trend === null || trend.required === null) return 'NO_TREND';
  if (trend.pace < 0) return 'REVERSING';
  // A baseline at or above the target needs no pace; if it is not achieved now, the count has
  // fallen.
  if (trend.required <= 0) return 'REVERSING';
  const ratio = roundOff(trend.pace / trend.required);
  const [standing] = firstOf(PACE_RATIOS.filter(([, least]) => ratio >= least));
  return standing;
}

/** Removes the errors of binary fractions: 0.1 * 3 is 0.3. */
function roundOff(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
