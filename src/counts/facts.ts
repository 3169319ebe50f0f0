import { inSpan, type LocalDate } from '../shared/dates.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import type { InstitutionKind, PeriodOrigin } from '../vocabulary/institution.enums.js';
import type { Decision } from '../vocabulary/status-update.enums.js';

/** Milliseconds since 1970; Infinity means everything known. */
export type Moment = number;

export interface PeriodFact {
  unitId: number | null;
  kind: InstitutionKind;
  /** As `ITS_SEGMENT` writes it; left out where nothing is told apart by it. */
  segment?: string;
  settled: boolean;
  /** Whether the place was recorded or follows from what became of a unit; read where it matters. */
  origin?: PeriodOrigin;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  recordedAt: Moment;
  supersededAt: Moment | null;
}

/** What a revision says of an indicator. */
export interface IndicatorFact {
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
  /** By the code of the indicator; nothing for one that the round does not decide for its kind. */
  results: Readonly<Partial<Record<string, IndicatorFact>>>;
}

export interface InstitutionFacts {
  id: number;
  illustrative: boolean;
  periods: PeriodFact[];
  revisions: RevisionFact[];
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

/** Whether what was recorded and superseded at these moments was what is known at a moment. */
export function wasKnown(
  { recordedAt, supersededAt }: { recordedAt?: Moment | null; supersededAt?: Moment | null },
  knownAt: Moment,
): boolean {
  return (recordedAt ?? 0) <= knownAt && (supersededAt == null || supersededAt > knownAt);
}

export function placesOf({ periods }: Pick<InstitutionFacts, 'periods'>): number[] {
  return [...new Set(periods.flatMap(({ unitId }) => unitId ?? []))];
}
