import type { CountedIndicator } from '../indicators/indicator.js';
import type { LocalDate } from '../shared/dates.js';
import {
  periodOn,
  type IndicatorFact,
  type InstitutionFacts,
  type Moment,
  type PeriodFact,
  type RevisionFact,
} from './facts.js';
import { approvedAt, pendingAt } from './revisions.js';
import { appliesTo, frameworksInForce, type Rules } from './rules.js';

/** An update that was submitted and is not approved. */
export interface Pending {
  revision: RevisionFact;
  returned: boolean;
}

/** An institution in one indicator that frameworks decide. */
export interface IndicatorState {
  /** Whether it applies to the kind of the date; to none when not operating. */
  applies: boolean;
  /** What counts, and the approved revision that says it. */
  reported: { result: IndicatorFact; revision: RevisionFact } | null;
  /** The newest update with a result for the indicator that was submitted and is not approved. */
  pending: Pending | null;
}

export interface Observed {
  /** The place and kind on the date; null when the institution was not operating. */
  period: PeriodFact | null;
  /** Of each indicator that frameworks decide, by its code. */
  states: ReadonlyMap<string, IndicatorState>;
}

/** An institution with its state; revisions that do not decide are not part of it. */
export interface ObservedInstitution {
  facts: Omit<InstitutionFacts, 'revisions'>;
  observed: Observed;
}

/**
 * The state on a date, known at a moment. For an indicator that is the latest revision with a result
 * for it, approved at or before the moment and not taken back by then, whose round's reference date
 * is at or before the date. Later rounds win over later approvals. So a round of a framework that
 * does not decide an indicator changes nothing of it.
 */
export function observe(
  facts: InstitutionFacts,
  { indicators, frameworks }: Rules,
  asOf: LocalDate,
  knownAt: Moment,
): Observed {
  const period = periodOn(facts, asOf, knownAt);
  const inForce = frameworksInForce(frameworks, asOf, knownAt);
  const known = facts.revisions.filter(
    (revision) => revision.referenceDate <= asOf && revision.submittedAt <= knownAt,
  );
  const approved = approvedAt(known, knownAt);
  const pending = pendingAt(known, knownAt);
  const stateOf = (indicator: CountedIndicator): IndicatorState => {
    const { code } = indicator;
    const revision = approved.find(({ results }) => results[code]);
    const result = revision?.results[code];
    return {
      applies: period !== null && appliesTo(indicator, period.kind, inForce),
      reported: revision && result ? { result, revision } : null,
      pending: pending.find(({ revision: { results } }) => results[code]) ?? null,
    };
  };
  const decided = indicators.filter(({ parts }) => parts === null);
  return { period, states: new Map(decided.map((each) => [each.code, stateOf(each)])) };
}

/** What frameworks decide of an indicator for the kind of the institution; none when it does not apply. */
export function askedOf(observed: Observed, { decided }: CountedIndicator): string[] {
  return decided.filter((code) => observed.states.get(code)?.applies);
}
