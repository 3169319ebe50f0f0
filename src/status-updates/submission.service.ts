import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer, type Done } from '../changes/change.service.js';
import type { Context } from '../request/context.js';
import { doLater } from '../database/flight.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { countedFacts } from '../counts/facts.queries.js';
import { moveReviews } from '../counts/progress-count.service.js';
import { submissionProblems } from './answer-check.js';
import { reasonProblems, textProblems } from '../graphql/input-check.js';
import { changeUpdate, type ChangedUpdate, type UpdateRequest } from './change-update.service.js';
import { claim, draftOf, eventOf, writeAnswers } from './draft.service.js';
import { answersByCode } from './saving.service.js';
import { withDecision, withSubmission } from './revision-facts.js';
import type { BegunWork } from './work.queries.js';
import { criteriaFor, scoresOf } from './work.js';

type Request = Pick<UpdateRequest, 'updateId' | 'version' | 'input'>;

/**
 * Submits the draft. All reasons that prevent it are returned at once, each with its criterion and
 * field.
 */
export function submit(
  context: Context,
  request: Request & { note: string | null },
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateSubmit', action: 'submit' as const };
  return changeUpdate(context, asked, (em, work, at) =>
    handIn(context, em, work, request.note, at),
  );
}

/** Hands a draft in, inside a change that publishes, of somebody who may and whose turn it is. */
export async function handIn(
  context: Context,
  em: EntityManager,
  work: BegunWork,
  note: string | null,
  at: Date,
): Promise<Done<ChangedUpdate>> {
  const { updateId, version, state, institutionId } = work;
  const { id, number, entries, evidence } = work.revision;
  const problems = [...problemsOf(work), ...textProblems(note, ['note'])];
  if (problems.length > 0) return refused(problems);
  const counted = await countedFacts(databaseOf(em), [institutionId]);
  const { accountId } = requireViewer(context.viewer);

  await claim(em, [{ updateId, version, state: 'SUBMITTED' }]);
  const submitted = sql`
    update status_update_revision
    set submitted_at = ${at}, submitted_by_id = ${accountId}, note = ${note?.trim() || null}
    where id = ${id}`;
  await doLater(databaseOf(em), submitted);
  // The kind of the institution on the reference date may have been corrected since the last save.
  const score = scoresOf(work, entries);
  await writeAnswers(databaseOf(em), id, [], score);
  await moveReviews(em, counted, (facts) =>
    withSubmission(facts, work, { id, number, at, results: score.indicators }),
  );
  const handedIn = { state: 'SUBMITTED', revision: number, note };
  const after = { ...handedIn, answers: answersByCode(work, entries), evidence };
  const event = eventOf(work, updateId, version + 1, { state }, after);
  return { value: { id: updateId }, refusals: [], events: [event] };
}

export function problemsOf(work: BegunWork) {
  const { entries, evidence } = work.revision;
  return submissionProblems(
    criteriaFor(work),
    new Map(
      entries.map(({ criterionId, selfValue, selfTotal, selfChoice, selfText, doesNotApply }) => [
        criterionId,
        { value: selfValue, total: selfTotal, choice: selfChoice, text: selfText, doesNotApply },
      ]),
    ),
    new Map(evidence.map(({ criterionId, count }) => [criterionId, count])),
  );
}

export function withdraw(
  context: Context,
  request: Request & { reason: string | null },
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateWithdraw', action: 'withdraw' as const };
  return changeUpdate(context, asked, async (em, work, at) => {
    const { updateId, version, institutionId } = work;
    const { id, number } = work.revision;
    const problems = textProblems(request.reason, ['reason']);
    if (problems.length > 0) return refused(problems);

    const counted = await countedFacts(databaseOf(em), [institutionId]);
    await claim(em, [{ updateId, version, state: 'WITHDRAWN' }]);
    const withdrawn = sql`
      update status_update_revision set decision = 'WITHDRAWN', decided_at = ${at},
        decided_by_id = ${requireViewer(context.viewer).accountId}, decision_note = ${request.reason?.trim() || null}
      where id = ${id}`;
    await doLater(databaseOf(em), withdrawn);
    await moveReviews(em, counted, (facts) =>
      withDecision(facts, [{ id, decision: 'WITHDRAWN', at }]),
    );
    const after = { state: 'WITHDRAWN', revision: number, reason: request.reason };
    const event = eventOf(work, updateId, version + 1, { state: 'SUBMITTED' }, after);
    return { value: { id: updateId }, refusals: [], events: [event] };
  });
}

/**
 * Starts a correction of an approved update by its institution; the approved revision counts until
 * the next one is approved.
 */
export function reopen(
  context: Context,
  request: Request & { reason: string },
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateReopen', action: 'reopen' as const };
  return changeUpdate(context, asked, async (em, work) => {
    const { updateId, version } = work;
    const problems = reasonProblems(request.reason, ['reason']);
    if (problems.length > 0) return refused(problems);

    await claim(em, [{ updateId, version, state: 'DRAFT' }]);
    const draft = await draftOf(em, updateId, work);
    await writeAnswers(databaseOf(em), draft, [], scoresOf(work, work.revision.entries));
    const after = { state: 'DRAFT', reason: request.reason.trim() };
    const event = eventOf(work, updateId, version + 1, { state: 'APPROVED' }, after);
    return { value: { id: updateId }, refusals: [], events: [event] };
  });
}
