import { COMMON_INDICATORS } from '../indicators/indicator.js';
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
  knownAt: Date;
  /** Whether the dataset says the moment up to which data was known. */
  tellsKnownAt: boolean;
  publishedAt: Date;
  licence: string | null;
  years: readonly number[];
  language: Language;
}

const LABEL = {
  vi: 'Tiến độ chuyển đổi số của cơ sở giáo dục',
  en: 'Progress of educational institutions in digital transformation',
};

/**
 * Progress as a JSON-stat 2.0 dataset of unit × group × pillar × measure. The values are written as
 * they are read; the units, which take little memory, are kept for the dimension that follows.
 */
export async function* jsonStatText(
  turns: AsyncIterable<ExportedReport[]>,
  { asOf, basis, revision, knownAt, tellsKnownAt, publishedAt, licence, years, language }: Dataset,
): AsyncGenerator<string> {
  const measures = measuresIn(years);
  const units: { id: string; label: string }[] = [];
  const warnings = new Set<string>();
  yield `{"version":"2.0","class":"dataset","label":${JSON.stringify(LABEL[language])},"updated":"${publishedAt.toISOString()}","value":[`;
  for await (const reports of turns) {
    const values = reports.flatMap(({ report }) =>
      report.lines.flatMap((line) => {
        const values: Record<string, number | null> = {
          ...measuresOf(line),
          ...targetMeasuresOf(line, years),
        };
        return measures.map(({ id }) => values[id]);
      }),
    );
    yield (units.length === 0 ? '' : ',') + JSON.stringify(values).slice(1, -1);
    for (const { unit, report } of reports) {
      units.push({ id: idOf(unit), label: unit.name });
      for (const { code } of report.warnings) warnings.add(code);
    }
  }
  const groups = Object.values(InstitutionGroup);
  const labelled = <Name extends string>(
    names: readonly Name[],
    labels: Record<Name, Record<Language, string>>,
  ) => category(names.map((id) => ({ id, label: labels[id][language] })));
  const rest = {
    id: ['unit', 'group', 'pillar', 'measure'],
    size: [units.length, groups.length, COMMON_INDICATORS.length, measures.length],
    role: { geo: ['unit'], metric: ['measure'] },
    dimension: {
      unit: { category: category(units) },
      group: { category: labelled(groups, GROUP_LABELS) },
      pillar: { category: labelled(COMMON_INDICATORS, SUBJECT_LABELS) },
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
