import { type EntityManager, databaseOf } from '../database/orm.js';
import { drawIds, insertRows } from '../database/insert-rows.js';
import { ImportError, readTable } from '../shared/csv.js';
import { searchable } from '../shared/text.js';
import { AdministrativeUnit } from './administrative-unit.entity.js';
import { checkDrafts } from './unit-draft-check.js';
import { readDraft, TIERS, type Draft, type Stored } from './unit-draft.js';

const UNIT_COLUMNS = {
  required: ['kind', 'code', 'name'],
  optional: ['name_en', 'parent_code', 'valid_from', 'valid_to', 'legal_document'],
} as const;

export interface UnitsRecorded {
  changed: boolean;
  created: number;
  updated: number;
  unchanged: number;
  ended: number[];
}

/**
 * Records the units of a CSV file; a row with the kind, code and first day of a recorded unit
 * updates that unit. Call it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importUnits(
  em: EntityManager,
  content: Uint8Array,
  report: (done: number, total: number) => void = () => undefined,
): Promise<UnitsRecorded> {
  const { rows, problems } = readTable(content, UNIT_COLUMNS);
  const stored = await storedUnits(em);
  const drafts = rows.map((row) => readDraft(row));
  if (problems.length === 0) checkDrafts(drafts, stored);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return write(em, drafts, report);
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
  report: (done: number, total: number) => void,
): Promise<UnitsRecorded> {
  const recorded: UnitsRecorded = {
    changed: false,
    created: 0,
    updated: 0,
    unchanged: 0,
    ended: [],
  };
  const placed = new Map<Draft | Stored, { id: number; path: number[] }>();
  const place = (unit: Draft | Stored) => placed.get(unit) ?? ('row' in unit ? unit.stored! : unit);
  let done = 0;
  for (const tier of TIERS) {
    const all = drafts.filter((draft) => draft.kind === tier);
    const fresh = all.filter((draft) => draft.stored === null);
    // The path of a unit ends with its own id, so ids are drawn before the rows are written.
    const ids = await drawIds(em, AdministrativeUnit, fresh.length);
    fresh.forEach((draft, index) => {
      const above = draft.parent ? place(draft.parent).path : [];
      placed.set(draft, { id: ids[index]!, path: [...above, ids[index]!] });
    });
    const rows = fresh.map((draft) => ({
      ...placed.get(draft)!,
      ...columnsOf(draft),
      parent: draft.parent && place(draft.parent).id,
    }));
    await insertRows(em, AdministrativeUnit, rows, (count) => report(done + count, drafts.length));
    recorded.created += fresh.length;
    for (const draft of all) if (draft.stored) await update(em, draft, draft.stored, recorded);
    done += all.length;
    report(done, drafts.length);
  }
  recorded.changed = recorded.created + recorded.updated > 0;
  return recorded;
}

function columnsOf(draft: Draft) {
  const { kind, code, name, nameEn, validFrom, validTo, legalDocument } = draft;
  return {
    kind,
    code,
    name,
    nameEn,
    searchName: searchable(name),
    validFrom,
    validTo,
    legalDocument,
  };
}

async function update(
  em: EntityManager,
  draft: Draft,
  stored: Stored,
  recorded: UnitsRecorded,
): Promise<void> {
  const same = (['name', 'nameEn', 'validTo', 'legalDocument'] as const).every(
    (property) => draft[property] === stored[property],
  );
  if (same) {
    recorded.unchanged += 1;
    return;
  }
  await em.nativeUpdate(AdministrativeUnit, { id: stored.id }, columnsOf(draft));
  recorded.updated += 1;
  if (draft.validTo !== stored.validTo) recorded.ended.push(stored.id);
}
