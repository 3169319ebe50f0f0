import type { CriterionRow } from '../frameworks/criterion-row.js';
import type { Text } from '../shared/text.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';

/**
 * A question of a round, asked once however many frameworks of the round use it. Its answer is kept
 * under its criterion in the first of them.
 */
export interface AskedCriterion extends CriterionRow {
  /** Its criteria in the frameworks of the round, in order. */
  uses: readonly CriterionRow[];
  /** How messages begin that are about it; with its framework where its number alone would name several. */
  called: Text;
}

/**
 * The questions of a round in the order of its frameworks, each with all kinds that any of them asks.
 * @param frameworks the criteria of each framework of the round, in order.
 */
export function askedIn(frameworks: readonly (readonly CriterionRow[])[]): AskedCriterion[] {
  const byQuestion = Map.groupBy(frameworks.flat(), ({ question }) => question.code);
  const byCode = Map.groupBy(frameworks.flat(), ({ code }) => code);
  const isShared = (code: string) =>
    new Set(byCode.get(code)?.map(({ question }) => question.code)).size > 1;
  return [...byQuestion.values()].flatMap((uses) => {
    const [first] = uses;
    if (!first) return [];
    const called = calledIn(first, isShared(first.code));
    return [{ ...first, ...togetherIn(uses), uses, called }];
  });
}

function calledIn({ code, frameworkName }: CriterionRow, isShared: boolean): Text {
  return isShared
    ? {
        vi: `Tiêu chí ${code} của “${frameworkName.vi}”`,
        en: `Criterion ${code} of “${frameworkName.en}”`,
      }
    : { vi: `Tiêu chí ${code}`, en: `Criterion ${code}` };
}

/** Of the questions of a round, those for a kind of institution. */
export function askedOf(
  asked: readonly AskedCriterion[],
  kind: InstitutionKind | null,
): AskedCriterion[] {
  return asked.flatMap((criterion) => {
    const uses = criterion.uses.filter(({ kinds }) => kind !== null && kinds.includes(kind));
    return uses.length > 0 ? [{ ...criterion, ...togetherIn(uses), uses }] : [];
  });
}

function togetherIn(uses: readonly CriterionRow[]) {
  return {
    kinds: [...new Set(uses.flatMap(({ kinds }) => kinds))],
    evidenceRequired: uses.some(({ evidenceRequired }) => evidenceRequired),
    takesEvidence: uses.some(({ takesEvidence }) => takesEvidence),
    optional: uses.every(({ optional }) => optional),
  };
}
