import { NOT_GIVEN } from '../components/given-answer';
import { useSaidAnswer } from '../components/said-answer';
import { useAnswerWords } from '../components/answer.words';
import type { NearInstitutionFragment } from '../generated/graphql';
import { number, targetPercent } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useTargetWords } from './target.words';

type Need = NearInstitutionFragment['indicators'][number];
type Unmet = NonNullable<NearInstitutionFragment['pillars'][number]['unmet']>[number];

/** What an institution lacks in one indicator, in words. */
export interface Lack {
  code: string;
  what: string;
  /** The required criteria that are not met, each with the answer there is and the one that is needed. */
  answers: string[];
}

/** Says what an institution lacks, indicator by indicator. */
export function useLacks(): (near: NearInstitutionFragment) => Lack[] {
  const say = useSharedWords();
  const words = useTargetWords();
  const answerOf = useUnmetWords();
  const whatOf = ({ indicator, stage, points, maxPoints, pointsToThreshold }: Need): string => {
    const said = {
      what: indicator.name,
      stage: stage ? say(stage) : '',
      points: number(points, 2),
      maximum: number(maxPoints, 2),
      missing: number(pointsToThreshold, 2),
    };
    if (!stage) return words('lacks-report', said);
    if (pointsToThreshold == null)
      return words(maxPoints ? 'lacks-stage' : 'lacks-completion', said);
    return words(pointsToThreshold > 0 ? 'lacks-points' : 'lacks-required', said);
  };
  return ({ indicators, pillars }) =>
    indicators.map((need) => {
      const { code } = need.indicator;
      const unmet = pillars.find(({ pillar }) => pillar === code)?.unmet ?? [];
      return { code, what: whatOf(need), answers: unmet.map(answerOf) };
    });
}

/** Says of a criterion what is answered, and what is needed. */
function useUnmetWords(): (unmet: Unmet) => string {
  const words = useTargetWords();
  const answers = useAnswerWords();
  const said = useSaidAnswer();
  const neededOf = ({ answerKind, minimum }: Unmet['criterion']): string | null => {
    if (answerKind === 'YES_NO') return answers('yes');
    if (minimum == null) return null;
    if (answerKind === 'SHARE') return words('at-least', { percent: targetPercent(minimum) });
    return answerKind === 'LEVEL' ? words('from-level', { level: number(minimum) }) : null;
  };
  return ({ value, total, criterion }) => {
    const { code, text: question, answerKind } = criterion;
    const needed = neededOf(criterion);
    if (needed === null) return words('lacks-criterion', { code, question });
    const given = { ...NOT_GIVEN, value: value ?? null, total: total ?? null };
    const answer = said({ answerKind, options: [], unit: '' }, given);
    return words('lacks-answer', { code, question, answer, needed });
  };
}
