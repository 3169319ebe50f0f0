import type { BreakdownFigure, BreakdownOrderInput, OrderDirection } from '../generated/graphql';
import { useView } from '../shared/address';

/** By which figure units are ranked where a column is pressed, and whether the most of it is the worst. */
const FIGURES: Record<string, { figure: BreakdownFigure; mostIsWorst: boolean }> = {
  percent: { figure: 'PERCENT', mostIsWorst: false },
  'at-most': { figure: 'UPPER_PERCENT', mostIsWorst: false },
  completed: { figure: 'COMPLETED', mostIsWorst: false },
  missing: { figure: 'NOT_REPORTED', mostIsWorst: true },
};

const GAP = { figure: 'GAP_POINTS', mostIsWorst: true } as const;

/** The year of the target that a column is of; null for another column. */
function yearOf(key: string): number | null {
  const year = /^target (\d{4})$/.exec(key)?.[1];
  return year ? Number(year) : null;
}

/** By what the address has the units ranked, and which way: for the table, and for the graph. Worst first, where it says nothing. */
export function useRankingOrder(nextYear: number | undefined) {
  const [view, change] = useView();
  const usual = nextYear === undefined ? 'percent' : `target ${nextYear}`;
  const by = view.get('by') ?? usual;
  const isKnown = by === 'name' || by in FIGURES || yearOf(by) !== null;
  const key = isKnown ? by : usual;
  const year = yearOf(key);
  const ranking = year === null ? FIGURES[key] : GAP;
  const isTurned = view.get('way') === 'turned';
  const descending = (ranking?.mostIsWorst ?? false) !== isTurned;
  const direction: OrderDirection = descending ? 'DESC' : 'ASC';
  const order: BreakdownOrderInput | null = ranking ? { figure: ranking.figure, direction } : null;
  return {
    order: { key, descending },
    /** Orders by a column; by the same once more, the other way round. */
    setOrder: (next: { key: string }) =>
      change({ by: next.key, way: next.key === key && !isTurned ? 'turned' : null }, true),
    asked: { order, direction: order ? null : direction, year: year ?? nextYear ?? null },
  };
}
