import { COMMON_INDICATORS } from '../indicators/indicator.js';
import type { ProgressReportRow } from '../progress/report.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import type { Language, Text } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { GROUP_LABELS } from '../vocabulary/labels.js';
import { MEASURE_LABELS, PERCENT, POINTS, SUBJECT_LABELS, TARGET_LABELS } from './labels.js';
import { MEASURES } from './measures.js';
import { measuresOf, type ExportedReport } from './progress-record.js';
import { TARGET_MEASURES, targetMeasuresOf } from './target-columns.js';

export interface Dataset {
  /** In their order, each once. */
  dates: readonly LocalDate[];
  /** All units of the reports, in their order; not each is there on every date. */
  units: readonly UnitRow[];
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
 * Progress as a JSON-stat 2.0 dataset of time × unit × group × pillar × measure, or of time × unit × group ×
 * indicator × measure where indicators are asked for. The values are written as they are read, date by date;
 * those of a unit that there is not on a date are null.
 */
export async function* jsonStatText(
  turns: AsyncIterable<ExportedReport[]>,
  dataset: Dataset,
): AsyncGenerator<string> {
  const { dates, units, publishedAt, years, language } = dataset;
  const measures = measuresIn(years);
  const subject = subjectOf(dataset);
  const codes = subject.entries.map(({ id }) => id);
  const places = new Map(units.map(({ id }, index) => [id, index]));
  const nothing = Array<string>(GROUPS.length * codes.length * measures.length)
    .fill('null')
    .join();
  const warnings = new Set<string>();
  let written = 0;
  const next = (values: string) => (written++ === 0 ? '' : ',') + values;
  /** Nulls up to the place of a unit on a date. */
  function* upTo(place: number): Generator<string> {
    while (written < place) yield next(nothing);
  }
  yield `{"version":"2.0","class":"dataset","label":${JSON.stringify(LABEL[language])},"updated":"${publishedAt.toISOString()}","value":[`;
  for await (const reports of turns)
    for (const { unit, report } of reports) {
      yield* upTo(dates.indexOf(report.asOf) * units.length + required(places, unit.id));
      yield next(JSON.stringify(valuesOf(report, { codes, years, measures })).slice(1, -1));
      for (const { code } of report.warnings) warnings.add(code);
    }
  yield* upTo(dates.length * units.length);
  const rest = {
    id: ['time', 'unit', 'group', subject.dimension, 'measure'],
    size: [dates.length, units.length, GROUPS.length, codes.length, measures.length],
    role: { time: ['time'], geo: ['unit'], metric: ['measure'] },
    dimension: dimensionsOf(dataset, subject, measures),
    extension: extensionOf(dataset, [...warnings].sort()),
  };
  yield `],${JSON.stringify(rest).slice(1)}\n`;
}

type Subject = ReturnType<typeof subjectOf>;

function dimensionsOf(
  { dates, units, language }: Dataset,
  subject: Subject,
  measures: ReturnType<typeof measuresIn>,
) {
  return {
    time: { category: category(dates.map((id) => ({ id, label: id }))) },
    unit: { category: category(namedUnits(units)) },
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
  };
}

function extensionOf(
  { dates, basis, revision, knownAt, tellsKnownAt, licence }: Dataset,
  warnings: string[],
) {
  return {
    // Several dates are those of the dimension.
    ...(dates.length === 1 && { asOf: dates[0] }),
    basis,
    revision,
    ...(tellsKnownAt && { knownAt: knownAt.toISOString() }),
    licence,
    warnings,
    illustrative: warnings.includes('ILLUSTRATIVE_DATA'),
  };
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

/**
 * The units as categories. Those of several kinds may have the same code, and on several dates so may those
 * of one kind: then the later one says the day from which it is.
 */
function namedUnits(units: readonly UnitRow[]): { id: string; label: string }[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const id of units.map(({ kind, code }) => `${kind}-${code}`))
    (seen.has(id) ? shared : seen).add(id);
  return units.map(({ kind, code, name, validFrom }) => {
    const id = `${kind}-${code}`;
    return { id: shared.has(id) && validFrom ? `${id}-from-${validFrom}` : id, label: name };
  });
}

function category(entries: readonly { id: string; label: string }[]) {
  return {
    index: entries.map(({ id }) => id),
    label: Object.fromEntries(entries.map(({ id, label }) => [id, label])),
  };
}
