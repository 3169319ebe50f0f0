/** How many institutions have so many percent of the points that apply to them. */
export interface CountedPercent {
  /** From 0 to 100. */
  percent: number;
  count: number;
}

/** How the points of institutions are spread. */
export interface Spread {
  institutions: number;
  /** How many are in each of the ten bins, from 0 to under 10 percent up to 90 to 100. */
  bins: number[];
  /** Null without an institution. */
  quartiles: [lower: number, median: number, upper: number] | null;
  extremes: [least: number, greatest: number] | null;
}

const BINS = 10;
const WIDTH = 100 / BINS;

/** The bounds of the bins; the last one includes its end, the others do not. */
export const BIN_BOUNDS = Array.from({ length: BINS }, (_, bin) => ({
  from: bin * WIDTH,
  to: (bin + 1) * WIDTH,
}));

/** The percentage of a maximum above 0; what is exactly a whole percent is one. */
export function percentOf(points: number, maximum: number): number {
  return (Math.round(points * 100) * 100) / Math.round(maximum * 100);
}

export function binOf(percent: number): number {
  return Math.min(BINS - 1, Math.floor(percent / WIDTH));
}

/**
 * Quartiles are by nearest rank: the least value that a quarter, half, or three quarters of the
 * institutions do not exceed. So each is the value of an institution, and none is made up between two.
 */
export function spreadOf(values: readonly CountedPercent[]): Spread {
  const sorted = values.filter(({ count }) => count > 0).sort((a, b) => a.percent - b.percent);
  const institutions = sorted.reduce((sum, { count }) => sum + count, 0);
  const bins = BIN_BOUNDS.map(() => 0);
  for (const { percent, count } of sorted) {
    const bin = binOf(percent);
    bins[bin] = (bins[bin] ?? 0) + count;
  }
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (!least || !greatest) return { institutions, bins, quartiles: null, extremes: null };
  const atRank = (quarters: number) => {
    let before = 0;
    const rank = Math.ceil((institutions * quarters) / 4);
    return (sorted.find(({ count }) => (before += count) >= rank) ?? greatest).percent;
  };
  return {
    institutions,
    bins,
    quartiles: [atRank(1), atRank(2), atRank(3)],
    extremes: [least.percent, greatest.percent],
  };
}
