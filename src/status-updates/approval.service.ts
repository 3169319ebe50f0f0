import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer, type Done } from '../changes/change.service.js';
import { GatheredChanges, type Outcome } from '../changes/gathered-changes.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { textProblems } from '../graphql/input-check.js';
import type { Context } from '../request/context.js';
import { RequestError } from '../shared/errors.js';
import { firstOf } from '../shared/required.js';

import { appraise, matchCriteria, type AppraisalInput } from './answer-input.js';
import { admit, type ChangedUpdate, type UpdateRequest } from './change-update.service.js';
import { remarksOf } from './decision-mail.service.js';
import { decide, done, type Verdict } from './decision.service.js';
import { writeAnswers } from './draft.service.js';
import { worksOfUpdates, type BegunWork } from './work.queries.js';
import { criteriaFor, scoresOf } from './work.js';

interface Approval extends Pick<UpdateRequest, 'updateId' | 'version' | 'input'> {
  changes: readonly AppraisalInput[];
  note: string | null;
}

interface Asked {
  context: Context;
  approval: Approval;
}

/** On the evening on which a round is due, approvals wait for their turn: then they go together. */
const approvals = new GatheredChanges<Asked, Map<number, BegunWork>, ChangedUpdate>({
  mayGoWith: (one, other) =>
    one.approval.updateId !== other.approval.updateId && one.context.today === other.context.today,
  read: (asked) => {
    const ids = asked.flatMap(({ approval }) => approval.updateId ?? []);
    return worksOfUpdates(ids, firstOf(asked).context.today);
  },
  work: approveEach,
});

/**
 * Approves an update. If the reviewer changes a value, both values are kept and the reviewer's
 * counts.
 * @throws RequestError UNAUTHENTICATED, or FORBIDDEN for an update that is public but not the viewer's.
 */
export function approve(context: Context, approval: Approval): Promise<Answer<ChangedUpdate>> {
  const request = { action: 'statusUpdateApprove', input: approval.input, publishes: true };
  return approvals.make(context, request, { context, approval });
}

async function approveEach(
  em: EntityManager,
  at: Date,
  works: Map<number, BegunWork>,
  asked: readonly Asked[],
): Promise<Outcome<ChangedUpdate>[]> {
  const verdicts: Verdict[] = [];
  const outcomes: Outcome<ChangedUpdate>[] = [];
  for (const { context, approval } of asked) {
    const work = works.get(approval.updateId ?? 0);
    const outcome = await verdictOn(databaseOf(em), context, approval, work).catch(asOutcome);
    if ('work' in outcome) verdicts.push(outcome);
    outcomes.push('work' in outcome ? done(outcome, { changes: approval.changes }) : outcome);
  }
  if (verdicts.length > 0) await decide(em, verdicts, at, firstOf(asked).context.today);
  return outcomes;
}

/** The verdict on one update, with the changed values written; or why there is none. */
async function verdictOn(
  database: Database,
  context: Context,
  { version, changes, note }: Approval,
  found: BegunWork | undefined,
): Promise<Verdict | Done<never>> {
  const { work, refusal } = await admit(context, database, 'approve', found, version);
  if (!work) return refused([refusal]);
  const { id, entries } = work.revision;
  const appraised = appraise(criteriaFor(work), entries, changes);
  const problems = [...appraised.problems, ...textProblems(note, ['note'])];
  if (problems.length > 0) return refused(problems);

  const { matched } = matchCriteria(criteriaFor(work), changes, 'changes');
  const verdict: Verdict = {
    work,
    by: requireViewer(context.viewer).accountId,
    decision: 'APPROVED',
    note: note?.trim() || null,
    remarks: remarksOf(matched),
  };
  if (appraised.changed.length === 0) return verdict;
  const score = scoresOf(work, appraised.entries);
  await writeAnswers(database, id, appraised.changed, score);
  return { ...verdict, results: score.indicators };
}

/** What one may not do concerns only that one; any other error all. */
function asOutcome(error: unknown): RequestError {
  if (error instanceof RequestError && error.code === 'FORBIDDEN') return error;
  throw error;
}
