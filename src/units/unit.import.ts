import { type EntityManager, databaseOf } from '../database/orm.js';
import { drawIds, insertRows } from '../database/insert-rows.js';
import { ImportError, readTable, type Problem } from '../shared/csv.js';
import { paired, required } from '../shared/required.js';
import type { RowAnswers } from '../shared/row-answers.js';
import { searchable } from '../shared/text.js';
import {
  changesBetween,
  importedOf,
  type Columns,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import { AdministrativeUnit } from './administrative-unit.entity.js';
import { checkDrafts } from './unit-draft-check.js';
import {
  namesakesKey,
  readDraft,
  TIERS,
  UNIT_COLUMNS,
  type Draft,
  type Stored,
} from './unit-draft.js';

export interface UnitsRecorded extends Imported {
  /** The units whose last day changed. */
  ended: number[];
}

/**
 * Records the units of a CSV file; a row with the kind, code and first day of a recorded unit
 * updates that unit by the columns that the file has. Call it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importUnits(
  em: EntityManager,
  content: Uint8Array,
  {
    report = () => undefined,
    answers,
  }: { report?: (done: number, total: number) => void; answers?: RowAnswers } = {},
): Promise<UnitsRecorded> {
  const { rows, problems, notes } = readTable(content, UNIT_COLUMNS, answers);
  const stored = await storedUnits(em);
  const recorded = Map.groupBy(stored, namesakesKey);
  const drafts = rows.map((row) => readDraft(row, recorded));
  if (problems.length === 0) checkDrafts(drafts, stored);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return write(em, drafts, notes, report);
}

async function storedUnits(em: EntityManager): Promise<Stored[]> {
  return databaseOf(em)
    .selectFrom('administrative_unit')
    .select([
      'id',
      'kind',
      'code',
      'name',
      'name_en as nameEn',
      'parent_id as parentId',
      'path',
      'valid_from as validFrom',
      'valid_to as validTo',
      'legal_document as legalDocument',
    ])
    .execute();
}

async function write(
  em: EntityManager,
  drafts: readonly Draft[],
  findings: readonly Problem[],
  report: (done: number, total: number) => void,
): Promise<UnitsRecorded> {
  const placed = new Map<Draft | Stored, { id: number; path: number[] }>();
  const place = (unit: Draft | Stored) =>
    ('row' in unit ? unit.stored : unit) ?? required(placed, unit);
  let done = 0;
  for (const tier of TIERS) {
    const all = drafts.filter((draft) => draft.kind === tier);
    const fresh = all.filter((draft) => draft.stored === null);
    // The path of a unit ends with its own id, so ids are drawn before the rows are written.
    const ids = await drawIds(em, AdministrativeUnit, fresh.length);
    const rows = paired(fresh, ids).map(([draft, id]) => {
      const above = draft.parent && place(draft.parent);
      const path = [...(above?.path ?? []), id];
      placed.set(draft, { id, path });
      return { id, path, ...columnsOf(draft), parent: above && above.id };
    });
    await insertRows(em, AdministrativeUnit, rows, (count) => report(done + count, drafts.length));
    for (const draft of all)
      if (draft.stored && importedRow(draft, draft.stored.id).outcome === 'UPDATED')
        await em.nativeUpdate(AdministrativeUnit, { id: draft.stored.id }, columnsOf(draft));
    done += all.length;
    report(done, drafts.length);
  }
  return {
    ...importedOf(
      drafts.map((draft) => importedRow(draft, place(draft).id)),
      findings,
    ),
    ended: drafts.flatMap(({ stored, validTo }) =>
      stored && stored.validTo !== validTo ? [stored.id] : [],
    ),
  };
}

function columnsOf({ kind, code, name, nameEn, validFrom, validTo, legalDocument }: Draft) {
  const searchName = searchable(name);
  return { kind, code, name, nameEn, searchName, validFrom, validTo, legalDocument };
}

function importedRow(draft: Draft, id: number): ImportedRow {
  const { row, kind, code, name, validFrom, stored, parent } = draft;
  const identity = { kind, code, parent_code: parent?.code ?? null, valid_from: validFrom };
  return {
    row: row.number,
    ...changesBetween(stored && { ...identity, ...fileColumnsOf(stored) }, {
      ...identity,
      ...fileColumnsOf(draft),
    }),
    subjectType: 'AdministrativeUnit',
    subjectId: id,
    subject: `${kind} ${code} ${stored?.name ?? name}`,
  };
}

function fileColumnsOf({ name, nameEn, validTo, legalDocument }: Draft | Stored): Columns {
  return { name, name_en: nameEn, valid_to: validTo, legal_document: legalDocument };
}
