import { percentage } from '../progress/progress-line.js';
import type { ChangeCounts } from './reason.js';

/** The counts of one date with the percentages that follow from them. */
export interface Figures extends ChangeCounts {
  percent: number | null;
  coveragePercent: number | null;
}

export function figuresOf(counts: ChangeCounts): Figures {
  const { institutions, completed, reported, notApplicable } = counts;
  return {
    institutions,
    completed,
    reported,
    notApplicable,
    percent: percentage(completed, institutions),
    coveragePercent: percentage(reported, institutions),
  };
}

/** The difference of the percentage in percentage points; null where one of them is unknown. */
export function percentPointsOf(before: ChangeCounts, after: ChangeCounts): number | null {
  const [was, is] = [figuresOf(before).percent, figuresOf(after).percent];
  return was === null || is === null ? null : is - was;
}
