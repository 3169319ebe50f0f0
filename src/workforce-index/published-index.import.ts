import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { ImportError, readTable, type Row } from '../shared/csv.js';
import { firstOf, paired, required } from '../shared/required.js';
import type { RowAnswers } from '../shared/row-answers.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import {
  changesBetween,
  importedOf,
  type Columns,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import { noSuchUnit } from '../units/unit-code.js';
import { UnitIndex, type KnownUnit } from '../units/unit-index.queries.js';
import { SOURCE_STATUS_LABELS, UNIT_KIND_LABELS } from '../vocabulary/labels.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import type { Edition } from './edition.js';
import { editionsInForce } from './edition.queries.js';
import { SCALE } from './points.js';
import { PUBLISHED_INDEX_COLUMNS } from './published-index-columns.js';
import { PublishedIndex } from './published-index.entity.js';
import {
  NOTE_IN_ONE_LANGUAGE,
  notOfItsParts,
  NUMBER_UNFIT,
  RANK_UNFIT,
  resultTwice,
  VALUE_UNFIT,
  YEAR_UNFIT,
} from './published-index-problems.js';
import { weighted } from './score.js';

/**
 * How far a published composite may differ from the result of its parts: the last decimal is
 * rounded.
 */
const TOLERANCE = 1;

interface Result {
  /** In ten-thousandths. */
  value: number;
  rank: number | null;
  ofHowMany: number | null;
  source: string;
  sourceStatus: SourceStatus;
  noteVi: string | null;
  noteEn: string | null;
}

/** A result of a unit that there is. */
type Placed = Draft & { unit: KnownUnit };

/** A result as a row of a file describes it; what the file leaves out is as it is recorded. */
interface Draft extends Result {
  row: Row;
  unit: KnownUnit | null;
  indexCode: string;
  year: number;
  stored: Stored | null;
}

interface Stored extends Result {
  id: number;
}

/**
 * Records published results from a CSV file; a recorded result is updated by the columns that the
 * file has. If an edition says how a composite is made of parts and the file has all of them, they
 * must agree. Call it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importPublishedIndex(
  em: EntityManager,
  content: Uint8Array,
  answers?: RowAnswers,
): Promise<Imported> {
  const { rows, problems, notes } = readTable(content, PUBLISHED_INDEX_COLUMNS, answers);
  const database = databaseOf(em);
  const units = await UnitIndex.load(database);
  const stored = await storedResults(database);
  const drafts = rows.map((row) => readDraft(row, units, stored));
  refuseTwice(drafts);
  for (const edition of await editionsInForce(database)) refuseDisagreement(drafts, edition);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return importedOf(await write(em, drafts.filter(isPlaced)), notes);
}

/** A row without its unit was refused. */
function isPlaced(draft: Draft): draft is Placed {
  return draft.unit !== null;
}

function readDraft(row: Row, units: UnitIndex, recorded: ReadonlyMap<string, Stored>): Draft {
  const year = yearOf(row);
  const kind = row.oneOf('unit_kind', UnitKind, UNIT_KIND_LABELS);
  const code = row.required('unit_code');
  // A result belongs to the unit as it was at the end of the year.
  const on = `${year}-12-31`;
  const [unit = null] = year !== null && code !== '' ? units.named(code, on, kind) : [];
  if (!unit && code !== '' && year !== null)
    row.refuse('unit_code', noSuchUnit(units, { code, kind, on, column: 'year' }));
  const subject = { unit, indexCode: row.required('index_code'), year: year ?? 0 };
  const stored = recorded.get(keyOf(subject)) ?? null;
  const kept = <Value>(column: string, read: (column: string) => Value, old?: Value) =>
    stored && old !== undefined && !row.says(column) ? old : read(column);
  const text = (column: string) => row.optional(column);
  const number = (column: string) => wholeNumber(row, column);
  const draft = {
    ...{ row, ...subject, stored },
    value: kept('value', () => valueOf(row), stored?.value),
    rank: kept('rank', number, stored?.rank),
    ofHowMany: kept('of_how_many', number, stored?.ofHowMany),
    source: kept('source', (column) => row.required(column), stored?.source),
    // Empty says nothing here.
    sourceStatus:
      stored && row.optional('source_status') === null
        ? stored.sourceStatus
        : row.oneOf('source_status', SourceStatus, SOURCE_STATUS_LABELS),
    noteVi: kept('note_vi', text, stored?.noteVi),
    noteEn: kept('note_en', text, stored?.noteEn),
  };
  refuseHalves(draft);
  return draft;
}

/** A rank needs the number of ranks, and a note both languages. */
function refuseHalves({ row, rank, ofHowMany, noteVi, noteEn }: Draft): void {
  if (
    (rank === null) !== (ofHowMany === null) ||
    (rank !== null && ofHowMany !== null && (rank < 1 || rank > ofHowMany))
  )
    row.refuse('rank', RANK_UNFIT);
  if ((noteVi === null) !== (noteEn === null)) row.refuse('note_vi', NOTE_IN_ONE_LANGUAGE);
}

/** Null, with a problem, when there is no year or no date could be in it. */
function yearOf(row: Row): number | null {
  const text = row.required('year');
  if (/^(19|20|21)\d\d$|^2200$/.test(text)) return Number(text);
  if (text !== '') row.refuse('year', YEAR_UNFIT);
  return null;
}

function wholeNumber(row: Row, column: string): number | null {
  const text = row.optional(column);
  if (text === null) return null;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  row.refuse(column, NUMBER_UNFIT);
  return null;
}

function valueOf(row: Row): number {
  const text = row.required('value').replace(',', '.');
  const value = Math.round(Number(text) * SCALE);
  if (text !== '' && !(/^[01](\.\d{1,4})?$/.test(text) && value <= SCALE))
    row.refuse('value', VALUE_UNFIT);
  return value;
}

const keyOf = ({ unit, indexCode, year }: Pick<Draft, 'unit' | 'indexCode' | 'year'>) =>
  JSON.stringify([unit?.id, indexCode, year]);

function refuseTwice(drafts: readonly Draft[]): void {
  for (const same of Map.groupBy(drafts.filter(isPlaced), keyOf).values())
    for (const { row } of same.slice(1))
      row.refuse('index_code', resultTwice(firstOf(same).row.number));
}

function refuseDisagreement(drafts: readonly Draft[], { composite }: Edition): void {
  if (!composite) return;
  const values = new Map(drafts.map((draft) => [keyOf(draft), draft.value]));
  for (const draft of drafts.filter(({ indexCode }) => indexCode === composite.code)) {
    const parts = composite.parts.flatMap(({ code, weight }) => {
      const value = values.get(keyOf({ ...draft, indexCode: `${composite.code}/${code}` }));
      return value === undefined ? [] : [{ weight, value, whole: SCALE }];
    });
    if (parts.length < composite.parts.length) continue;
    const made = weighted(parts);
    if (Math.abs(made - draft.value) > TOLERANCE)
      draft.row.refuse('value', notOfItsParts(made / SCALE));
  }
}

async function storedResults(database: Database): Promise<Map<string, Stored>> {
  const rows = await database.selectFrom('published_index').selectAll().execute();
  return new Map(
    rows.map((row) => [
      JSON.stringify([row.unit_id, row.index_code, row.year]),
      {
        ...{ id: row.id, rank: row.rank, ofHowMany: row.of_how_many, source: row.source },
        ...{ sourceStatus: row.source_status, noteVi: row.note_vi, noteEn: row.note_en },
        value: Math.round(Number(row.value) * SCALE),
      },
    ]),
  );
}

async function write(em: EntityManager, drafts: readonly Placed[]): Promise<ImportedRow[]> {
  const fresh = drafts.filter(({ stored }) => stored === null);
  const ids = await insertRowsForIds(em, PublishedIndex, fresh.map(dataOf));
  const idOf = new Map(paired(fresh, ids));
  const rows = drafts.map((draft) => importedRow(draft, draft.stored?.id ?? required(idOf, draft)));
  for (const [draft, { outcome, subjectId }] of paired(drafts, rows))
    if (outcome === 'UPDATED')
      await em.nativeUpdate(PublishedIndex, { id: subjectId }, dataOf(draft));
  return rows;
}

function dataOf({ row: _row, stored: _stored, value, unit, ...draft }: Placed) {
  return { ...draft, unit: unit.id, value: value / SCALE };
}

function importedRow(draft: Placed, id: number): ImportedRow {
  const { row, unit, indexCode, year, stored } = draft;
  const { kind, code, name } = unit;
  const identity = {
    ...{ unit_kind: kind, unit_code: code, year: String(year), index_code: indexCode },
  };
  return {
    row: row.number,
    ...changesBetween(stored && { ...identity, ...columnsOf(stored) }, {
      ...identity,
      ...columnsOf(draft),
    }),
    subjectType: 'PublishedIndex',
    subjectId: id,
    subject: `${kind} ${code} ${name}, ${indexCode} ${year}`,
    trail: { unitId: unit.id },
  };
}

function columnsOf(result: Result): Columns {
  return {
    value: (result.value / SCALE).toFixed(4),
    rank: result.rank?.toString() ?? null,
    of_how_many: result.ofHowMany?.toString() ?? null,
    source: result.source,
    source_status: result.sourceStatus,
    note_vi: result.noteVi,
    note_en: result.noteEn,
  };
}
