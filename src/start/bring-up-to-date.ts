import { lacksSegments, rebuildCounts } from '../counts/rebuild.service.js';
import { migrate } from '../database/migrate.js';
import type { Orm } from '../database/orm.js';
import { grantService } from '../database/service-role.js';

/**
 * Brings the tables up to date, fills counts that a version before did not have, and lets the role that
 * serves at the tables; harmless when nothing lacks.
 * @param serviceRole null where the owner of the tables serves.
 * @throws OperatorError DATABASE_NEWER when a newer hub has migrated the database, DATABASE_NOT_MIGRATED.
 */
export async function bringUpToDate(orm: Orm, serviceRole: string | null): Promise<void> {
  await migrate(orm);
  await orm.em.fork().transactional(async (em) => {
    if (await lacksSegments(em)) await rebuildCounts(em);
    if (serviceRole !== null) await grantService(em, serviceRole);
  });
}
