import type { InstitutionGroup } from '../institutions/institution.enums.js';
import type { LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import { totalOf } from './count.js';
import { frameworkInForce } from './observe.js';
import type { ProgressWarningCode } from './progress.enums.js';
import type { ProgressLineRow } from './progress-line.js';
import type { ProgressInputs } from './progress.queries.js';

/** A lower share of reported institutions gives the warning LOW_COVERAGE. */
export const LOW_COVERAGE_PERCENT = 80;

export interface ProgressWarningRow {
  code: ProgressWarningCode;
  text: Text;
  group: InstitutionGroup | null;
  units: UnitRow[];
  institutions: number | null;
}

export function warningsOf(
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

  const assumed = new Set(inputs.assumptions.map(({ institutionId }) => institutionId)).size;
  if (assumed > 0)
    warn(
      'HYPOTHETICAL',
      {
        vi: `Đây là số liệu giả định, không phải số liệu thật: ${assumed} cơ sở được tính theo assumptions.`,
        en: `These figures are hypothetical, not real: ${assumed} institution(s) are counted as assumptions says.`,
      },
      { institutions: assumed },
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
        vi: `Chỉ ${line.reported} trên ${line.institutions} cơ sở đã có báo cáo được duyệt (dưới ${LOW_COVERAGE_PERCENT}%); tỉ lệ thật có thể lên đến cận trên.`,
        en: `Only ${line.reported} of ${line.institutions} institutions have an approved report (under ${LOW_COVERAGE_PERCENT}%); the true percentage may be as high as the upper bound.`,
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
