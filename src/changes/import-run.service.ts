import { sql } from 'kysely';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { firstOf } from '../shared/required.js';
import type {
  ColumnChange,
  Imported,
  ImportedRow,
  ImportKind,
} from '../vocabulary/imported-row.js';
import type { Author, Event } from './change.service.js';
import { ImportRow } from './import-row.entity.js';
import { ImportRun } from './import-run.entity.js';

/** Where the rows came from. */
export interface ImportSource {
  kind: ImportKind;
  /** Its name; null when only the content came. */
  file: string | null;
  author: Author;
}

/**
 * Records that a file changed something, so that the change can be undone. Call it inside the same
 * `publish`.
 * @returns its number, and the entries of the trail for what it changed.
 */
export async function recordImport(
  em: EntityManager,
  { kind, file, author }: ImportSource,
  { created, updated, unchanged, rows }: Imported,
): Promise<{ id: number; events: Iterable<Event> }> {
  const { revision, at } = await presentPublication(em);
  const run = {
    ...{ kind, file, account: author.accountId, accountName: author.name, at, revision },
    ...{ created, updated, unchanged },
  };
  const ids = await insertRowsForIds(em, ImportRun, [
    { ...run, undoneAt: null, undoneRevision: null, undoneBy: null },
  ]);
  const id = firstOf(ids);
  await insertRows(em, ImportRow, rowsOf(id, rows));
  return { id, events: eventsOf(file, rows) };
}

/** One after the other, because a register has thousands. */
function* rowsOf(run: number, rows: Iterable<ImportedRow>) {
  for (const { row, outcome, subjectType, subjectId, subject, changes } of rows)
    if (outcome !== 'UNCHANGED')
      yield { run, row, outcome, subjectType, subjectId, subject, changes };
}

function* eventsOf(file: string | null, rows: Iterable<ImportedRow>): Generator<Event> {
  for (const row of rows)
    if (row.outcome !== 'UNCHANGED') yield eventOf(row, { file, row: row.row });
}

/** The state of the publication that is going on. */
export async function presentPublication(
  em: EntityManager,
): Promise<{ revision: number; at: Date }> {
  const found = await sql<{ revision: number; at: string }>`
    select revision, published_at as at from publication`.execute(databaseOf(em));
  const { revision, at } = firstOf(found.rows);
  return { revision, at: new Date(at) };
}

/**
 * The entry of the trail for a row.
 * @param from where it comes from, such as the file and its row.
 */
export function eventOf(
  { subjectType, subjectId, changes, trail }: Omit<ImportedRow, 'row'>,
  from: object,
): Event {
  return {
    ...{ subjectType, subjectId, ...trail },
    before: trail?.before === undefined ? valuesIn(changes, 'before') : trail.before,
    after: { ...(trail?.after ?? valuesIn(changes, 'after')), ...from },
  };
}

function valuesIn(changes: readonly ColumnChange[], side: 'before' | 'after'): object | null {
  const values = Object.fromEntries(changes.map((change) => [change.column, change[side]]));
  return Object.values(values).every((value) => value === null) && side === 'before'
    ? null
    : values;
}
