import { lacksSegments, rebuildCounts } from '../counts/rebuild.service.js';
import { migrate } from '../database/migrate.js';
import type { Orm } from '../database/orm.js';

/**
 * Brings the tables up to date, and fills counts that a version before did not have; harmless when
 * nothing lacks.
 * @throws OperatorError DATABASE_NEWER when a newer hub has migrated the database.
 */
export async function bringUpToDate(orm: Orm): Promise<void> {
  await migrate(orm);
  await orm.em.fork().transactional(async (em) => {
    if (await lacksSegments(em)) await rebuildCounts(em);
  });
}
