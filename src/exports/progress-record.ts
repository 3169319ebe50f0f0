import { toGlobalId } from '../graphql/node.js';
import { isCommonIndicator } from '../indicators/indicator.js';
import type { ProgressLineRow } from '../progress/progress-line.js';
import type { ProgressReportRow } from '../progress/report.js';
import { required } from '../shared/required.js';
import type { Language } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import { GROUP_LABELS } from '../vocabulary/labels.js';
import type { Columns, ExportRecord } from './export-format.js';
import { SUBJECT_LABELS } from './labels.js';
import { OF_LINE, type Measure } from './measures.js';
import { standingsOf, targetColumns, targetMeasuresOf } from './target-columns.js';

const COLUMNS = {
  as_of: 'day',
  basis: 'text',
  revision: 'count',
  unit_kind: 'text',
  unit_code: 'text',
  unit_name: 'text',
  unit_name_en: 'text',
  group: 'text',
  group_label: 'text',
  pillar: 'text',
  pillar_label: 'text',
  ...OF_LINE,
  warnings: 'text',
  illustrative: 'flag',
} as const satisfies Columns;
/** They came after the others, which keep their places. */
const LATER_COLUMNS = {
  indicator: 'text',
  indicator_label: 'text',
  unit_id: 'text',
  parent_code: 'text',
  parent_name: 'text',
  province_code: 'text',
  province_name: 'text',
} as const satisfies Columns;

/** How the records of a download are made. */
export interface RecordOptions {
  /** The years of the targets to include. */
  years: readonly number[];
  revision: number;
  language: Language;
  /** What the indicators are called, by their codes. */
  names: ReadonlyMap<string, string>;
  /** Whether each record says the moment up to which data was known. */
  tellsKnownAt: boolean;
}

/** The columns of the export. Those of targets come late, because the years change over time. */
export function progressColumns({ years, tellsKnownAt }: RecordOptions): Columns {
  const known: Columns = tellsKnownAt ? { known_at: 'moment' } : {};
  return { ...COLUMNS, ...known, ...targetColumns(years), ...LATER_COLUMNS };
}

export interface ExportedReport {
  unit: UnitRow;
  /** The unit right above; undefined for a province. */
  parent: UnitRow | undefined;
  /** The province that the unit is in, or is. */
  province: UnitRow | undefined;
  report: ProgressReportRow;
}

export function measuresOf(line: ProgressLineRow): Record<Measure, number | null> {
  return {
    denominator: line.institutions,
    numerator: line.completed,
    reported: line.reported,
    in_review: line.inReview,
    not_reported: line.notReported,
    carried_forward: line.carriedForward,
    not_applicable: line.notApplicable,
    percent: line.percent,
    percent_of_reported: line.percentOfReported,
    upper_percent: line.upperPercent,
    coverage_percent: line.coveragePercent,
  };
}

/** The lines of a report as rows of a table; each row can be understood alone. */
export function progressRecords(
  { unit, parent, province, report }: ExportedReport,
  { years, revision, language, names, tellsKnownAt }: RecordOptions,
): ExportRecord[] {
  return report.lines.map((line) => {
    const { code } = line.indicator;
    const subject = isCommonIndicator(code) ? code : null;
    const warnings = report.warnings
      .filter(({ group }) => group === null || group === line.group)
      .map(({ code }) => code);
    return {
      as_of: report.asOf,
      basis: report.basis,
      revision,
      unit_kind: unit.kind,
      unit_code: unit.code,
      unit_name: unit.name,
      unit_name_en: unit.nameEn,
      group: line.group,
      group_label: GROUP_LABELS[line.group][language],
      pillar: subject,
      pillar_label: subject && SUBJECT_LABELS[subject][language],
      ...measuresOf(line),
      warnings: warnings.join(' '),
      illustrative: warnings.includes('ILLUSTRATIVE_DATA'),
      ...(tellsKnownAt && { known_at: report.knownAt.toISOString() }),
      ...targetMeasuresOf(line, years),
      ...standingsOf(line, years),
      indicator: code,
      indicator_label: required(names, code),
      unit_id: toGlobalId('AdministrativeUnit', unit.id),
      parent_code: parent?.code ?? null,
      parent_name: parent?.name ?? null,
      province_code: province?.code ?? null,
      province_name: province?.name ?? null,
    };
  });
}
