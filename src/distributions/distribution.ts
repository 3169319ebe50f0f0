import type { FigurePart, FigureWithheldReason } from './distribution.enums.js';
import { BIN_BOUNDS, type Spread } from './spread.js';

/** Who sees what: those who see into the updates all, others what tells of enough, or nothing of answers. */
export type Sight = 'ALL' | 'PROTECTED' | 'NONE';

export interface WithheldPart {
  part: FigurePart;
  reason: FigureWithheldReason;
}

export interface PointsBinRow {
  from: number;
  to: number;
  institutions: number;
}

export interface PointsDistributionRow {
  institutions: number | null;
  unknown: number | null;
  withoutPoints: number | null;
  coveragePercent: number | null;
  bins: PointsBinRow[] | null;
  lowerQuartile: number | null;
  median: number | null;
  upperQuartile: number | null;
  least: number | null;
  greatest: number | null;
  withheld: WithheldPart[];
}

/** The counts beside a spread; null when they are withheld. */
type Beside = Pick<PointsDistributionRow, 'institutions' | 'unknown' | 'withoutPoints'>;

const POINT_PARTS: readonly FigurePart[] = ['POINTS', 'QUARTILES', 'EXTREMES'];

/** What somebody sees of how points are spread. */
export function distributionOf(
  { bins, quartiles, extremes }: Spread,
  beside: Beside,
  sight: Sight,
  shown: ReadonlySet<FigurePart>,
): PointsDistributionRow {
  const sees = (part: FigurePart) => sight === 'ALL' || shown.has(part);
  const [lowerQuartile = null, median = null, upperQuartile = null] =
    sees('QUARTILES') && quartiles ? quartiles : [];
  const [least = null, greatest = null] = sight === 'ALL' && extremes ? extremes : [];
  const { institutions, unknown } = beside;
  const known = institutions === null || unknown === null ? null : institutions + unknown;
  return {
    ...beside,
    coveragePercent: known && institutions !== null ? (institutions / known) * 100 : null,
    bins: sees('POINTS')
      ? BIN_BOUNDS.map((bounds, bin) => ({ ...bounds, institutions: bins[bin] ?? 0 }))
      : null,
    lowerQuartile,
    median,
    upperQuartile,
    least,
    greatest,
    withheld: withheldOf(POINT_PARTS, sight, shown),
  };
}

/** Which of the parts that a figure has somebody does not see, each with the reason. */
export function withheldOf(
  parts: readonly FigurePart[],
  sight: Sight,
  shown: ReadonlySet<FigurePart>,
): WithheldPart[] {
  if (sight === 'ALL') return [];
  return parts
    .filter((part) => !shown.has(part))
    .map((part) => ({
      part,
      // A least or greatest value is that of one institution, however many there are.
      reason: sight === 'NONE' || part === 'EXTREMES' ? 'INSPECTORS_ONLY' : 'FEW_INSTITUTIONS',
    }));
}
