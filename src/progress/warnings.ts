import { kindsOf, type InstitutionGroup } from '../vocabulary/institution.enums.js';
import { GROUP_LABELS, PILLAR_LABELS } from '../vocabulary/labels.js';
import type { LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import { totalOf } from '../counts/count.js';
import {
  decidesForSome,
  decidingIn,
  frameworksInForce,
  type FrameworkFact,
} from '../counts/rules.js';
import { PILLARS } from '../indicators/indicator.js';
import type { ProgressWarningCode } from './progress.enums.js';
import type { ProgressLineRow } from './progress-line.js';
import type { CountedRound, ProgressInputs } from './progress.queries.js';

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
  const groups = new Set(lines.map(({ group }) => group));
  const counted = inputs.counts.filter((cell) => groups.has(cell.group));
  const rounds = [...new Set(counted.map(({ roundId }) => roundId))].flatMap(
    (id) => inputs.countedRounds.get(id) ?? [],
  );
  return [
    ...assumed(inputs),
    ...partSuccession(inputs, asOf),
    ...unsettled(inputs),
    ...frameworkChanged(inputs, asOf, lines),
    ...pillarsUndecided(
      frameworksInForce(inputs.rules.frameworks, asOf, inputs.request.knownAt),
      lines,
    ),
    ...lowCoverage(lines),
    ...unsureTargets(lines),
    ...illustrativeData(counted, rounds),
  ];
}

function warning(
  code: ProgressWarningCode,
  text: Text,
  more: Partial<ProgressWarningRow> = {},
): ProgressWarningRow {
  return { code, text, group: null, units: [], institutions: null, ...more };
}

function assumed({ assumptions }: ProgressInputs): ProgressWarningRow[] {
  const institutions = new Set(assumptions.map(({ institutionId }) => institutionId)).size;
  if (institutions === 0) return [];
  const text = {
    vi: `Đây là số liệu giả định, không phải số liệu thật: ${institutions} cơ sở được tính theo assumptions.`,
    en: `These figures are hypothetical, not real: ${institutions} institution(s) are counted as assumptions says.`,
  };
  return [warning('HYPOTHETICAL', text, { institutions })];
}

function partSuccession(inputs: ProgressInputs, asOf: LocalDate): ProgressWarningRow[] {
  const earliest = inputs.history[0]?.date ?? asOf;
  const parts = inputs.partPredecessors.filter(({ effectiveOn }) => earliest < effectiveOn);
  if (parts.length === 0) return [];
  const text = {
    vi: `${parts.length} đơn vị tiền thân chỉ nhập một phần vào đơn vị này; số liệu trước đó của phần ấy không thể tính lại theo địa giới hiện nay và không có trong kết quả.`,
    en: `${parts.length} predecessor(s) came to this unit in part only; earlier figures of those parts cannot be restated on today’s borders and are not in the result.`,
  };
  return [warning('PART_SUCCESSION', text, { units: parts.map(({ unit }) => unit) })];
}

function unsettled({ unsettled: institutions }: ProgressInputs): ProgressWarningRow[] {
  if (institutions === 0) return [];
  const text = {
    vi: `${institutions} cơ sở thuộc hoặc có thể thuộc đơn vị này nhưng chưa rõ ở xã nào; cần người xác nhận.`,
    en: `${institutions} institution(s) are or may be in this unit, but nobody has said in which commune.`,
  };
  return [warning('UNSETTLED_LOCATION', text, { institutions })];
}

/** Of what frameworks in force decide, some is reported by a round of another one. */
function frameworkChanged(
  { rules, counts, countedRounds, request }: ProgressInputs,
  asOf: LocalDate,
  lines: readonly ProgressLineRow[],
): ProgressWarningRow[] {
  const inForce = frameworksInForce(rules.frameworks, asOf, request.knownAt);
  const isOther = (group: InstitutionGroup, code: string) => {
    const deciding = decidingIn(inForce, code).map(({ id }) => id);
    const rounds = counts
      .filter((cell) => cell.group === group && cell.subject === code)
      .flatMap(({ roundId }) => countedRounds.get(roundId) ?? []);
    return (
      deciding.length > 0 &&
      rounds.some(({ frameworkIds }) => !frameworkIds.some((id) => deciding.includes(id)))
    );
  };
  const changed = lines.some(({ group, indicator }) =>
    indicator.decided.some((code) => isOther(group, code)),
  );
  if (!changed) return [];
  const text = {
    vi: 'Một số bản cập nhật được tính theo bộ tiêu chí khác với bộ đang có hiệu lực vào ngày này; so sánh cần thận trọng.',
    en: 'Some of the counted updates answer another framework than the one in force on this date; compare with care.',
  };
  return [warning('FRAMEWORK_CHANGED', text)];
}

/** One for each group of which the frameworks in force decide some pillars, and others for no kind. */
export function pillarsUndecided(
  inForce: readonly FrameworkFact[],
  lines: readonly Pick<ProgressLineRow, 'group' | 'indicator'>[],
): ProgressWarningRow[] {
  return [...new Set(lines.map(({ group }) => group))].flatMap((group) => {
    const kinds = kindsOf(group);
    const undecided = PILLARS.filter((pillar) => !decidesForSome(inForce, pillar, kinds));
    // A hub that decides no pillar at all counts other indicators, if any.
    if (undecided.length === PILLARS.length) return [];
    const counted = undecided.filter((pillar) =>
      lines.some((line) => line.group === group && line.indicator.decided.includes(pillar)),
    );
    if (counted.length === 0) return [];
    const named = (language: 'vi' | 'en') =>
      counted.map((pillar) => PILLAR_LABELS[pillar][language]).join(', ');
    const text = {
      vi: `${GROUP_LABELS[group].vi}: các bộ tiêu chí có hiệu lực vào ngày này chỉ quy định một số trụ cột, chưa quy định trụ cột ${named('vi')}.`,
      en: `${GROUP_LABELS[group].en}: the frameworks in force on this date decide only some of the pillars; none decides ${named('en')}.`,
    };
    return [warning('PILLARS_UNDECIDED', text, { group })];
  });
}

/** One for each group: the first of its lines that too few have reported for. */
function lowCoverage(lines: readonly ProgressLineRow[]): ProgressWarningRow[] {
  const first = new Map<InstitutionGroup, ProgressLineRow>();
  for (const line of lines) {
    if (line.coveragePercent === null || line.coveragePercent >= LOW_COVERAGE_PERCENT) continue;
    if (!first.has(line.group)) first.set(line.group, line);
  }
  return [...first.values()].map(({ group, reported, institutions }) => {
    const text = {
      vi: `Chỉ ${reported} trên ${institutions} cơ sở đã có báo cáo được duyệt (dưới ${LOW_COVERAGE_PERCENT}%); tỷ lệ thật có thể lên đến cận trên.`,
      en: `Only ${reported} of ${institutions} institutions have an approved report (under ${LOW_COVERAGE_PERCENT}%); the true percentage may be as high as the upper bound.`,
    };
    return warning('LOW_COVERAGE', text, { group, institutions: institutions - reported });
  });
}

function unsureTargets(lines: readonly ProgressLineRow[]): ProgressWarningRow[] {
  const statuses = new Set(
    lines.flatMap(({ targets }) => targets.map(({ target }) => target.sourceStatus)),
  );
  const warnings: ProgressWarningRow[] = [];
  if (statuses.has('ILLUSTRATIVE'))
    warnings.push(
      warning('ILLUSTRATIVE_TARGET', {
        vi: 'Có chỉ tiêu minh hoạ, không phải chỉ tiêu chính thức.',
        en: 'Some targets are illustrative, not official.',
      }),
    );
  if (statuses.has('UNCONFIRMED'))
    warnings.push(
      warning('UNCONFIRMED_TARGET', {
        vi: 'Có chỉ tiêu chưa được xác nhận với văn bản chính thức.',
        en: 'Some targets have not been confirmed against an official text.',
      }),
    );
  return warnings;
}

function illustrativeData(
  counted: ProgressInputs['counts'],
  rounds: readonly CountedRound[],
): ProgressWarningRow[] {
  const allFour = counted.filter(({ subject }) => subject === 'ALL_FOUR');
  const institutions = totalOf(allFour).illustrative;
  if (institutions === 0 && !rounds.some(({ illustrative }) => illustrative)) return [];
  const text = {
    vi: `Có dữ liệu minh hoạ: ${institutions} cơ sở và các bản cập nhật của những đợt minh hoạ.`,
    en: `Some data is made up for demonstration: ${institutions} institution(s), and the updates of illustrative rounds.`,
  };
  return [warning('ILLUSTRATIVE_DATA', text, { institutions })];
}
