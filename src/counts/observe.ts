import { inSpan, type LocalDate } from '../shared/dates.js';
import { Pillar, type PillarStage } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Decision } from '../vocabulary/status-update.enums.js';

export const PILLARS = Object.values(Pillar);

/** Each pillar, and the four together. */
export const PROGRESS_SUBJECTS = [...PILLARS, 'ALL_FOUR'] as const;
export type ProgressSubject = (typeof PROGRESS_SUBJECTS)[number];

/** Milliseconds since 1970; Infinity means everything known. */
export type Moment = number;

export interface PeriodFact {
  unitId: number | null;
  kind: InstitutionKind;
  settled: boolean;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  recordedAt: Moment;
  supersededAt: Moment | null;
}

export interface PillarFact {
  stage: PillarStage;
  points: number;
  maxPoints: number;
}

export interface RevisionFact {
  id: number;
  updateId: number;
  roundId: number;
  referenceDate: LocalDate;
  number: number;
  submittedAt: Moment;
  decision: Decision | null;
  decidedAt: Moment | null;
  /** When the approval was taken back; left out or null while it stands. */
  takenBackAt?: Moment | null;
  results: Partial<Record<Pillar, PillarFact>>;
}

export interface InstitutionFacts {
  id: number;
  illustrative: boolean;
  periods: PeriodFact[];
  revisions: RevisionFact[];
}

/** The kinds of institution to which the pillars of a framework apply, from its first day on. */
export interface FrameworkFact {
  id: number;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  /** From when to when it was known as it is here; left out or null means since or for ever. */
  recordedAt?: Moment | null;
  supersededAt?: Moment | null;
  kinds: Record<Pillar, ReadonlySet<InstitutionKind>>;
}

export interface Observed {
  /** The place and kind on the date; null when the institution was not operating. */
  period: PeriodFact | null;
  /** The pillars that apply to its kind under the framework in force; none when not operating. */
  applicable: readonly Pillar[];
  approved: RevisionFact | null;
  /** The newest update that was submitted and is not approved. */
  pending: { revision: RevisionFact; returned: boolean } | null;
}

/** An institution with its state; other revisions are not part of it. */
export interface ObservedInstitution {
  facts: Omit<InstitutionFacts, 'revisions'>;
  observed: Observed;
}

/**
 * The state on a date, known at a moment: the latest revision approved at or before the moment, and
 * not taken back by then, whose round's reference date is at or before the date. Later rounds win over later approvals.
 */
export function observe(
  facts: InstitutionFacts,
  frameworks: readonly FrameworkFact[],
  asOf: LocalDate,
  knownAt: Moment,
): Observed {
  const period = periodOn(facts, asOf, knownAt);
  const known = facts.revisions.filter(
    (revision) => revision.referenceDate <= asOf && revision.submittedAt <= knownAt,
  );
  return {
    period,
    applicable: period ? applicablePillars(period.kind, frameworks, asOf, knownAt) : [],
    approved: latest(known.filter((revision) => decisionAt(revision, knownAt) === 'APPROVED')),
    pending: pendingOf(known, knownAt),
  };
}

/** The place and kind on a date; null when the institution was not operating. */
export function periodOn(
  { periods }: Pick<InstitutionFacts, 'periods'>,
  date: LocalDate,
  knownAt: Moment,
): PeriodFact | null {
  const found = periods.find(
    (candidate) => wasKnown(candidate, knownAt) && inSpan(candidate, date),
  );
  return found ?? null;
}

/**
 * The framework in force on a date, as known at a moment: of those that cover the date, the one that
 * began last.
 */
export function frameworkInForce<F extends Omit<FrameworkFact, 'id' | 'kinds'>>(
  frameworks: readonly F[],
  date: LocalDate,
  knownAt: Moment,
): F | null {
  return frameworks
    .filter((framework) => wasKnown(framework, knownAt) && inSpan(framework, date))
    .reduce<F | null>(
      (best, next) => (best && best.validFrom >= next.validFrom ? best : next),
      null,
    );
}

/** Whether what was recorded and superseded at these moments was what is known at a moment. */
export function wasKnown(
  { recordedAt, supersededAt }: { recordedAt?: Moment | null; supersededAt?: Moment | null },
  knownAt: Moment,
): boolean {
  return (recordedAt ?? 0) <= knownAt && (supersededAt == null || supersededAt > knownAt);
}

/** Before the first framework, all four pillars apply, because nothing says otherwise. */
function applicablePillars(
  kind: InstitutionKind,
  frameworks: readonly FrameworkFact[],
  date: LocalDate,
  knownAt: Moment,
): readonly Pillar[] {
  const framework = frameworkInForce(frameworks, date, knownAt);
  return framework ? PILLARS.filter((pillar) => framework.kinds[pillar].has(kind)) : PILLARS;
}

function decisionAt(revision: RevisionFact, knownAt: Moment): Decision | null {
  const { takenBackAt = null } = revision;
  if (takenBackAt !== null && takenBackAt <= knownAt) return null;
  return revision.decidedAt !== null && revision.decidedAt <= knownAt ? revision.decision : null;
}

function pendingOf(known: RevisionFact[], knownAt: Moment): Observed['pending'] {
  const newestOfUpdate = new Map<number, RevisionFact>();
  for (const revision of known) {
    const other = newestOfUpdate.get(revision.updateId);
    if (!other || other.number < revision.number) newestOfUpdate.set(revision.updateId, revision);
  }
  const undecided = latest(
    [...newestOfUpdate.values()].filter((revision) => {
      const decision = decisionAt(revision, knownAt);
      return decision === null || decision === 'RETURNED';
    }),
  );
  return (
    undecided && { revision: undecided, returned: decisionAt(undecided, knownAt) === 'RETURNED' }
  );
}

function latest(revisions: RevisionFact[]): RevisionFact | null {
  return revisions.reduce<RevisionFact | null>(
    (best, next) => (best && comparePrecedence(best, next) > 0 ? best : next),
    null,
  );
}

function comparePrecedence(a: RevisionFact, b: RevisionFact): number {
  if (a.referenceDate !== b.referenceDate) return a.referenceDate < b.referenceDate ? -1 : 1;
  return a.roundId - b.roundId || a.number - b.number;
}

export function placesOf({ periods }: Pick<InstitutionFacts, 'periods'>): number[] {
  return [...new Set(periods.flatMap(({ unitId }) => unitId ?? []))];
}
