import { COMMAND_LINE, trailOf } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { markIllustrative } from '../database/publish.js';
import { ImportError, type Table } from '../shared/csv.js';
import { UnitIndex, type KnownUnit } from '../units/unit-index.queries.js';
import type { ImportOutcome } from '../vocabulary/imported-row.js';
import { columnOfQuantity } from './record-columns.js';
import { overlap, recordProblems } from './record-check.js';
import { subjectKey, type Subject } from './record-kinds.js';
import { readDraft, readRecords, type Draft } from './record-rows.js';
import { presentRecords } from './record.queries.js';
import {
  addVersions,
  saysSo,
  type RecordChange,
  type StoredRecord,
} from './record-versions.service.js';
import type { Quantity } from './workforce.enums.js';

export interface PlannedRow extends RecordChange {
  row: number;
  outcome: ImportOutcome;
}

export interface WorkforceRecorded {
  changed: boolean;
  created: number;
  updated: number;
  unchanged: number;
}

/**
 * Imports the counts of a CSV file; a row with the unit, subject and first day of a record updates
 * that record. Call it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importWorkforce(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
): Promise<WorkforceRecorded> {
  const database = databaseOf(em);
  const planned = await planImport(database, readRecords(content), () => true);
  const altered = alteredOf(planned);
  const events = await addVersions(em, altered, knownAt);
  if (events.length > 0)
    await trailOf(COMMAND_LINE, 'import workforce', events, knownAt).execute(database);
  if (altered.some(({ content }) => content.sourceStatus === 'ILLUSTRATIVE'))
    await markIllustrative(em);
  return { changed: altered.length > 0, ...outcomesOf(planned) };
}

/**
 * The effect of the rows of a file, in their order; writes nothing.
 * @param mayRecord whether the author of the import may record counts of a unit.
 * @throws ImportError with every problem of the file.
 */
export async function planImport(
  database: Database,
  { rows, problems }: Table,
  mayRecord: (unit: KnownUnit) => boolean,
): Promise<PlannedRow[]> {
  const units = await UnitIndex.load(database);
  const drafts = rows.flatMap((row) => readDraft(row, units, mayRecord) ?? []);
  const stored = await presentRecords(database, [...new Set(drafts.map(({ unit }) => unit.id))]);
  const planned = matched(drafts, stored);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return planned.sort((a, b) => a.row - b.row);
}

export function alteredOf(planned: readonly PlannedRow[]): PlannedRow[] {
  return planned.filter(({ outcome }) => outcome !== 'UNCHANGED');
}

export function outcomesOf(planned: readonly PlannedRow[]): Omit<WorkforceRecorded, 'changed'> {
  const count = (wanted: ImportOutcome) =>
    planned.filter(({ outcome }) => outcome === wanted).length;
  return { created: count('CREATED'), updated: count('UPDATED'), unchanged: count('UNCHANGED') };
}

/**
 * Finds the stored record of each row, and refuses rows that contradict it, each other or
 * themselves.
 */
function matched(drafts: readonly Draft[], stored: readonly StoredRecord[]): PlannedRow[] {
  const storedBySubject = Map.groupBy(stored, (record) => keyOf(record.unitId, record));
  const draftsBySubject = Map.groupBy(drafts, ({ unit, subject }) => keyOf(unit.id, subject));
  return [...draftsBySubject].flatMap(([key, group]) => {
    const records = new Map(
      (storedBySubject.get(key) ?? []).map((record) => [record.validFrom, record]),
    );
    const described = new Set(group.map(({ content }) => content.validFrom));
    const others = [...records.values()].filter(({ validFrom }) => !described.has(validFrom));
    return group.map(({ row, unit, subject, content }, index): PlannedRow => {
      for (const { code, field, text } of recordProblems(subject, content, { unit, others }))
        row.refuse(columnOf(field), { code, text });
      const twin = group.slice(0, index).find((earlier) => overlap(earlier.content, content));
      if (twin) row.refuse('valid_from', countedIn(twin.row.number));
      const record = records.get(content.validFrom) ?? null;
      const outcome = !record ? 'CREATED' : saysSo(record, content) ? 'UNCHANGED' : 'UPDATED';
      return { row: row.number, outcome, unitId: unit.id, subject, content, stored: record };
    });
  });
}

const keyOf = (unitId: number, subject: Subject) => `${unitId} ${subjectKey(subject)}`;

const countedIn = (row: number) => ({
  code: 'SPANS_OVERLAP',
  text: {
    vi: `dòng ${row} đã ghi cùng đối tượng cho một số ngày này`,
    en: `row ${row} counts the same on some of the same days`,
  },
});

function columnOf(field: string[] | null): string | null {
  const [name, quantity] = field ?? [];
  if (name === 'counts') return quantity ? columnOfQuantity(quantity as Quantity) : null;
  return name?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) ?? null;
}
