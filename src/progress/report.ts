import type { Pillar } from '../frameworks/framework.enums.js';
import { InstitutionGroup } from '../institutions/institution.enums.js';
import type { TargetRow } from '../plans/plan.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { Cell } from './count.js';
import { frameworkInForce, PROGRESS_SUBJECTS, type ProgressSubject } from './observe.js';
import type { BoundaryBasis, ProgressWarningCode } from './progress.enums.js';
import type { CountedRound, ProgressInputs } from './progress.queries.js';
import { standingOf, type StandingResult } from './standing.js';

/** Below this share of institutions reported, a figure carries the warning LOW_COVERAGE. */
export const LOW_COVERAGE_PERCENT = 80;

export interface TargetStandingRow extends StandingResult {
  target: TargetRow;
}

export interface ProgressLineRow {
  group: InstitutionGroup;
  pillar: Pillar | null;
  institutions: number;
  completed: number;
  reported: number;
  inReview: number;
  notReported: number;
  carriedForward: number;
  notApplicable: number;
  percent: number | null;
  percentOfReported: number | null;
  upperPercent: number | null;
  coveragePercent: number | null;
  targets: TargetStandingRow[];
}

export interface ProgressWarningRow {
  code: ProgressWarningCode;
  text: Text;
  group: InstitutionGroup | null;
  units: UnitRow[];
  institutions: number | null;
}

export interface ProgressReportRow {
  asOf: LocalDate;
  knownAt: Date;
  basis: BoundaryBasis;
  lines: ProgressLineRow[];
  warnings: ProgressWarningRow[];
}

/** Which lines of a report are wanted; null asks for all. */
export interface LineFilter {
  groups: readonly InstitutionGroup[] | null;
  pillars: readonly Pillar[] | null;
}

/** Makes the report from what was counted; nothing is read here. */
export function reportOf(
  inputs: ProgressInputs,
  question: { asOf: LocalDate; knownAt: Date; basis: BoundaryBasis },
  filter: LineFilter,
): ProgressReportRow {
  const groups = Object.values(InstitutionGroup).filter(
    (group) => filter.groups?.includes(group) ?? true,
  );
  const subjects = PROGRESS_SUBJECTS.filter((subject) =>
    filter.pillars ? filter.pillars.includes(subject as Pillar) : true,
  );
  const lines = groups.flatMap((group) =>
    subjects.map((subject) => lineOf(inputs, question.asOf, group, subject)),
  );
  return { ...question, lines, warnings: warningsOf(inputs, question.asOf, lines) };
}

function lineOf(
  inputs: ProgressInputs,
  asOf: LocalDate,
  group: InstitutionGroup,
  subject: ProgressSubject,
): ProgressLineRow {
  const of = (cells: Cell[]) =>
    cells.filter((cell) => cell.group === group && cell.subject === subject);
  const cells = of(inputs.counts);
  const { institutions, completed, reported, inReview, notApplicable } = totalOf(cells);
  const notReported = institutions - reported - inReview;
  const pillar = subject === 'ALL_FOUR' ? null : subject;
  const points = inputs.history.flatMap(({ date, counts }) => {
    const then = totalOf(of(counts));
    return then.reported > 0 ? [{ date, percent: (then.completed / then.institutions) * 100 }] : [];
  });
  return {
    group,
    pillar,
    institutions,
    completed,
    reported,
    inReview,
    notReported,
    carriedForward: carriedForward(inputs, asOf, cells),
    notApplicable,
    percent: percentage(completed, institutions),
    percentOfReported: percentage(completed, reported),
    upperPercent: percentage(completed + inReview + notReported, institutions),
    coveragePercent: percentage(reported, institutions),
    targets: inputs.targets
      .filter((target) => target.group === group && target.pillar === pillar)
      .map((target) => ({
        target,
        ...standingOf({ asOf, institutions, completed, reported, points, target }),
      })),
  };
}

function totalOf(cells: readonly Cell[]) {
  const total = {
    institutions: 0,
    completed: 0,
    reported: 0,
    inReview: 0,
    notApplicable: 0,
    illustrative: 0,
  };
  for (const cell of cells)
    for (const counter of Object.keys(total) as (keyof typeof total)[])
      total[counter] += cell[counter];
  return total;
}

function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

/** Of those reported, the ones whose update is from before the newest round due. */
function carriedForward(inputs: ProgressInputs, asOf: LocalDate, cells: readonly Cell[]): number {
  const newest = inputs.rounds.filter(({ dueOn }) => dueOn <= asOf).at(-1);
  if (!newest) return 0;
  return cells
    .filter(({ roundId }) => isBefore(inputs.countedRounds.get(roundId), newest.referenceDate))
    .reduce((sum, cell) => sum + cell.reported, 0);
}

function isBefore(round: CountedRound | undefined, date: LocalDate): boolean {
  return round !== undefined && round.referenceDate < date;
}

function warningsOf(
  inputs: ProgressInputs,
  asOf: LocalDate,
  lines: readonly ProgressLineRow[],
): ProgressWarningRow[] {
  const warnings: ProgressWarningRow[] = [];
  const warn = (code: ProgressWarningCode, text: Text, more: Partial<ProgressWarningRow> = {}) =>
    warnings.push({ code, text, group: null, units: [], institutions: null, ...more });
  const groups = new Set(lines.map(({ group }) => group));
  const counted = inputs.counts.filter((cell) => groups.has(cell.group));
  const countedRounds = [...new Set(counted.map(({ roundId }) => roundId))].flatMap(
    (id) => inputs.countedRounds.get(id) ?? [],
  );

  const earliest = inputs.history[0]?.date ?? asOf;
  const parts = inputs.partPredecessors.filter(({ effectiveOn }) => earliest < effectiveOn);
  if (parts.length > 0)
    warn(
      'PART_SUCCESSION',
      {
        vi: `${parts.length} đơn vị tiền thân chỉ nhập một phần vào đơn vị này; số liệu trước đó của phần ấy không thể tính lại theo địa giới hiện nay và không có trong kết quả.`,
        en: `${parts.length} predecessor(s) came to this unit in part only; earlier figures of those parts cannot be restated on today’s borders and are not in the result.`,
      },
      { units: parts.map(({ unit }) => unit) },
    );
  if (inputs.unsettled > 0)
    warn(
      'UNSETTLED_LOCATION',
      {
        vi: `${inputs.unsettled} cơ sở thuộc hoặc có thể thuộc đơn vị này nhưng chưa rõ ở xã nào; cần người xác nhận.`,
        en: `${inputs.unsettled} institution(s) are or may be in this unit, but nobody has said in which commune.`,
      },
      { institutions: inputs.unsettled },
    );
  const inForce = frameworkInForce(inputs.frameworks, asOf);
  if (inForce && countedRounds.some(({ frameworkId }) => frameworkId !== inForce.id))
    warn('FRAMEWORK_CHANGED', {
      vi: 'Một số bản cập nhật được tính theo bộ tiêu chí khác với bộ đang có hiệu lực vào ngày này; so sánh cần thận trọng.',
      en: 'Some of the counted updates answer another framework than the one in force on this date; compare with care.',
    });
  for (const line of lines) {
    if (line.coveragePercent === null || line.coveragePercent >= LOW_COVERAGE_PERCENT) continue;
    if (warnings.some(({ code, group }) => code === 'LOW_COVERAGE' && group === line.group))
      continue;
    warn(
      'LOW_COVERAGE',
      {
        vi: `Chỉ ${line.reported} trên ${line.institutions} cơ sở đã có báo cáo được duyệt (dưới ${LOW_COVERAGE_PERCENT}%); tỉ lệ thật có thể lên đến upperPercent.`,
        en: `Only ${line.reported} of ${line.institutions} institutions have an approved report (under ${LOW_COVERAGE_PERCENT}%); the true percentage may be as high as upperPercent.`,
      },
      { group: line.group, institutions: line.institutions - line.reported },
    );
  }
  const targets = lines.flatMap((line) => line.targets.map(({ target }) => target));
  if (targets.some(({ sourceStatus }) => sourceStatus === 'ILLUSTRATIVE'))
    warn('ILLUSTRATIVE_TARGET', {
      vi: 'Có chỉ tiêu minh hoạ, không phải chỉ tiêu chính thức.',
      en: 'Some targets are illustrative, not official.',
    });
  if (targets.some(({ sourceStatus }) => sourceStatus === 'UNCONFIRMED'))
    warn('UNCONFIRMED_TARGET', {
      vi: 'Có chỉ tiêu chưa được xác nhận với văn bản chính thức.',
      en: 'Some targets have not been confirmed against an official text.',
    });
  const illustrative = totalOf(
    counted.filter(({ subject }) => subject === 'ALL_FOUR'),
  ).illustrative;
  if (illustrative > 0 || countedRounds.some((round) => round.illustrative))
    warn(
      'ILLUSTRATIVE_DATA',
      {
        vi: `Có dữ liệu minh hoạ: ${illustrative} cơ sở và các bản cập nhật của những đợt minh hoạ.`,
        en: `Some data is made up for demonstration: ${illustrative} institution(s), and the updates of illustrative rounds.`,
      },
      { institutions: illustrative },
    );
  return warnings;
}
