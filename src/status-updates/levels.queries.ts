import { sql } from 'kysely';
import type { Moment } from '../counts/facts.js';
import type { Database } from '../database/orm.js';
import { shared } from '../reads/loader.js';
import type { LocalDate } from '../shared/dates.js';
import type { FrameworkResult } from './score.js';

/** What counts of an institution under a framework: the result that was approved for the latest date. */
export interface LevelRow extends FrameworkResult {
  institutionId: number;
  /** The reference date of its round. */
  asOf: LocalDate;
}

/**
 * Of each institution and framework, whatever its version, the result that counts on a date, as known
 * at a moment; later rounds win over later approvals.
 */
export async function levelsOf(
  database: Database,
  institutionIds: readonly number[],
  date: LocalDate,
  knownAt: Moment,
): Promise<Map<number, LevelRow[]>> {
  const moment = knownAt === Infinity ? 'infinity' : new Date(knownAt).toISOString();
  const { rows } = await sql<LevelRow>`
    select distinct on (status_update.institution_id, framework.code)
      status_update.institution_id as "institutionId", framework.id as "frameworkId",
      result.level, result.sections, round.reference_date as "asOf"
    from status_update
    join reporting_round as round on round.id = status_update.round_id
    join status_update_revision as revision on revision.update_id = status_update.id
    join framework_result as result on result.revision_id = revision.id
    join framework on framework.id = result.framework_id
    left join approval_taken_back as taken on taken.revision_id = revision.id
    where status_update.institution_id = any(${[...institutionIds]}::int[])
      and round.reference_date <= ${date}::date
      and revision.decision = 'APPROVED' and revision.decided_at <= ${moment}::timestamptz
      and (taken.taken_back_at is null or taken.taken_back_at > ${moment}::timestamptz)
      and jsonb_array_length(result.sections) > 0
    order by 1, framework.code, round.reference_date desc, round.id desc, revision.number desc`.execute(
    database,
  );
  return Map.groupBy(rows, ({ institutionId }) => institutionId);
}

export const loadLevels = shared('levels', levelsOf);
