import { type EntityManager, databaseOf } from '../database/orm.js';
import { drawIds, insertRows } from '../database/insert-rows.js';
import { ImportError, readTable, type Row } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { searchable } from '../shared/text.js';
import { AdministrativeUnit } from './administrative-unit.entity.js';
import { UnitKind } from './unit.enums.js';

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

interface Span {
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

interface Draft extends Span {
  row: Row;
  kind: UnitKind;
  code: string;
  name: string;
  nameEn: string | null;
  parentCode: string | null;
  legalDocument: string | null;
  stored: Stored | null;
  parent: Draft | Stored | null;
}

interface Stored extends Span {
  id: number;
  kind: UnitKind;
  code: string;
  name: string;
  nameEn: string | null;
  parentId: number | null;
  path: number[];
  legalDocument: string | null;
}

/** Later than every date of a file. */
const LAST: LocalDate = '9999-12-31';

const TIERS = [UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE];

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
  if (problems.length === 0) {
    matchStored(drafts, stored);
    refuseOverlaps(drafts, stored);
    findParents(drafts, stored);
    refuseOrphans(drafts, stored);
  }
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

function readDraft(row: Row): Draft {
  const draft: Draft = {
    row,
    kind: row.oneOf('kind', UnitKind),
    code: row.required('code'),
    name: row.required('name'),
    nameEn: row.optional('name_en'),
    parentCode: row.optional('parent_code'),
    validFrom: row.date('valid_from'),
    validTo: row.date('valid_to'),
    legalDocument: row.optional('legal_document'),
    stored: null,
    parent: null,
  };
  if (draft.validFrom && draft.validTo && draft.validFrom > draft.validTo)
    row.refuse('valid_to', 'lies before valid_from');
  if (draft.kind === UnitKind.PROVINCE && draft.parentCode !== null)
    row.refuse('parent_code', 'a province has no unit above it; leave it empty');
  if (draft.kind !== UnitKind.PROVINCE && draft.parentCode === null)
    row.refuse('parent_code', 'is empty; name the unit directly above');
  return draft;
}

const identity = (unit: { kind: string; code: string; validFrom: LocalDate | null }) =>
  `${unit.kind} ${unit.code} ${unit.validFrom ?? ''}`;

function matchStored(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const byIdentity = new Map(stored.map((unit) => [identity(unit), unit]));
  for (const draft of drafts) draft.stored = byIdentity.get(identity(draft)) ?? null;
}

/** A kind and code may name only one unit on any date. */
function refuseOverlaps(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const kept = stored.filter((unit) => !described.has(unit));
  const namesakes = Map.groupBy([...kept, ...drafts], (unit) => `${unit.kind} ${unit.code}`);
  for (const group of namesakes.values()) {
    const ordered = group.sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
    ordered.slice(1).forEach((unit, index) => {
      const previous = ordered[index]!;
      if (previous.validTo !== null && unit.validFrom !== null && previous.validTo < unit.validFrom)
        return;
      const [refused, other] = 'row' in unit ? [unit, previous] : [previous as Draft, unit];
      const where = 'row' in other ? `row ${other.row.number}` : 'a recorded unit';
      refused.row.refuse('code', `names “${other.name}” (${where}) on some of the same days`);
    });
  }
}

function findParents(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const candidates = Map.groupBy(
    [...stored.filter((unit) => !described.has(unit)), ...drafts],
    (unit) => unit.code,
  );
  for (const draft of drafts) {
    if (draft.parentCode === null) continue;
    const tier = TIERS.indexOf(draft.kind);
    const parents = (candidates.get(draft.parentCode) ?? []).filter(
      (unit) => TIERS.indexOf(unit.kind) < tier && covers(unit, draft),
    );
    draft.parent = parents[0] ?? null;
    if (parents.length === 0)
      draft.row.refuse(
        'parent_code',
        'names no unit of a higher tier that exists all the days from valid_from to valid_to',
      );
    if (parents.length > 1) draft.row.refuse('parent_code', 'names several units of higher tiers');
    const recordedParent =
      draft.parent && ('row' in draft.parent ? draft.parent.stored : draft.parent);
    if (
      draft.stored &&
      parents.length === 1 &&
      draft.stored.parentId !== (recordedParent?.id ?? null)
    )
      draft.row.refuse(
        'parent_code',
        'a recorded unit cannot move to another one; end it with valid_to and record its next span as a row of its own',
      );
  }
}

/** A unit cannot end before the units under it; those of the file were checked already. */
function refuseOrphans(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const children = Map.groupBy(
    stored.filter((unit) => !described.has(unit)),
    (unit) => unit.parentId,
  );
  for (const draft of drafts) {
    const orphan = (draft.stored && children.get(draft.stored.id))?.find(
      (child) => draft.validTo !== null && (child.validTo ?? LAST) > draft.validTo,
    );
    if (orphan)
      draft.row.refuse(
        'valid_to',
        `“${orphan.name}” (${orphan.code}) under it would outlive it; end the units under it in the same file`,
      );
  }
}

function covers(outer: Span, inner: Span): boolean {
  return (
    (outer.validFrom === null ||
      (inner.validFrom !== null && outer.validFrom <= inner.validFrom)) &&
    (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo))
  );
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
