import { RequestError } from '../shared/errors.js';
import type { CriterionFigureOrder } from './criterion-figures.enums.js';
import type { CriterionFiguresRow } from './criterion-figures.js';
import type { CriterionReportRow } from './criterion-report.queries.js';

const FIGURES: Record<
  CriterionFigureOrder,
  (row: CriterionFiguresRow, place: number) => number | null
> = {
  FRAMEWORK: (_row, place) => place,
  MET_PERCENT: ({ metPercent }) => metPercent,
  MET: ({ met }) => met,
  ASKED: ({ asked }) => asked,
  ANSWERED: ({ answered }) => answered,
  DOES_NOT_APPLY: ({ doesNotApply }) => doesNotApply,
  MEDIAN_POINTS: ({ points }) => points?.median ?? null,
};

/** The figure by which a list is ordered, and whether the highest comes first. */
export interface WantedOrder {
  by: CriterionFigureOrder;
  descending: boolean;
}

/**
 * What has no such figure, or does not show it, comes last whichever way: a withheld figure must not be
 * told by its place. Equal figures are in the order of the framework.
 */
function inOrder(
  rows: readonly CriterionFiguresRow[],
  { by, descending }: WantedOrder,
): CriterionFiguresRow[] {
  return rows
    .map((row, place) => ({ row, figure: FIGURES[by](row, place) }))
    .sort(({ figure: left }, { figure: right }) => {
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return descending ? right - left : left - right;
    })
    .map(({ row }) => row);
}

/**
 * The rows of a report that are wanted, in order.
 * @throws RequestError CRITERION_UNKNOWN.
 */
export function rowsAsked(
  { framework, criteria }: Pick<CriterionReportRow, 'framework' | 'criteria'>,
  codes: readonly string[] | null,
  order: WantedOrder,
): CriterionFiguresRow[] {
  const unknown = codes?.find((code) =>
    framework.definition.criteria.every((criterion) => criterion.code !== code),
  );
  if (unknown !== undefined)
    throw new RequestError(
      'CRITERION_UNKNOWN',
      {
        vi: `Bộ tiêu chí ${framework.code}, phiên bản ${framework.version}, không có tiêu chí ${unknown}; Framework.criteria liệt kê các mã.`,
        en: `The framework ${framework.code}, version ${framework.version}, has no criterion ${unknown}; Framework.criteria lists the codes.`,
      },
      { argument: 'codes' },
    );
  const wanted = criteria.filter(({ criterion }) => codes?.includes(criterion.code) ?? true);
  return inOrder(wanted, order);
}
