import { databaseOf, type EntityManager } from '../database/orm.js';
import { institutionsBuiltOn, undoInstitutions } from '../institutions/institution-undo.service.js';
import type { Problem } from '../shared/csv.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';
import { changedSince, referencesTo } from './obstacle.queries.js';

/** What an institution consists of, and the trail; they stay as what was known. */
const OWN = ['audit_event', 'institution_code', 'institution_fact', 'institution_period'];

/** Undoes an import of institutions: what it superseded is recorded again. */
export async function undoInstitutionRows(
  em: EntityManager,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  at: Date,
): Promise<Problem[]> {
  const database = databaseOf(em);
  const imported = new Date(run.at);
  const changed = new Set(await institutionsBuiltOn(database, imported));
  const created = rows.filter(({ outcome }) => outcome === 'CREATED');
  const obstacles = [
    ...(await changedSince(
      database,
      rows.filter(({ subjectId }) => changed.has(subjectId)),
      run,
    )),
    ...(await referencesTo(database, 'institution', created, { except: OWN, holding: true })),
  ];
  if (obstacles.length > 0) return obstacles;
  await undoInstitutions(em, imported, at);
  return [];
}
