import type { Cell } from '../counts/count.js';
import { segmentOf } from '../counts/segment.js';
import type { OrderDirection } from '../graphql/page.js';
import type { CountedIndicator } from '../indicators/indicator.js';
import { lineOf, type ProgressLineRow, type TargetStandingRow } from '../progress/progress-line.js';
import type { ProgressInputs } from '../progress/progress.queries.js';
import { lineSubjects, linesOf, type LineFilter, type LineSubject } from '../progress/report.js';
import type { Standing } from '../progress/standing.js';
import { ranked } from '../shared/ranked.js';
import type { UnitRow } from '../units/unit.queries.js';
import type {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { BreakdownDimension, BreakdownFigure } from './breakdown.enums.js';

/** What the institutions of a row have in common; null for what the breakdown is not by. */
interface Part {
  unit: UnitRow | null;
  kind: InstitutionKind | null;
  ownership: Ownership | null;
  level: EducationLevel | null;
  specialStatus: SpecialStatus | null;
}

export interface BreakdownRow extends Part, LineSubject {
  /** Made when it is asked for: of thousands of rows a page shows a hundred. */
  line: ProgressLineRow;
  rank: number | null;
}

/** A unit, or all of them together, with the counts in it. */
export interface Base {
  unit: UnitRow | null;
  inputs: ProgressInputs;
  /** Its counts told apart by segment; null when the breakdown is by units only. */
  cells: readonly Cell[] | null;
}

const NO_PART: Omit<Part, 'unit'> = {
  kind: null,
  ownership: null,
  level: null,
  specialStatus: null,
};

/** The parts of which an institution of a segment is; of several only by its levels. */
function partsOf(text: string, by: readonly BreakdownDimension[]): Omit<Part, 'unit'>[] {
  const { kind, ownership, specialStatus, levels } = segmentOf(text);
  const part = {
    ...NO_PART,
    ...(by.includes('KIND') && { kind }),
    ...(by.includes('OWNERSHIP') && { ownership }),
    ...(by.includes('SPECIAL_STATUS') && { specialStatus }),
  };
  return by.includes('LEVEL') ? levels.map((level) => ({ ...part, level })) : [part];
}

/** The rows of a base in the order of its parts, then of its groups and indicators. */
export function rowsOf(
  { unit, inputs, cells }: Base,
  by: readonly BreakdownDimension[],
  filter: LineFilter,
): BreakdownRow[] {
  const { asOf } = inputs.request;
  if (cells === null)
    return linesOf(inputs, asOf, filter).map((line) => {
      const { group, indicator } = line;
      return { unit, ...NO_PART, group, indicator, line, rank: null };
    });
  const found = new Map<string, { part: Omit<Part, 'unit'>; key: string }[]>();
  const partsIn = (segment: string) => {
    const parts =
      found.get(segment) ?? partsOf(segment, by).map((part) => ({ part, key: keyOfPart(part) }));
    found.set(segment, parts);
    return parts;
  };
  const keyed = cells.flatMap((cell) => partsIn(cell.segment).map((each) => ({ ...each, cell })));
  const parts = Map.groupBy(keyed, ({ key }) => key);
  let lines: ProgressLineRow[] | undefined;
  const whole = () => (lines ??= linesOf(inputs, asOf, filter));
  const subjects = lineSubjects(inputs.rules, filter);
  return [...parts.entries()].sort(byKey).flatMap(([key, [first, ...more]]) => {
    if (!first) return [];
    const { part } = first;
    const counts = [first, ...more].map(({ cell }) => cell);
    const of: ProgressInputs = {
      ...inputs,
      counts,
      history: [],
      only: (segment) => partsIn(segment).some((each) => each.key === key),
    };
    return subjects
      .filter((subject) => counts.some((cell) => isCountedIn(cell, subject)))
      .map(({ group, indicator }): BreakdownRow => {
        let made: ProgressLineRow | undefined;
        return {
          ...{ unit, ...part, group, indicator, rank: null },
          get line() {
            if (made) return made;
            const line = lineOf(of, asOf, group, indicator);
            return (made = { ...line, targets: targetsOf(line, whole, part, by) });
          },
        };
      });
  });
}

/** Whether a cell has institutions of a line, also those to which it does not apply. */
function isCountedIn(cell: Cell, { group, indicator }: LineSubject): boolean {
  return (
    cell.group === group &&
    cell.subject === indicator.code &&
    cell.institutions + cell.notApplicable > 0
  );
}

/** Whether any row may have a standing, so that what it is drawn from has to be read. */
export function mayHaveStandings(
  by: readonly BreakdownDimension[],
  subjects: readonly LineSubject[],
): boolean {
  return (
    attributesIn(by).length === 0 ||
    subjects.some(({ indicator }) => kindOfTargets(by, indicator) !== null)
  );
}

/**
 * A target is about all institutions of its line; so a part has a standing only where it is the
 * line: where the indicator is about its kind alone.
 */
function targetsOf(
  line: ProgressLineRow,
  whole: () => readonly ProgressLineRow[],
  { kind }: Omit<Part, 'unit'>,
  by: readonly BreakdownDimension[],
): TargetStandingRow[] {
  if (kind === null || kindOfTargets(by, line.indicator) !== kind) return [];
  const same = whole().find(
    ({ group, indicator }) => group === line.group && indicator.code === line.indicator.code,
  );
  return same?.targets ?? [];
}

/** The only kind that an indicator is about, if rows are told apart by nothing else. */
function kindOfTargets(
  by: readonly BreakdownDimension[],
  { kinds }: CountedIndicator,
): InstitutionKind | null {
  const [kind, ...others] = kinds ?? [];
  return attributesIn(by).join() === 'KIND' && kind && others.length === 0 ? kind : null;
}

function attributesIn(by: readonly BreakdownDimension[]): BreakdownDimension[] {
  return by.filter((dimension) => dimension !== 'UNIT');
}

function keyOfPart({ kind, ownership, level, specialStatus }: Omit<Part, 'unit'>): string {
  return [kind, ownership, level, specialStatus].join('/');
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** What tells a row from all others, whatever the order. */
export function keyOfRow(row: BreakdownRow): string {
  return [row.unit?.id ?? '', keyOfPart(row), row.group, row.indicator.code].join('|');
}

export interface Ranking {
  figure: BreakdownFigure;
  direction: OrderDirection;
  /** The year of the target that is meant; null for the next one that is due, or else the last. */
  targetYear: number | null;
}

const FIGURES = {
  INSTITUTIONS: 'institutions',
  COMPLETED: 'completed',
  REPORTED: 'reported',
  IN_REVIEW: 'inReview',
  NOT_REPORTED: 'notReported',
  CARRIED_FORWARD: 'carriedForward',
  NOT_APPLICABLE: 'notApplicable',
  PERCENT: 'percent',
  PERCENT_OF_REPORTED: 'percentOfReported',
  UPPER_PERCENT: 'upperPercent',
  COVERAGE_PERCENT: 'coveragePercent',
} as const satisfies Partial<Record<BreakdownFigure, keyof ProgressLineRow>>;

const TARGET_FIGURES = {
  GAP_POINTS: 'gapPoints',
  INSTITUTIONS_TO_GO: 'institutionsToGo',
  PACE_PER_YEAR: 'pacePerYear',
} as const satisfies Partial<Record<BreakdownFigure, keyof TargetStandingRow>>;

/** Whether a figure is one of the standing against a target. */
export function isOfTarget(figure: BreakdownFigure): figure is keyof typeof TARGET_FIGURES {
  return figure in TARGET_FIGURES;
}

/** The figure of a row; null when it has none. */
function figureOf(
  { line }: BreakdownRow,
  figure: BreakdownFigure,
  targetYear: number | null,
): number | null {
  if (isOfTarget(figure)) return targetOf(line, targetYear)?.[TARGET_FIGURES[figure]] ?? null;
  return line[FIGURES[figure]];
}

function targetOf(line: ProgressLineRow, year: number | null): TargetStandingRow | null {
  const { targets, inputs } = line;
  if (year !== null) return targets.find(({ target }) => target.year === year) ?? null;
  const next = targets.find(({ target }) => target.dueOn >= inputs.request.asOf);
  return next ?? targets.at(-1) ?? null;
}

/** The rows with one of these standings. */
export function withStandings(
  rows: readonly BreakdownRow[],
  standings: readonly Standing[],
  targetYear: number | null,
): BreakdownRow[] {
  return rows.filter(({ line }) => {
    const found = targetOf(line, targetYear);
    return found !== null && standings.includes(found.standing);
  });
}

/**
 * The rows by a figure, with their places: equal figures share a place, and the next one is left
 * out. Rows with equal figures stay in the order given, and those without the figure come last,
 * without a place.
 */
export function rankedBy(
  rows: readonly BreakdownRow[],
  { figure, direction, targetYear }: Ranking,
): BreakdownRow[] {
  const sign = direction === 'ASC' ? -1 : 1;
  return ranked(rows, (row) => {
    const value = figureOf(row, figure, targetYear);
    return value === null ? null : sign * value;
  });
}
