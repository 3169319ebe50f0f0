import { mayInspect, mayOperate, mayReport, type Place } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/orm.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { AskedCriterion } from '../status-updates/asked-criterion.js';
import { approvedAnswersOf, prefillOf } from '../status-updates/prefill.queries.js';
import { criteriaFor } from '../status-updates/work.js';
import { workOf, type Entry, type Work } from '../status-updates/work.queries.js';

/** A form of one institution in one round, as somebody may see it. */
export interface ReportForm {
  round: RoundRow;
  institution: { id: number; code: string; name: string };
  work: Work;
  asked: AskedCriterion[];
  /** What stands in the form now, of what the reader may see. */
  present: readonly Entry[];
  /** What was approved last. */
  approved: readonly Entry[];
}

/** Whether somebody may have the form of an institution, with or without answers in it. */
export function mayHaveForm(viewer: Viewer | null, place: Place): boolean {
  return mayInspect(viewer, place) || mayOperate(viewer);
}

/** Null where the round does not call the institution. */
export async function reportFormOf(
  database: Database,
  viewer: Viewer | null,
  {
    round,
    institution,
    today,
  }: Pick<ReportForm, 'round' | 'institution'> & {
    today: LocalDate;
  },
): Promise<ReportForm | null> {
  const work = await workOf(database, institution.id, round.id, today);
  if (!work || work.kind === null) return null;
  const asked = criteriaFor(work);
  const approved = mayInspect(viewer, work.place)
    ? await approvedAnswersOf(database, work, asked)
    : [];
  const present = await presentAnswers(database, viewer, work, approved);
  return { round, institution, work, asked, present, approved };
}

/**
 * What the form begins with. The institution sees its draft, or what a draft would begin with; those who inspect it
 * see what was handed in or approved last, because a draft is its institution's own.
 */
export async function presentAnswers(
  database: Database,
  viewer: Viewer | null,
  work: Work,
  approved: readonly Entry[],
): Promise<readonly Entry[]> {
  const { revision, institutionId } = work;
  if (mayReport(viewer, institutionId))
    return revision?.entries ?? (await prefillOf(work, criteriaFor(work)).ask(database));
  const isSeen = revision?.submittedAt != null && mayInspect(viewer, work.place);
  return isSeen ? revision.entries : approved;
}
