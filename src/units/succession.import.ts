import { databaseOf, type EntityManager } from '../database/orm.js';
import { insertRows } from '../database/insert-rows.js';
import { ImportError, readTable, type Row } from '../shared/csv.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { UnitIndex, type KnownUnit } from './unit-index.queries.js';
import { UnitSuccession } from './unit-succession.entity.js';
import { SuccessionExtent, UnitKind } from '../vocabulary/unit.enums.js';

const SUCCESSION_COLUMNS = {
  required: ['kind', 'predecessor_code', 'successor_code', 'effective_on', 'extent'],
  optional: ['legal_document'],
} as const;

export interface SuccessionsRecorded {
  changed: boolean;
  created: number;
  updated: number;
  unchanged: number;
  succeeded: number[];
}

interface Draft {
  row: Row;
  predecessor: KnownUnit | null;
  successor: KnownUnit | null;
  effectiveOn: LocalDate;
  extent: SuccessionExtent;
  legalDocument: string | null;
}

/**
 * Records the successions of a CSV file; its units must be recorded already. Call it inside
 * `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importSuccessions(
  em: EntityManager,
  content: Uint8Array,
  report: (done: number, total: number) => void = () => undefined,
): Promise<SuccessionsRecorded> {
  const { rows, problems } = readTable(content, SUCCESSION_COLUMNS);
  const units = await UnitIndex.load(databaseOf(em));
  const drafts = rows.map((row) => readDraft(row, units));
  const stored = await storedSuccessions(em);
  refuseContradictions(drafts, stored);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return write(em, drafts, stored, report);
}

function readDraft(row: Row, units: UnitIndex): Draft {
  const kind = row.oneOf('kind', UnitKind);
  const effectiveOn = row.requiredDate('effective_on');
  const find = (column: string, on: LocalDate): KnownUnit | null => {
    const code = row.required(column);
    if (code === '' || effectiveOn === '') return null;
    const [unit] = units.named(code, on, kind);
    if (!unit) row.refuse(column, `names no ${kind} on ${on}; import the units first`);
    return unit ?? null;
  };
  const dayBefore = effectiveOn === '' ? '' : addDays(effectiveOn, -1);
  const predecessor = find('predecessor_code', dayBefore);
  if (predecessor && predecessor.validTo !== dayBefore)
    row.refuse(
      'predecessor_code',
      `“${predecessor.name}” does not end on ${dayBefore}; record its last day first`,
    );
  return {
    row,
    predecessor,
    successor: find('successor_code', effectiveOn),
    effectiveOn,
    extent: row.oneOf('extent', SuccessionExtent),
    legalDocument: row.optional('legal_document'),
  };
}

interface Stored {
  id: number;
  predecessorId: number;
  successorId: number;
  extent: SuccessionExtent;
  legalDocument: string | null;
}

async function storedSuccessions(em: EntityManager): Promise<Map<string, Stored>> {
  const rows = await databaseOf(em)
    .selectFrom('unit_succession')
    .select([
      'id',
      'predecessor_id as predecessorId',
      'successor_id as successorId',
      'extent',
      'legal_document as legalDocument',
    ])
    .execute();
  return new Map(rows.map((row) => [`${row.predecessorId} ${row.successorId}`, row]));
}

const pairOf = (draft: Draft) => `${draft.predecessor?.id} ${draft.successor?.id}`;

/** A pair may appear only once, and a whole predecessor has only one successor. */
function refuseContradictions(drafts: readonly Draft[], stored: ReadonlyMap<string, Stored>): void {
  const known = drafts.filter((draft) => draft.predecessor && draft.successor);
  const seen = new Map<string, number>();
  for (const draft of known) {
    const first = seen.get(pairOf(draft));
    if (first) draft.row.refuse('successor_code', `this succession stands in row ${first} already`);
    seen.set(pairOf(draft), draft.row.number);
  }
  const described = new Set(known.map(pairOf));
  const others = [...stored].flatMap(([pair, row]) => (described.has(pair) ? [] : [row]));
  const othersOf = Map.groupBy(others, (row) => row.predecessorId);
  for (const [predecessorId, siblings] of Map.groupBy(known, (draft) => draft.predecessor!.id)) {
    const recorded = othersOf.get(predecessorId) ?? [];
    const extents = [...siblings, ...recorded].map(({ extent }) => extent);
    if (extents.length < 2 || !extents.includes(SuccessionExtent.WHOLE)) continue;
    for (const { row } of siblings)
      row.refuse('extent', 'the predecessor has several successors, so each of them took a PART');
  }
}

async function write(
  em: EntityManager,
  drafts: readonly Draft[],
  stored: ReadonlyMap<string, Stored>,
  report: (done: number, total: number) => void,
): Promise<SuccessionsRecorded> {
  const fresh = drafts.filter((draft) => !stored.has(pairOf(draft)));
  const rows = fresh.map(({ predecessor, successor, effectiveOn, extent, legalDocument }) => ({
    predecessor: predecessor!.id,
    successor: successor!.id,
    effectiveOn,
    extent,
    legalDocument,
  }));
  await insertRows(em, UnitSuccession, rows, (done) => report(done, drafts.length));
  const altered = drafts.filter((draft) => {
    const old = stored.get(pairOf(draft));
    return old && (old.extent !== draft.extent || old.legalDocument !== draft.legalDocument);
  });
  for (const draft of altered) {
    const { extent, legalDocument } = draft;
    await em.nativeUpdate(
      UnitSuccession,
      { id: stored.get(pairOf(draft))!.id },
      { extent, legalDocument },
    );
  }
  report(drafts.length, drafts.length);
  return {
    changed: fresh.length + altered.length > 0,
    created: fresh.length,
    updated: altered.length,
    unchanged: drafts.length - fresh.length - altered.length,
    succeeded: [...new Set([...fresh, ...altered].map((draft) => draft.predecessor!.id))],
  };
}
