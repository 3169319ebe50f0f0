import { useSearchParams } from 'wouter';
import type { BoundaryBasis } from '../generated/graphql';
import { overviewView } from '../first/overview-view';
import { MOST_COMPARED } from '../overview/compare-address';
import { problemOfDay } from '../shared/days';

/** What the address has compared. */
export interface CompareView {
  /** Whether dates of one unit are compared, and not units. */
  byDays: boolean;
  units: readonly string[];
  days: readonly string[];
  /** How many of each the address names, of which no more than the most are above. */
  named: { units: number; days: number };
  on: string | null;
  basis: BoundaryBasis;
  /** Why a day cannot be looked at. */
  problem: ReturnType<typeof problemOfDay>;
}

export function useCompareView(): CompareView {
  const [view] = useSearchParams();
  const byDays = view.get('by') === 'days';
  const units = [...new Set(view.getAll('with'))];
  const days = [...new Set(view.getAll('day'))];
  const { on = null, basis } = overviewView(view);
  const problems = (byDays ? days : [on]).map(problemOfDay);
  return {
    byDays,
    units: units.slice(0, MOST_COMPARED),
    days: days
      .slice(0, MOST_COMPARED)
      .filter((day) => !problemOfDay(day))
      .sort(),
    named: { units: units.length, days: days.length },
    on,
    basis,
    problem: problems.find((each) => each !== null) ?? null,
  };
}
