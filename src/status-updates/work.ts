import { mayReport, mayReview } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import { ownDays } from '../exceptions/own-days.js';
import { phaseOf } from '../rounds/round-phase.js';
import type { LocalDate } from '../shared/dates.js';
import { scorePillars, type Answer, type PillarScore } from './score.js';
import type { Action, Standing } from './workflow.js';
import type { Entry, Work, WorkCriterion } from './work.queries.js';

export function standingOf(work: Work, viewer: Viewer | null, today: LocalDate): Standing {
  const { revision, round, exception, returnedUntil } = work;
  return {
    // Whether something is owed moves the due date only, which no action depends on.
    phase: phaseOf(ownDays(round, { exception, returnedUntil, owing: true }), today),
    called: work.kind !== null,
    state: work.state,
    hasDraft: revision !== null && revision.submittedAt === null,
    ownSubmission: revision?.submittedBy != null && revision.submittedBy === viewer?.accountId,
  };
}

const REVIEWERS: readonly Action[] = ['return', 'approve', 'correct', 'takeBack'];

/** Whether the viewer has the right to an action, in turn or not. */
export function mayAct(action: Action, viewer: Viewer | null, place: Work['place']): boolean {
  return REVIEWERS.includes(action)
    ? mayReview(viewer, place)
    : mayReport(viewer, place.institutionId);
}

/** The criteria that apply to the institution by its kind on the reference date. */
export function criteriaFor({ criteria, kind }: Work): WorkCriterion[] {
  return criteria.filter(({ kinds }) => kind !== null && kinds.includes(kind));
}

/** The appraised value if there is one, or else the institution's own. */
export function decisiveAnswer(
  entry: Pick<Entry, 'selfValue' | 'selfTotal' | 'appraisedValue' | 'appraisedTotal'>,
): Answer | undefined {
  const [value, total] =
    entry.appraisedValue === null
      ? [entry.selfValue, entry.selfTotal]
      : [entry.appraisedValue, entry.appraisedTotal];
  return value === null ? undefined : { value, total };
}

export function scoresOf(work: Work, entries: readonly Entry[]): PillarScore[] {
  if (work.kind === null) return [];
  const answers = new Map(
    entries.flatMap((entry) => {
      const answer = decisiveAnswer(entry);
      return answer ? [[entry.criterionId, answer] as const] : [];
    }),
  );
  return scorePillars(work, work.criteria, work.kind, answers);
}
