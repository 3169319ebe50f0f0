import { mayReport, mayReview } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { ownDays } from '../exceptions/own-days.js';
import { phaseOf } from '../rounds/round-phase.js';
import type { LocalDate } from '../shared/dates.js';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import { askedOf, type AskedCriterion } from './asked-criterion.js';
import { claimRefusal } from './review-claim.js';
import { scoreRevision, type RevisionScore } from './score.js';
import type { Action, Standing } from './workflow.js';
import type { Entry, Work } from './work.queries.js';

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

/** What nobody does while another has claimed the review. */
const DECISIONS: readonly Action[] = ['return', 'approve'];

/** Why a decision is refused because another has claimed the review; null when it is not. */
export function claimedRefusal(
  action: Action,
  { claim }: Work,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
): Refusal | null {
  return DECISIONS.includes(action) ? claimRefusal(claim, viewer, now) : null;
}

/** The questions of the round for the institution, by its kind on the reference date. */
export function criteriaFor({ criteria, kind }: Work): AskedCriterion[] {
  return askedOf(criteria, kind);
}

type Given = Omit<Entry, 'criterionId' | 'appraisalReason' | 'comment' | 'prefilled'>;

/** What the reviewer set if there is anything, or else the institution's own answer. */
export function decisiveAnswer(entry: Given): GivenAnswer | undefined {
  return entry.appraisedValue === null && entry.appraisedChoice === null
    ? selfAnswer(entry)
    : (choiceOf(entry.appraisedChoice) ?? valueOf(entry.appraisedValue, entry.appraisedTotal));
}

/** The institution's own answer. */
export function selfAnswer(entry: Omit<Given, `appraised${string}`>): GivenAnswer | undefined {
  if (entry.doesNotApply !== null) return { doesNotApply: true };
  if (entry.selfText !== null) return { text: entry.selfText };
  return choiceOf(entry.selfChoice) ?? valueOf(entry.selfValue, entry.selfTotal);
}

function choiceOf(choice: string | null): GivenAnswer | undefined {
  return choice === null ? undefined : { choice };
}

function valueOf(value: number | null, total: number | null): GivenAnswer | undefined {
  if (value === null) return undefined;
  return total === null ? { value } : { value, total };
}

export function scoresOf(work: Work, entries: readonly Entry[]): RevisionScore {
  const answers = new Map(
    entries.flatMap((entry) => {
      const answer = decisiveAnswer(entry);
      return answer ? [[entry.criterionId, answer] as const] : [];
    }),
  );
  return scoreRevision(work.frameworks, work.criteria, work.kind, answers);
}
