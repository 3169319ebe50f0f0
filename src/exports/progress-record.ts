import type { ProgressLineRow } from '../progress/progress-line.js';
import type { ProgressReportRow } from '../progress/report.js';
import type { Language } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { ExportRecord } from './export-format.js';
import { GROUP_LABELS, SUBJECT_LABELS } from './labels.js';
import { MEASURES, type Measure } from './measures.js';
import {
  standingColumns,
  standingsOf,
  targetMeasureColumns,
  targetMeasuresOf,
  type TargetColumn,
  type TargetMeasure,
} from './target-columns.js';

const COLUMNS = [
  'as_of',
  'basis',
  'revision',
  'unit_kind',
  'unit_code',
  'unit_name',
  'unit_name_en',
  'group',
  'group_label',
  'pillar',
  'pillar_label',
  ...MEASURES,
  'warnings',
  'illustrative',
] as const;
type ProgressColumn = (typeof COLUMNS)[number] | TargetColumn<TargetMeasure | 'standing'>;

/** The columns of the export. Those of targets come last, because the years change over time. */
export function progressColumns(years: readonly number[]): ProgressColumn[] {
  return [...COLUMNS, ...targetMeasureColumns(years), ...standingColumns(years)];
}

export interface ExportedReport {
  unit: UnitRow;
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

/**
 * The lines of a report as rows of a table; each row can be understood alone.
 * @param years the years of the targets to include.
 */
export function progressRecords(
  { unit, report }: ExportedReport,
  years: readonly number[],
  revision: number,
  language: Language,
): ExportRecord<ProgressColumn>[] {
  return report.lines.map((line) => {
    const subject = line.pillar ?? 'ALL_FOUR';
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
      pillar_label: SUBJECT_LABELS[subject][language],
      ...measuresOf(line),
      warnings: warnings.join(' '),
      illustrative: warnings.includes('ILLUSTRATIVE_DATA'),
      ...targetMeasuresOf(line, years),
      ...standingsOf(line, years),
    };
  });
}
