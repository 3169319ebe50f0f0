import type { InstitutionFacts, RevisionFact } from '../counts/facts.js';
import type { Decision } from '../vocabulary/status-update.enums.js';
import type { IndicatorScore } from './score.js';
import type { BegunWork } from './work.queries.js';

export function withSubmission(
  facts: InstitutionFacts,
  { updateId, round }: Pick<BegunWork, 'updateId' | 'round'>,
  revision: {
    id: number;
    number: number;
    at: Date;
    results: readonly IndicatorScore[];
    decision?: Decision;
  },
): InstitutionFacts {
  const { id, number, at, results, decision = null } = revision;
  const added: RevisionFact = {
    id,
    updateId,
    roundId: round.id,
    referenceDate: round.referenceDate,
    number,
    submittedAt: at.getTime(),
    decision,
    decidedAt: decision && at.getTime(),
    results: resultsOf(results),
  };
  return { ...facts, revisions: [...facts.revisions, added] };
}

/** The facts after revisions were decided on, with the reviewer's results if they differ. */
export function withDecision(
  facts: InstitutionFacts,
  decided: readonly {
    id: number;
    decision: Decision;
    at: Date;
    results?: readonly IndicatorScore[];
  }[],
): InstitutionFacts {
  const decisions = new Map(decided.map((each) => [each.id, each]));
  const revisions = facts.revisions.map((revision) => {
    const found = decisions.get(revision.id);
    if (!found) return revision;
    const { decision, at, results } = found;
    return {
      ...revision,
      decision,
      decidedAt: at.getTime(),
      results: results ? resultsOf(results) : revision.results,
    };
  });
  return { ...facts, revisions };
}

export function withApprovalTakenBack(
  facts: InstitutionFacts,
  revisionId: number,
  at: Date,
): InstitutionFacts {
  const revisions = facts.revisions.map((revision) =>
    revision.id === revisionId ? { ...revision, takenBackAt: at.getTime() } : revision,
  );
  return { ...facts, revisions };
}

function resultsOf(results: readonly IndicatorScore[]): RevisionFact['results'] {
  return Object.fromEntries(results.map(({ indicator, ...result }) => [indicator, result]));
}
