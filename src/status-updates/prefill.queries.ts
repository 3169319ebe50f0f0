import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { lastApproved } from './approved-before.queries.js';
import type { Entry, Work, WorkCriterion } from './work.queries.js';

/**
 * The SQL query of the last approved revision in another round or, if an institution has written in
 * a round since that was withdrawn, of its draft there.
 */
const lastRevision = ({ institutionId, round }: Work) => sql`
  select max(id) from (
    select "revisionId" as id from (${lastApproved(
      sql`${institutionId}`,
      sql`${round.id}`,
      sql`${round.referenceDate}::date`,
    )}) as before
    union all
    select revision.id from status_update
    join reporting_round as mistaken on mistaken.id = status_update.round_id
    join status_update_revision as revision on revision.update_id = status_update.id
    where status_update.institution_id = ${institutionId} and mistaken.withdrawn_at is not null
  ) as written`;

/**
 * The first answers of an institution: the last ones to questions of the same form under
 * the same code.
 */
export async function prefillOf(
  database: Database,
  work: Work,
  criteria: readonly WorkCriterion[],
): Promise<Entry[]> {
  const found = await sql<Entry>`
    select asked.id as "criterionId", coalesce(appraised_value, self_value) as "selfValue",
      case when appraised_value is null then self_total else appraised_total end as "selfTotal",
      null as "appraisedValue", null as "appraisedTotal", null as "appraisalReason",
      entry.comment, true as prefilled
    from status_update_entry as entry
    join criterion as old on old.id = entry.criterion_id
    join criterion as asked on asked.code = old.code and asked.answer_kind = old.answer_kind
      and asked.levels is not distinct from old.levels
    where entry.revision_id = (${lastRevision(work)})
      and asked.id = any(${criteria.map(({ id }) => id)}::int[])`.execute(database);
  return found.rows;
}

export async function prefillEvidence(
  database: Database,
  work: Work,
  criteria: readonly WorkCriterion[],
  draft: number,
  accountId: number,
  at: Date,
): Promise<void> {
  await sql`
    insert into evidence (revision_id, criterion_id, name, url, file_id, added_by_id, added_at)
    select ${draft}, asked.id, evidence.name, evidence.url, evidence.file_id, ${accountId}, ${at}
    from evidence
    join criterion as old on old.id = evidence.criterion_id
    join criterion as asked on asked.code = old.code and asked.answer_kind = old.answer_kind
      and asked.levels is not distinct from old.levels
    where evidence.revision_id = (${lastRevision(work)})
      and asked.id = any(${criteria.map(({ id }) => id)}::int[])`.execute(database);
}
