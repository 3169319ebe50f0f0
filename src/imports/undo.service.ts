import { sql } from 'kysely';
import type { Event } from '../changes/change.service.js';
import { eventOf, presentPublication } from '../changes/import-run.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { Problem } from '../shared/csv.js';
import type { ImportedRow, ImportKind } from '../vocabulary/imported-row.js';
import { withdrawEditions } from '../workforce-index/edition.service.js';
import { rowsOf, type ImportRunRow, type KeptRow } from './import-run.queries.js';
import { laterImports } from './obstacle.queries.js';
import { undoInstitutionRows } from './institution-undo.service.js';
import { undoWorkforce } from './record-undo.service.js';
import { PLAIN_TABLES, restoreRows } from './restore.service.js';
import { undoSuccessions, undoUnits } from './unit-undo.service.js';
import { undoVersions } from './version-undo.service.js';

/** What prevents it, and what the trail says of subjects whose changes do not say it all. */
interface RowsUndone {
  obstacles: Problem[];
  trails?: ReadonlyMap<number, Trail>;
}

type Trail = ImportedRow['trail'];

type Undo = (
  em: EntityManager,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  at: Date,
) => Promise<RowsUndone>;

/** How the rows of each kind of file are undone. */
const UNDO: Record<ImportKind, Undo> = {
  UNITS: async (...undo) => ({ obstacles: await undoUnits(...undo) }),
  SUCCESSIONS: async (...undo) => ({ obstacles: await undoSuccessions(...undo) }),
  INSTITUTIONS: async (...undo) => ({ obstacles: await undoInstitutionRows(...undo) }),
  INSTITUTION_SUCCESSIONS: async (...undo) => ({
    obstacles: await undoVersions('institution_succession', ...undo),
  }),
  CAMPUSES: async (...undo) => ({ obstacles: await undoVersions('campus', ...undo) }),
  WORKFORCE: undoWorkforce,
  PUBLISHED_INDEX: async (em, rows, run) => ({
    obstacles: await restoreRows(em, PLAIN_TABLES.PUBLISHED_INDEX, rows, run),
  }),
  INDEX_EDITION: async (em, rows, _run, at) => {
    await withdrawEditions(
      em,
      rows.map(({ subjectId }) => subjectId),
      at,
    );
    return { obstacles: [] };
  },
  PLAN: async (_em, rows) => ({ obstacles: rows.map(({ row }) => ({ row, ...PLAN_STAYS })) }),
};

const PLAN_STAYS = {
  ...{ column: null, value: null, code: 'PLAN_STAYS' },
  text: {
    vi: 'Kế hoạch không được hoàn tác cả tệp: hãy sửa hoặc bỏ từng chỉ tiêu ở trang Kế hoạch; những gì đã ghi trước đây vẫn xem lại được.',
    en: 'A plan is not undone as a file: change or remove its targets on the page of plans, where what it said before can still be read.',
  },
};

export interface Undone {
  /** Everything that rests on what the import changed; nothing may be committed if there is any. */
  obstacles: Problem[];
  rows: KeptRow[];
  events: Event[];
}

/**
 * Undoes an import as a whole, as long as nothing rests on it. Call it inside `publish` with an
 * import that was not undone yet, and roll back if there are obstacles.
 * @param by the person, or the origin.
 */
export async function undoImport(
  em: EntityManager,
  run: ImportRunRow,
  by: string,
): Promise<Undone> {
  const database = databaseOf(em);
  const { revision, at } = await presentPublication(em);
  const rows = await rowsOf(database, run.id);
  const later = await laterImports(database, run);
  const undone = await UNDO[run.kind](em, rows, run, at);
  const places = await placesOnTrail(database, rows, run);
  await sql`
    update import_run set undone_at = ${at}, undone_revision = ${revision}, undone_by = ${by}
    where id = ${run.id}`.execute(database);
  return {
    obstacles: [...later, ...undone.obstacles].sort((a, b) => a.row - b.row),
    rows,
    events: rows.map((row) => {
      const { subjectId } = row;
      return eventOfUndoing(row, run, undone.trails?.get(subjectId) ?? places.get(subjectId));
    }),
  };
}

/** The institution and the unit that the trail names for each subject of the import. */
async function placesOnTrail(
  database: Database,
  rows: readonly KeptRow[],
  run: ImportRunRow,
): Promise<Map<number, Trail>> {
  const found = await sql<{ id: number; institutionId: number | null; unitId: number | null }>`
    select subject_id as id, institution_id as "institutionId", unit_id as "unitId"
    from audit_event where at = ${run.at}::timestamptz
      and subject_type = ${rows[0]?.subjectType ?? ''}`.execute(database);
  return new Map(found.rows.map(({ id, ...place }) => [id, place]));
}

/** The entry of the trail: what the row had changed, the other way round. */
function eventOfUndoing(
  { changes, ...row }: KeptRow,
  { id, file }: ImportRunRow,
  trail: Trail,
): Event {
  const back = changes.map(({ column, before, after }) => ({
    ...{ column, before: after, after: before },
  }));
  const removed = row.outcome === 'CREATED' ? { after: { removed: true } } : {};
  return eventOf(
    { ...row, changes: back, trail: { ...removed, ...trail } },
    { import: id, file, row: row.row },
  );
}
