import { databaseOf, type EntityManager } from '../database/orm.js';
import { insertRows } from '../database/insert-rows.js';
import { ImportError, readTable, type Row } from '../shared/csv.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import type { Edition } from './edition.js';
import { SCALE } from './points.js';
import { PublishedIndex } from './published-index.entity.js';
import { weighted } from './score.js';

const PUBLISHED_INDEX_COLUMNS = {
  required: ['unit_kind', 'unit_code', 'year', 'index_code', 'value', 'source', 'source_status'],
  optional: ['rank', 'of_how_many', 'note_vi', 'note_en'],
} as const;

/**
 * How far a published composite may differ from the result of its parts: the last decimal is
 * rounded.
 */
const TOLERANCE = 1;

interface Draft {
  row: Row;
  unit: number | null;
  indexCode: string;
  year: number;
  /** In ten-thousandths. */
  value: number;
  rank: number | null;
  ofHowMany: number | null;
  source: string;
  sourceStatus: SourceStatus;
  noteVi: string | null;
  noteEn: string | null;
}

/**
 * Records published results from a CSV file; a recorded result is replaced. If an edition says how
 * a composite is made of parts and the file has all of them, they must agree. Call it inside
 * `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importPublishedIndex(em: EntityManager, content: Uint8Array) {
  const { rows, problems } = readTable(content, PUBLISHED_INDEX_COLUMNS);
  const units = await UnitIndex.load(databaseOf(em));
  const drafts = rows.map((row) => readDraft(row, units));
  refuseTwice(drafts);
  const editions = await databaseOf(em).selectFrom('index_edition').select('document').execute();
  for (const { document } of editions) refuseDisagreement(drafts, document);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return write(em, drafts);
}

function readDraft(row: Row, units: UnitIndex): Draft {
  const whole = (column: string) => wholeNumber(row, column);
  const year = yearOf(row);
  const kind = row.oneOf('unit_kind', UnitKind);
  const code = row.required('unit_code');
  // A result belongs to the unit as it was at the end of the year.
  const [unit] = year !== null && code !== '' ? units.named(code, `${year}-12-31`, kind) : [];
  if (!unit && code !== '' && year !== null)
    row.refuse('unit_code', `names no ${kind} on ${year}-12-31; import the units first`);
  const [rank, ofHowMany] = [whole('rank'), whole('of_how_many')];
  if (
    (rank === null) !== (ofHowMany === null) ||
    (rank !== null && (rank < 1 || rank > ofHowMany!))
  )
    row.refuse('rank', 'goes together with of_how_many, and is from 1 to it');
  const [noteVi, noteEn] = [row.optional('note_vi'), row.optional('note_en')];
  if ((noteVi === null) !== (noteEn === null)) row.refuse('note_vi', 'goes together with note_en');
  return {
    row,
    unit: unit?.id ?? null,
    indexCode: row.required('index_code'),
    year: year ?? 0,
    value: valueOf(row),
    rank,
    ofHowMany,
    source: row.required('source'),
    sourceStatus: row.oneOf('source_status', SourceStatus),
    noteVi,
    noteEn,
  };
}

/** Null, with a problem, when there is no year or no date could be in it. */
function yearOf(row: Row): number | null {
  const text = row.required('year');
  if (/^(19|20|21)\d\d$|^2200$/.test(text)) return Number(text);
  if (text !== '') row.refuse('year', 'is not a year from 1900 to 2200');
  return null;
}

function wholeNumber(row: Row, column: string): number | null {
  const text = row.optional(column);
  if (text === null) return null;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  row.refuse(column, 'is not a whole number');
  return null;
}

function valueOf(row: Row): number {
  const text = row.required('value').replace(',', '.');
  const value = Math.round(Number(text) * SCALE);
  if (text !== '' && !(/^[01](\.\d{1,4})?$/.test(text) && value <= SCALE))
    row.refuse('value', 'is not a number from 0 to 1 with at most four decimals');
  return value;
}

const keyOf = ({ unit, indexCode, year }: Pick<Draft, 'unit' | 'indexCode' | 'year'>) =>
  JSON.stringify([unit, indexCode, year]);

function refuseTwice(drafts: readonly Draft[]): void {
  const known = drafts.filter(({ unit }) => unit !== null);
  for (const same of Map.groupBy(known, keyOf).values())
    for (const { row } of same.slice(1))
      row.refuse('index_code', `this result stands in row ${same[0]!.row.number} already`);
}

function refuseDisagreement(drafts: readonly Draft[], { composite }: Edition): void {
  if (!composite) return;
  const values = new Map(drafts.map((draft) => [keyOf(draft), draft.value]));
  for (const draft of drafts.filter(({ indexCode }) => indexCode === composite.code)) {
    const parts = composite.parts.flatMap(({ code, weight }) => {
      const value = values.get(keyOf({ ...draft, indexCode: `${composite.code}/${code}` }));
      return value === undefined ? [] : [{ value, weight }];
    });
    if (parts.length < composite.parts.length) continue;
    const made = weighted(
      parts.map(({ weight }) => weight),
      parts.map(({ value }) => ({ value, whole: SCALE })),
    );
    if (Math.abs(made - draft.value) > TOLERANCE)
      draft.row.refuse('value', `is not what its parts give, ${made / SCALE}`);
  }
}

async function write(em: EntityManager, drafts: readonly Draft[]) {
  const stored = await databaseOf(em).selectFrom('published_index').selectAll().execute();
  const known = new Map(
    stored.map((row) => [
      keyOf({ unit: row.unit_id, indexCode: row.index_code, year: row.year }),
      row,
    ]),
  );
  const data = ({ row: _row, value, unit, ...draft }: Draft) => ({
    ...draft,
    unit: unit!,
    value: value / SCALE,
  });
  const fresh = drafts.filter((draft) => !known.has(keyOf(draft)));
  const altered = drafts.filter((draft) => {
    const old = known.get(keyOf(draft));
    return (
      old &&
      (Math.round(Number(old.value) * SCALE) !== draft.value ||
        old.rank !== draft.rank ||
        old.of_how_many !== draft.ofHowMany ||
        old.source !== draft.source ||
        old.source_status !== draft.sourceStatus ||
        old.note_vi !== draft.noteVi ||
        old.note_en !== draft.noteEn)
    );
  });
  await insertRows(em, PublishedIndex, fresh.map(data));
  for (const draft of altered)
    await em.nativeUpdate(PublishedIndex, { id: known.get(keyOf(draft))!.id }, data(draft));
  return {
    changed: fresh.length + altered.length > 0,
    created: fresh.length,
    updated: altered.length,
    unchanged: drafts.length - fresh.length - altered.length,
  };
}
