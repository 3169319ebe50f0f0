import type { Decision } from '../vocabulary/status-update.enums.js';
import type { InstitutionFacts, Moment, RevisionFact } from './facts.js';

/** A revision without what it says. */
type Handled = Omit<RevisionFact, 'results'>;

/** A revision of which the results are not read yet. */
export interface UnreadRevision extends Handled {
  /** What was asked: equal for rounds that decide the same indicators for the same kinds. */
  asks: string;
}

/** The revisions that are approved at a moment; the one that takes precedence is first. */
export function approvedAt<Revision extends Handled>(
  known: readonly Revision[],
  knownAt: Moment,
): Revision[] {
  return known
    .filter((revision) => decisionAt(revision, knownAt) === 'APPROVED')
    .sort(comparePrecedence);
}

/** The newest revision of each update that is not approved at a moment; the newest update is first. */
export function pendingAt<Revision extends Handled>(
  known: readonly Revision[],
  knownAt: Moment,
): { revision: Revision; returned: boolean }[] {
  const newestOfUpdate = new Map<number, Revision>();
  for (const revision of known) {
    const other = newestOfUpdate.get(revision.updateId);
    if (!other || other.number < revision.number) newestOfUpdate.set(revision.updateId, revision);
  }
  return [...newestOfUpdate.values()].sort(comparePrecedence).flatMap((revision) => {
    const decision = decisionAt(revision, knownAt);
    return decision === null || decision === 'RETURNED'
      ? [{ revision, returned: decision === 'RETURNED' }]
      : [];
  });
}

/**
 * The revisions that may decide something on a date, known at a moment, so that only their results
 * have to be read. Of one who always had the same kind, revisions that were asked the same have
 * results for the same indicators, and the latest of them takes precedence in all.
 */
export function mayDecide(
  { periods, revisions }: Pick<InstitutionFacts, 'periods'> & { revisions: UnreadRevision[] },
  asOf: string,
  knownAt: Moment,
): UnreadRevision[] {
  const known = revisions.filter(
    ({ referenceDate, submittedAt }) => referenceDate <= asOf && submittedAt <= knownAt,
  );
  const approved = approvedAt(known, knownAt);
  const pending = pendingAt(known, knownAt).map(({ revision }) => revision);
  const changed = new Set(periods.map(({ kind }) => kind)).size > 1;
  const seen = new Set<string>();
  const deciding = approved.filter(({ asks }) => {
    const first = !seen.has(asks);
    seen.add(asks);
    return first || changed;
  });
  return [...new Set([...deciding, ...pending])];
}

function decisionAt(revision: Handled, knownAt: Moment): Decision | null {
  const { takenBackAt = null } = revision;
  if (takenBackAt !== null && takenBackAt <= knownAt) return null;
  return revision.decidedAt !== null && revision.decidedAt <= knownAt ? revision.decision : null;
}

/** Negative when the first takes precedence. */
export function comparePrecedence(a: Handled, b: Handled): number {
  if (a.referenceDate !== b.referenceDate) return a.referenceDate < b.referenceDate ? 1 : -1;
  return b.roundId - a.roundId || b.number - a.number;
}
