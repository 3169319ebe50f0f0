import type { LocalDate } from '../shared/dates.js';
import type { Problem } from '../shared/csv.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';

export const ImportOutcome = enumeration('CREATED', 'UPDATED', 'UNCHANGED');
export type ImportOutcome = NameOf<typeof ImportOutcome>;

export const ImportKind = enumeration(
  'UNITS',
  'SUCCESSIONS',
  'INSTITUTIONS',
  'INSTITUTION_SUCCESSIONS',
  'CAMPUSES',
  'WORKFORCE',
  'PUBLISHED_INDEX',
  'INDEX_EDITION',
  'PLAN',
);
export type ImportKind = NameOf<typeof ImportKind>;

/** A column of a subject before and after, as a file writes it; null when it is empty. */
export interface ColumnChange {
  column: string;
  before: string | null;
  after: string | null;
  /** The first day with the new value, where values have days; null means since before our records. */
  since?: LocalDate | null;
  /** Whether what was recorded for the days since then is corrected, because the file has no day. */
  corrected?: boolean;
}

/**
 * The effect of a row of a file on what it describes. Every import returns one for each row, in
 * the order of the file; preview, result, trail and undo are made of them.
 */
export interface ImportedRow {
  /** As a spreadsheet counts; the header is row 1. */
  row: number;
  outcome: ImportOutcome;
  /** The object type in the graph, and the row of its table. */
  subjectType: string;
  subjectId: number;
  /** What people know the subject by, such as `COMMUNE 24611 Phường Nghĩa Đức`. */
  subject: string;
  /** The columns that change the subject; of a new one all that have a value. */
  changes: ColumnChange[];
  /** What else the trail says of the subject. Without `before` and `after` it says `changes`. */
  trail?: {
    subjectVersion?: number | null;
    institutionId?: number | null;
    unitId?: number | null;
    before?: object | null;
    after?: object | null;
  };
}

/** The effect of a whole file. */
export interface Imported {
  changed: boolean;
  /** Subjects, not rows: several rows may describe one. */
  created: number;
  updated: number;
  unchanged: number;
  rows: Iterable<ImportedRow>;
  /** What the author should know of the file, though it was taken. */
  findings: readonly Problem[];
}

/** Of the rows about one subject, the first of these counts. */
const STRONGEST = Object.values(ImportOutcome);

/** The outcome of a file from those of its rows, with what was found in it. */
export function importedOf(rows: Iterable<ImportedRow>, findings: readonly Problem[]): Imported {
  const subjects = new Map<string, ImportOutcome>();
  for (const { subjectType, subjectId, outcome } of rows) {
    const subject = `${subjectType} ${subjectId}`;
    const before = subjects.get(subject);
    if (!before || STRONGEST.indexOf(outcome) < STRONGEST.indexOf(before))
      subjects.set(subject, outcome);
  }
  const counts: Record<ImportOutcome, number> = { CREATED: 0, UPDATED: 0, UNCHANGED: 0 };
  for (const outcome of subjects.values()) counts[outcome] += 1;
  return {
    changed: counts.CREATED + counts.UPDATED > 0,
    ...{ created: counts.CREATED, updated: counts.UPDATED, unchanged: counts.UNCHANGED },
    rows,
    findings,
  };
}

/** The values of a subject by column, as a file writes them. */
export type Columns = Readonly<Record<string, string | null>>;

/**
 * The outcome of a row, and the columns that it changes.
 * @param before null for a new subject.
 */
export function changesBetween(
  before: Columns | null,
  after: Columns,
): Pick<ImportedRow, 'outcome' | 'changes'> {
  const changes = Object.entries(after).flatMap(([column, value]): ColumnChange[] => {
    const old = before?.[column] ?? null;
    return old === value ? [] : [{ column, before: old, after: value }];
  });
  const known = changes.length > 0 ? ImportOutcome.UPDATED : ImportOutcome.UNCHANGED;
  return { outcome: before ? known : ImportOutcome.CREATED, changes };
}
