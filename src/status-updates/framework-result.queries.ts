import { sql } from 'kysely';
import { perRequest } from '../reads/loader.js';
import type { FrameworkResult } from './score.js';

/** What revisions give under the frameworks of their rounds, in the order of the round. */
export const loadFrameworkResults = perRequest(
  'framework results',
  async ({ database }, revisionIds: readonly number[]) => {
    const { rows } = await sql<FrameworkResult & { revisionId: number }>`
      select result.revision_id as "revisionId", result.framework_id as "frameworkId", level, sections
      from framework_result as result
      join status_update_revision as revision on revision.id = result.revision_id
      join status_update on status_update.id = revision.update_id
      join reporting_round_framework as asked on asked.round_id = status_update.round_id
        and asked.framework_id = result.framework_id
      where result.revision_id = any(${[...revisionIds]}::int[])
      order by asked.position`.execute(database);
    return Map.groupBy(rows, ({ revisionId }) => revisionId);
  },
);
