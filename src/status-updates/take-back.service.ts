import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer } from '../changes/change.service.js';
import { countedFacts } from '../counts/facts.queries.js';
import { moveCountsBy } from '../counts/progress-count.service.js';
import { approvalStands } from '../counts/standing-approval.queries.js';
import { databaseOf, type Database } from '../database/orm.js';
import { tellFigures, tellNodes } from '../database/tell-figures.js';
import { reasonProblems } from '../graphql/input-check.js';
import { dropMail } from '../mail/outbox.service.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import { changeUpdate, type ChangedUpdate, type UpdateRequest } from './change-update.service.js';
import { decisionCause } from './decision-mail.service.js';
import { claim, copyEvidence, eventOf, writeAnswers } from './draft.service.js';
import { withApprovalTakenBack, withSubmission } from './revision-facts.js';
import type { BegunWork } from './work.queries.js';
import { scoresOf } from './work.js';

/**
 * Takes the approval of an update back. The institution's answers are submitted again as a new
 * revision, without what the reviewer changed; the approved revision stays, and counts for what was
 * known before. An earlier approval of the same update counts again.
 */
export function takeBack(
  context: Context,
  request: Pick<UpdateRequest, 'updateId' | 'version' | 'input'> & { reason: string },
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateTakeBack', action: 'takeBack' as const };
  return changeUpdate(context, asked, async (em, work, at) => {
    const { updateId, version, institutionId } = work;
    const approved = work.revision;
    const reason = request.reason.trim();
    const problems = reasonProblems(reason, ['reason']);
    if (problems.length > 0) return refused(problems);

    const database = databaseOf(em);
    const counted = await countedFacts(database, [institutionId]);
    await claim(em, [{ updateId, version, state: 'SUBMITTED' }]);
    await sql`
      insert into approval_taken_back (revision_id, taken_back_at, taken_back_by_id, reason)
      values (${approved.id}, ${at}, ${requireViewer(context.viewer).accountId}, ${reason})`.execute(
      database,
    );
    await dropMail(database, decisionCause(approved.id));
    const { id, number, results } = await submitAgain(database, work, at);
    await moveCountsBy(em, counted, (facts) =>
      withSubmission(withApprovalTakenBack(facts, approved.id, at), work, {
        id,
        number,
        at,
        results,
      }),
    );
    const remains = await isApproved(database, updateId);
    await tellNodes(em, remains ? 'UPDATED' : 'DELETED', 'StatusUpdate', [updateId]);
    await tellFigures(em, 'Institution', [institutionId]);
    const before = { state: 'APPROVED', revision: approved.number };
    const after = { state: 'SUBMITTED', revision: number, reason };
    const event = eventOf(work, updateId, version + 1, before, after);
    return { value: { id: updateId }, refusals: [], events: [event] };
  });
}

/** Submits the institution's own answers of the newest revision again. */
async function submitAgain(database: Database, work: BegunWork, at: Date) {
  const { id: source, number: last, submittedBy, note, entries } = work.revision;
  const number = last + 1;
  const added = await sql<{ id: number }>`
    insert into status_update_revision (update_id, number, submitted_at, submitted_by_id, note)
    values (${work.updateId}, ${number}, ${at}, ${submittedBy}, ${note})
    returning id`.execute(database);
  const { id } = firstOf(added.rows);
  const own = entries.map((entry) => ({
    ...entry,
    appraisedValue: null,
    appraisedTotal: null,
    appraisedChoice: null,
    appraisalReason: null,
  }));
  const score = scoresOf(work, own);
  await writeAnswers(database, id, own, score);
  await copyEvidence(database, id, source);
  return { id, number, results: score.indicators };
}

async function isApproved(database: Database, updateId: number): Promise<boolean> {
  const found = await sql`
    select from status_update_revision as revision
    where update_id = ${updateId} and ${approvalStands('revision')} limit 1`.execute(database);
  return found.rows.length > 0;
}
