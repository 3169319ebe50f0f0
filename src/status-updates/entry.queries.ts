import { sql } from 'kysely';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { approvalStands } from '../counts/standing-approval.queries.js';
import type { Database } from '../database/orm.js';
import { paired } from '../shared/required.js';
import type { AskedCriterion } from './asked-criterion.js';
import { entriesShown, type RevisionAnswers, type ShownEntry } from './shown-entry.js';
import { ANSWER_COLUMNS } from './answer-columns.queries.js';
import { loadWork } from './work.queries.js';
import { criteriaFor } from './work.js';

export interface EntryRow extends ShownEntry {
  revisionId: number;
  criterion: AskedCriterion;
}

const loadAnswers = perRequest('answers', ({ database }, revisionIds: readonly number[]) =>
  answersOf(database, revisionIds),
);

/**
 * One entry for each question that is asked of the institution, with or without an answer, in
 * order.
 */
export async function loadEntries(
  context: Context,
  revision: { id: number; updateId: number },
): Promise<EntryRow[]> {
  const [answers, work] = await Promise.all([
    loadAnswers.required(context, revision.id),
    loadWork.required(context, revision.updateId),
  ]);
  const asked = criteriaFor(work);
  return paired(asked, entriesShown(asked, answers)).map(([criterion, entry]) => ({
    ...entry,
    revisionId: revision.id,
    criterion,
  }));
}

/** The answers of each revision, and those of the decided revision before it. */
async function answersOf(
  database: Database,
  revisionIds: readonly number[],
): Promise<Map<number, RevisionAnswers>> {
  const answers = (revision: string) => sql`
    (select coalesce(json_agg(json_build_object('criterionId', criterion_id,
        ${ANSWER_COLUMNS}, 'returnReason', return_reason, 'points', points,
        'evidenceKey', (select coalesce(string_agg(concat_ws(' ', url, file_id), ' '
            order by url, file_id), '')
          from evidence where evidence.revision_id = entry.revision_id
            and evidence.criterion_id = entry.criterion_id))), '[]')
      from status_update_entry as entry where entry.revision_id = ${sql.ref(revision)})`;
  const found = await sql<RevisionAnswers & { id: number }>`
    select revision.id, ${answers('revision.id')} as answers,
      case when base.id is not null then ${answers('base.id')} end as base
    from status_update_revision as revision
    left join lateral (
      select id from status_update_revision as earlier
      where earlier.update_id = revision.update_id and earlier.number < revision.number
        and (earlier.decision = 'RETURNED' or ${approvalStands('earlier')})
      order by number desc limit 1
    ) as base on true
    where revision.id = any(${[...revisionIds]}::int[])`.execute(database);
  return new Map(found.rows.map((row) => [row.id, row]));
}
