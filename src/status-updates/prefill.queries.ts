import { sql } from 'kysely';
import { approvalStands } from '../counts/standing-approval.queries.js';
import { doLater, question, type Question } from '../database/flight.js';
import type { Database } from '../database/orm.js';
import type { AskedCriterion } from './asked-criterion.js';
import { DECISIVE } from './answer-columns.queries.js';
import type { Entry, Work } from './work.queries.js';

/** Which answers are looked for: those that a draft begins with, or those that were approved last. */
type Wanted = 'TO_BEGIN_WITH' | 'APPROVED';

/**
 * The SQL query of the last answers of an institution to questions, of whichever round and framework:
 * of the round with the latest reference date that is approved, and of those the one created last. A draft
 * begins with those of earlier rounds; or with those of a draft in a round that was withdrawn, if it was written
 * since. A wording that continues an
 * earlier one takes its answers. The rows are `asked`, the criterion of the new answer, and
 * `revision_id` and `criterion_id`, under which the last one is kept.
 */
const lastAnswers = (
  { institutionId, round }: Work,
  asked: readonly AskedCriterion[],
  wanted: Wanted = 'TO_BEGIN_WITH',
) => {
  const toBegin = wanted === 'TO_BEGIN_WITH';
  const answers = sql`
    select entry.revision_id, entry.criterion_id from status_update
    join reporting_round as other on other.id = status_update.round_id
    join status_update_revision as revision on revision.update_id = status_update.id
    join status_update_entry as entry on entry.revision_id = revision.id
    join criterion on criterion.id = entry.criterion_id
    where status_update.institution_id = ${institutionId}
      and criterion.question_id = any(question.answered)`;
  return sql`
    select question.asked, last.revision_id, last.criterion_id
    from (
      select asked.id as asked, array_agg(earlier.id) as answered
      from unnest(${asked.map(({ id }) => id)}::int[],
        ${asked.map(({ questionId }) => questionId)}::int[]) as asked(id, question_id)
      join question as present on present.id = asked.question_id
      join question as earlier on earlier.code = present.code
        and earlier.revision <= present.revision
        and not exists (select from question as break where break.code = present.code
          and break.revision > earlier.revision and break.revision <= present.revision
          and coalesce(break.form ->> 'continues', 'false') = 'false')
      group by asked.id
    ) as question
    cross join lateral (
      select * from (
        (${answers} and ${approvalStands('revision')}
          and (other.reference_date, other.id) ${toBegin ? sql`<` : sql`<=`}
            (${round.referenceDate}::date, ${round.id})
          order by other.reference_date desc, other.id desc, revision.number desc limit 1)
        union all
        (${answers} and ${toBegin} and other.withdrawn_at is not null order by revision.id desc limit 1)
      ) as written
      order by revision_id desc limit 1
    ) as last`;
};

/** The first answers of an institution in a round: its last ones to the same questions. */
export function prefillOf(work: Work, asked: readonly AskedCriterion[]): Question<Entry[]> {
  return entriesOf(lastAnswers(work, asked));
}

/** The answers of an institution that were approved last, those of the round among them. */
export function approvedAnswersOf(
  database: Database,
  work: Work,
  asked: readonly AskedCriterion[],
): Promise<Entry[]> {
  return entriesOf(lastAnswers(work, asked, 'APPROVED')).ask(database);
}

function entriesOf(answers: ReturnType<typeof lastAnswers>): Question<Entry[]> {
  const query = sql<Entry>`
    select decisive."criterionId", decisive.self_value as "selfValue", decisive.self_total as "selfTotal",
      decisive.self_choice as "selfChoice", decisive.self_text as "selfText",
      decisive.does_not_apply as "doesNotApply",
      null as "appraisedValue", null as "appraisedTotal", null as "appraisedChoice",
      null as "appraisalReason", entry.comment, true as prefilled
    from (${answers}) as last
    join status_update_entry as entry using (revision_id, criterion_id)
    cross join lateral (select ${DECISIVE.values}, last.asked)
      as decisive(${DECISIVE.columns}, "criterionId")`;
  return question(query, (rows) => rows);
}

export async function prefillEvidence(
  database: Database,
  work: Work,
  asked: readonly AskedCriterion[],
  draft: number,
  accountId: number,
  at: Date,
): Promise<void> {
  const written = sql`
    insert into evidence (revision_id, criterion_id, name, url, file_id, added_by_id, added_at)
    select ${draft}, last.asked, evidence.name, evidence.url, evidence.file_id, ${accountId}, ${at}
    from (${lastAnswers(work, asked)}) as last
    join evidence using (revision_id, criterion_id)`;
  await doLater(database, written);
}
