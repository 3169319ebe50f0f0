import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer, type Done } from '../changes/change.service.js';
import { countedFacts } from '../counts/facts.queries.js';
import { moveCountsBy } from '../counts/progress-count.service.js';
import { doLater } from '../database/flight.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { reasonProblems, textProblems } from '../graphql/input-check.js';
import type { Context } from '../request/context.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import {
  appraise,
  matchCriteria,
  type AppraisalInput,
  type NamesQuestion,
} from './answer-input.js';
import { changeUpdate, type ChangedUpdate, type UpdateRequest } from './change-update.service.js';
import { remarksOf, writeDecisionMail } from './decision-mail.service.js';
import { copyEvidence, eventOf, writeAnswers } from './draft.service.js';
import type { MailRemark } from '../mail/decision-text.js';
import { withDecision, withSubmission } from './revision-facts.js';
import type { IndicatorScore } from './score.js';
import type { BegunWork } from './work.queries.js';
import { criteriaFor, scoresOf } from './work.js';

type Request = Pick<UpdateRequest, 'updateId' | 'version' | 'input'>;

export interface ReturnReason extends NamesQuestion {
  reason: string;
}

/** A decision on the newest revision of an update, before it is written. */
export interface Verdict {
  work: BegunWork;
  /** The account of whoever decides. */
  by: number;
  decision: 'APPROVED' | 'RETURNED';
  note: string | null;
  /** What the reviewer said about answers, for the mail to the institution. */
  remarks: MailRemark[];
  /** The results of the indicators when the reviewer changed values. */
  results?: readonly IndicatorScore[];
}

export function returnUpdate(
  context: Context,
  request: Request & { reasons: readonly ReturnReason[]; note: string | null },
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateReturn', action: 'return' as const };
  return changeUpdate(context, asked, async (em, work, at) => {
    const { matched, problems } = matchCriteria(criteriaFor(work), request.reasons, 'reasons');
    problems.push(
      ...matched.flatMap(({ item, name }) =>
        reasonProblems(item.reason, ['reasons', name, 'reason']),
      ),
      ...(request.reasons.length === 0 ? reasonProblems('', ['reasons']) : []),
      ...textProblems(request.note, ['note']),
    );
    if (problems.length > 0) return refused(problems);

    const reasons = matched.map(({ item }) => item.reason.trim());
    const given = sql`
      insert into status_update_entry (revision_id, criterion_id, points, return_reason)
      select ${work.revision.id}, given.criterion_id, 0, given.reason
      from unnest(${matched.map(({ criterion }) => criterion.id)}::int[], ${reasons}::text[])
        as given(criterion_id, reason)
      on conflict (revision_id, criterion_id) do update
        set return_reason = excluded.return_reason`;
    await doLater(databaseOf(em), given);
    const verdict: Verdict = {
      work,
      by: requireViewer(context.viewer).accountId,
      decision: 'RETURNED',
      note: request.note?.trim() || null,
      remarks: remarksOf(matched),
    };
    await decide(em, [verdict], at, context.today);
    const told = new Map(
      matched.map(({ item, criterion }) => [criterion.question.code, item.reason.trim()]),
    );
    return done(verdict, { reasons: Object.fromEntries(told) });
  });
}

/**
 * Corrects an approved update in a new revision that is approved at once; the earlier one stays.
 */
export function correct(
  context: Context,
  request: Request & { changes: readonly AppraisalInput[]; reason: string },
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateCorrect', action: 'correct' as const };
  return changeUpdate(context, asked, async (em, work, at) => {
    const { updateId, version, institutionId } = work;
    const approved = work.revision;
    const appraised = appraise(criteriaFor(work), approved.entries, request.changes);
    const problems = [...appraised.problems, ...reasonProblems(request.reason, ['reason'])];
    if (request.changes.length === 0) problems.push(...reasonProblems('', ['changes']));
    if (problems.length > 0) return refused(problems);

    const counted = await countedFacts(databaseOf(em), [institutionId]);
    const number = approved.number + 1;
    const added = await sql<{ id: number }>`
      with claimed as (
        update status_update set version = version + 1 where id = ${updateId}
      )
      insert into status_update_revision (update_id, number, submitted_at, submitted_by_id, note,
        decision, decided_at, decided_by_id, decision_note)
      values (${updateId}, ${number}, ${at}, ${approved.submittedBy}, ${approved.note},
        'APPROVED', ${at}, ${requireViewer(context.viewer).accountId}, ${request.reason.trim()})
      returning id`.execute(databaseOf(em));
    const { id } = firstOf(added.rows);
    const score = scoresOf(work, appraised.entries);
    await writeAnswers(databaseOf(em), id, appraised.entries, score);
    await copyEvidence(databaseOf(em), id, approved.id);
    await moveCountsBy(em, counted, (facts) =>
      withSubmission(facts, work, {
        id,
        number,
        at,
        results: score.indicators,
        decision: 'APPROVED',
      }),
    );
    const { matched } = matchCriteria(criteriaFor(work), request.changes, 'changes');
    const told = {
      kind: 'CORRECTED' as const,
      work,
      revisionId: id,
      remarks: remarksOf(matched),
      note: request.reason.trim(),
      until: null,
    };
    await doLater(databaseOf(em), writeDecisionMail([told], context.today));
    const after = { revision: number, reason: request.reason.trim(), changes: request.changes };
    const before = { revision: approved.number };
    const event = eventOf(work, updateId, version + 1, before, after);
    return { value: { id: updateId }, refusals: [], events: [event] };
  });
}

/**
 * Writes decisions and changes the counts. The updates are in review, and changes run one at a
 * time, so nobody can have changed them since they were read.
 */
export async function decide(
  em: EntityManager,
  verdicts: readonly Verdict[],
  at: Date,
  today: LocalDate,
): Promise<void> {
  const untilOf = ({ decision, work }: Verdict) =>
    decision === 'RETURNED' ? addDays(today, work.round.returnDays) : null;
  const institutionIds = verdicts.map(({ work }) => work.institutionId);
  const counted = await countedFacts(databaseOf(em), institutionIds);
  const told = verdicts.map((verdict) => ({
    kind: verdict.decision,
    work: verdict.work,
    revisionId: verdict.work.revision.id,
    remarks: verdict.remarks,
    note: verdict.note,
    until: untilOf(verdict),
  }));
  const written = sql`
    with verdict as (
      select * from unnest(${verdicts.map(({ work }) => work.updateId)}::int[],
        ${verdicts.map(({ work }) => work.revision.id)}::int[],
        ${verdicts.map(({ decision }) => decision)}::text[],
        ${verdicts.map(({ note }) => note)}::text[], ${verdicts.map(untilOf)}::date[],
        ${verdicts.map(({ by }) => by)}::int[])
        as given(update_id, revision_id, decision, note, returned_until, decided_by)
    ), claimed as (
      update status_update set version = version + 1, state = verdict.decision
      from verdict where status_update.id = verdict.update_id
    ), mailed as (${writeDecisionMail(told, today)})
    update status_update_revision as revision set decision = verdict.decision, decided_at = ${at},
      returned_until = verdict.returned_until, decided_by_id = verdict.decided_by,
      decision_note = verdict.note
    from verdict where revision.id = verdict.revision_id`;
  await doLater(databaseOf(em), written);
  const decided = verdicts.map(({ work, decision, results }) => ({
    id: work.revision.id,
    decision,
    at,
    ...(results && { results }),
  }));
  await moveCountsBy(em, counted, (facts) => withDecision(facts, decided));
}

export function eventFor({ work, decision, note }: Verdict, details: object) {
  const after = { state: decision, revision: work.revision.number, note, ...details };
  return eventOf(work, work.updateId, work.version + 1, { state: 'SUBMITTED' }, after);
}

export function done(verdict: Verdict, details: object): Done<ChangedUpdate> {
  const { updateId } = verdict.work;
  return { value: { id: updateId }, refusals: [], events: [eventFor(verdict, details)] };
}
