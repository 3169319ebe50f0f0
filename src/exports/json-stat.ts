import { COMMON_INDICATORS } from '../indicators/indicator.js';
import type { ProgressReportRow } from '../progress/report.js';
import type { LocalDate } from '../shared/dates.js';
import type { Language, Text } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { GROUP_LABELS } from '../vocabulary/labels.js';
import { MEASURE_LABELS, PERCENT, POINTS, SUBJECT_LABELS, TARGET_LABELS } from './labels.js';
import { MEASURES } from './measures.js';
import { measuresOf, type ExportedReport } from './progress-record.js';
import { TARGET_MEASURES, targetMeasuresOf } from './target-columns.js';

export interface Dataset {
  asOf: LocalDate;
  basis: string;
  revision: number;
  /** The codes of the indicators that are asked for; null for those that every hub has. */
  indicators: readonly string[] | null;
  /** What the indicators are called, in the order of the lines. */
  names: ReadonlyMap<string, string>;
  knownAt: Date;
  /** Whether the dataset says the moment up to which data was known. */
  tellsKnownAt: boolean;
  publishedAt: Date;
  licence: string | null;
  years: readonly number[];
  language: Language;
}

const GROUPS = Object.values(InstitutionGroup);

const LABEL = {
  vi: 'Tiến độ chuyển đổi số của cơ sở giáo dục',
  en: 'Progress of educational institutions in digital transformation',
};

/**
 * Progress as a JSON-stat 2.0 dataset of unit × group × pillar × measure, or of unit × group ×
 * indicator × measure where indicators are asked for. The values are written as they are read; the
 * units, which take little memory, are kept for the dimension that follows.
 */
export async function* jsonStatText(
  turns: AsyncIterable<ExportedReport[]>,
  dataset: Dataset,
): AsyncGenerator<string> {
  const { asOf, basis, revision, knownAt, tellsKnownAt, publishedAt, licence, years, language } =
    dataset;
  const measures = measuresIn(years);
  const subject = subjectOf(dataset);
  const codes = subject.entries.map(({ id }) => id);
  const units: { id: string; label: string }[] = [];
  const warnings = new Set<string>();
  yield `{"version":"2.0","class":"dataset","label":${JSON.stringify(LABEL[language])},"updated":"${publishedAt.toISOString()}","value":[`;
  for await (const reports of turns) {
    const values = reports.flatMap(({ report }) => valuesOf(report, { codes, years, measures }));
    yield (units.length === 0 ? '' : ',') + JSON.stringify(values).slice(1, -1);
    for (const { unit, report } of reports) {
      units.push({ id: idOf(unit), label: unit.name });
      for (const { code } of report.warnings) warnings.add(code);
    }
  }
  const rest = {
    id: ['unit', 'group', subject.dimension, 'measure'],
    size: [units.length, GROUPS.length, codes.length, measures.length],
    role: { geo: ['unit'], metric: ['measure'] },
    dimension: {
      unit: { category: category(units) },
      group: {
        category: category(GROUPS.map((id) => ({ id, label: GROUP_LABELS[id][language] }))),
      },
      [subject.dimension]: { category: category(subject.entries) },
      measure: {
        category: {
          ...category(measures.map(({ id, label }) => ({ id, label: label[language] }))),
          unit: Object.fromEntries(
            measures.map(({ id, unit }) => [id, { label: unit?.[language] ?? '' }]),
          ),
        },
      },
    },
    extension: {
      asOf,
      basis,
      revision,
      ...(tellsKnownAt && { knownAt: knownAt.toISOString() }),
      licence,
      warnings: [...warnings].sort(),
      illustrative: warnings.has('ILLUSTRATIVE_DATA'),
    },
  };
  yield `],${JSON.stringify(rest).slice(1)}\n`;
}

/** What the lines are of: the dimension, and its categories in order. */
function subjectOf({ indicators, names, language }: Dataset): {
  dimension: 'pillar' | 'indicator';
  entries: { id: string; label: string }[];
} {
  if (indicators === null)
    return {
      dimension: 'pillar',
      entries: COMMON_INDICATORS.map((id) => ({ id, label: SUBJECT_LABELS[id][language] })),
    };
  const asked = [...names].filter(([id]) => indicators.includes(id));
  return { dimension: 'indicator', entries: asked.map(([id, label]) => ({ id, label })) };
}

/** The values of a report in the order of the dimensions; an indicator has none in a group that it is not about. */
function valuesOf(
  { lines }: ProgressReportRow,
  {
    codes,
    years,
    measures,
  }: { codes: readonly string[]; years: readonly number[]; measures: readonly { id: string }[] },
): (number | null)[] {
  return GROUPS.flatMap((group) =>
    codes.flatMap((code) => {
      const line = lines.find((each) => each.group === group && each.indicator.code === code);
      const values: Record<string, number | null> = line
        ? { ...measuresOf(line), ...targetMeasuresOf(line, years) }
        : {};
      return measures.map(({ id }) => values[id] ?? null);
    }),
  );
}

/** The measures with label and unit; without a unit, institutions are counted. */
function measuresIn(years: readonly number[]) {
  const unitOf = (name: string): Text | null =>
    name.includes('percent') ? PERCENT : /points|pace/.test(name) ? POINTS : null;
  return [
    ...MEASURES.map((id) => ({ id, label: MEASURE_LABELS[id], unit: unitOf(id) })),
    ...years.flatMap((year) =>
      TARGET_MEASURES.map((name) => ({
        id: `target_${year}_${name}` as const,
        label: {
          vi: `${TARGET_LABELS[name].vi} (${year})`,
          en: `${TARGET_LABELS[name].en} (${year})`,
        },
        unit: unitOf(name),
      })),
    ),
  ];
}

/** Units of several kinds may have the same code. */
function idOf({ kind, code }: UnitRow): string {
  return `${kind}-${code}`;
}

function category(entries: readonly { id: string; label: string }[]) {
  return {
    index: entries.map(({ id }) => id),
    label: Object.fromEntries(entries.map(({ id, label }) => [id, label])),
  };
}
