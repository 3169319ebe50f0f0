import { databaseOf, type EntityManager } from '../database/orm.js';
import { institutionsBuiltOn, undoInstitutions } from '../institutions/institution-undo.service.js';
import type { Problem } from '../shared/csv.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';
import { changedSince } from './obstacle.queries.js';
import { obstacle, referredText } from './obstacle.js';

/** Undoes an import of institutions: what it superseded is recorded again. */
export async function undoInstitutionRows(
  em: EntityManager,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  at: Date,
): Promise<Problem[]> {
  const database = databaseOf(em);
  const imported = new Date(run.at);
  const { changed, referred } = await institutionsBuiltOn(database, imported);
  const isChanged = new Set(changed);
  const later = rows.filter(({ subjectId }) => isChanged.has(subjectId));
  const obstacles = [
    ...(await changedSince(database, later, run)),
    ...rows.flatMap((row) =>
      row.outcome === 'CREATED'
        ? referred
            .filter(({ id }) => id === row.subjectId)
            .map(({ table, count }) => obstacle(row, 'REFERRED_TO', referredText(table, count)))
        : [],
    ),
  ];
  if (obstacles.length === 0) await undoInstitutions(em, imported, at);
  return obstacles;
}
