import type { AnswerKind } from '../generated/graphql';
import { number } from '../shared/format';
import { useAnswerWords } from './answer.words';

/** Says an answer in a line: null is not answered, which is no zero. */
export function useSaidAnswer() {
  const words = useAnswerWords();
  return (
    answerKind: AnswerKind,
    value: number | null | undefined,
    total: number | null | undefined,
  ): string => {
    if (value == null) return words('unanswered');
    if (answerKind === 'YES_NO') return words(value === 1 ? 'yes' : 'no');
    if (answerKind === 'LEVEL') return words('level-n', { level: number(value) });
    return words('part-of', { part: number(value), total: number(total) });
  };
}
