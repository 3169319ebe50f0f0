import type { Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { markIllustrative } from '../database/publish.js';
import { ImportError, type Problem, type Table } from '../shared/csv.js';
import { UnitIndex, type KnownUnit } from '../units/unit-index.queries.js';
import {
  importedOf,
  type ColumnChange,
  type Imported,
  type ImportedRow,
  type ImportOutcome,
} from '../vocabulary/imported-row.js';
import { paired } from '../shared/required.js';
import type { RowAnswers } from '../shared/row-answers.js';
import { changesOf } from './column-changes.js';
import { columnOfQuantity, QUANTITIES } from './record-columns.js';
import { overlap, recordProblems } from './record-check.js';
import { SCOPES, subjectKey, type Subject } from './record-kinds.js';
import { contentAfter, readDraft, readRecords, type Draft } from './record-rows.js';
import { presentRecords } from './record.queries.js';
import { addVersions, type RecordChange, type StoredRecord } from './record-versions.service.js';

export interface PlannedRow extends RecordChange {
  row: number;
  unit: KnownUnit;
  outcome: ImportOutcome;
  changes: ColumnChange[];
}

interface WorkforceImportOptions {
  answers?: RowAnswers;
  /** Whether its author may record counts of a unit. */
  mayKeep?: (unit: KnownUnit) => boolean;
}

/**
 * Imports the counts of a CSV file; a row with the unit, subject and first day of a record updates
 * that record by the columns that the file has. Call it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importWorkforce(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
  { answers, mayKeep = () => true }: WorkforceImportOptions = {},
): Promise<Imported> {
  const table = readRecords(content, answers);
  const planned = await planImport(databaseOf(em), table, mayKeep);
  if (alteredOf(planned).some(({ content }) => content.sourceStatus === 'ILLUSTRATIVE'))
    await markIllustrative(em);
  return writePlanned(em, planned, table.notes, knownAt);
}

/** Writes what was planned. */
export async function writePlanned(
  em: EntityManager,
  planned: readonly PlannedRow[],
  findings: readonly Problem[],
  at: Date,
): Promise<Imported> {
  const altered = alteredOf(planned);
  const events = await addVersions(em, altered, at);
  const eventOf = new Map(paired(altered, events));
  return importedOf(
    planned.map((row) => importedRow(row, eventOf.get(row))),
    findings,
  );
}

/** @param event what was written; nothing of an unchanged record, or in a preview. */
export function importedRow(planned: PlannedRow, event?: Event): ImportedRow {
  const { row, outcome, changes, unit, subject, content, stored } = planned;
  const scope = SCOPES.flatMap((name) => subject[name] ?? []);
  return {
    ...{ row, outcome, changes },
    subjectType: 'WorkforceRecord',
    // In a preview a new record has no id; its row stands for it.
    subjectId: event?.subjectId ?? stored?.id ?? -row,
    subject: [unit.code, unit.name, subject.kind, ...scope, content.validFrom].join(' '),
    trail: event,
  };
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

function alteredOf(planned: readonly PlannedRow[]): PlannedRow[] {
  return planned.filter(({ outcome }) => outcome !== 'UNCHANGED');
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
    const described = new Set(group.map(({ validFrom }) => validFrom));
    const others = [...records.values()].filter(({ validFrom }) => !described.has(validFrom));
    const known = group.map((draft) => {
      const record = records.get(draft.validFrom) ?? null;
      return { ...draft, stored: record, content: contentAfter(draft, record) };
    });
    return known.map(({ row, unit, subject, content, stored: record }, index): PlannedRow => {
      for (const { code, field, text } of recordProblems(subject, content, { unit, others }))
        row.refuse(columnOf(field), { code, text });
      const twin = known.slice(0, index).find((earlier) => overlap(earlier.content, content));
      if (twin) row.refuse('valid_from', countedIn(twin.row.number));
      return {
        ...{ row: row.number, unit, unitId: unit.id, subject, content, stored: record },
        ...changesOf(record, content),
      };
    });
  });
}

const keyOf = (unitId: number, subject: Subject) => `${unitId} ${subjectKey(subject)}`;

const countedIn = (row: number) => ({
  code: 'SPANS_OVERLAP',
  text: {
    vi: `dòng ${row} đã ghi cùng đối tượng cho một số ngày này; hãy sửa các ngày, hoặc giữ một dòng`,
    en: `row ${row} counts the same on some of the same days; correct the days, or keep one of them`,
  },
});

function columnOf(field: string[] | null): string | null {
  const [name, quantity] = field ?? [];
  if (name === 'counts') {
    const counted = QUANTITIES.find((each) => each === quantity);
    return counted ? columnOfQuantity(counted) : null;
  }
  return name?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) ?? null;
}
