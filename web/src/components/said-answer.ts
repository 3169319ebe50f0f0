import type { AskedQuestionFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { useAnswerWords } from './answer.words';
import type { GivenAnswer } from './given-answer';

/** How a question is answered. */
export type Answered = Pick<AskedQuestionFragment['question'], 'answerKind' | 'options' | 'unit'>;

/** What a question may be answered with, as a field takes it and as it is called; none where something is typed. */
export function useAnswerChoices() {
  const words = useAnswerWords();
  return ({ answerKind, options }: Answered): { value: string; label: string }[] => {
    if (answerKind === 'YES_NO')
      return [
        { value: '1', label: words('yes') },
        { value: '0', label: words('no') },
      ];
    const nameOf = ({ code, name }: Answered['options'][number]) =>
      answerKind !== 'LEVEL' || isNumbered(name, code)
        ? name
        : words('level-named', { level: code, name });
    return options.map((option) => ({ value: option.code, label: nameOf(option) }));
  };
}

/** Whether a name says the number of its level already. */
const isNumbered = (name: string, level: string): boolean =>
  name.split(/[^\p{L}\p{N}]+/u).includes(level);

/** Says an answer in a line: what is not answered is no zero. */
export function useSaidAnswer() {
  const words = useAnswerWords();
  const choicesOf = useAnswerChoices();
  return (question: Answered, answer: GivenAnswer): string => {
    const { value, total, choice, text, doesNotApply } = answer;
    if (doesNotApply !== null) return words('does-not-apply', { reason: doesNotApply });
    if (text !== null) return text;
    const chosen = choice ?? (value === null ? null : `${value}`);
    if (chosen === null) return words('unanswered');
    const label = choicesOf(question).find((each) => each.value === chosen)?.label;
    if (label !== undefined) return label;
    if (question.answerKind === 'SHARE')
      return words('part-of', { part: number(value), total: number(total) });
    if (question.answerKind === 'COUNT')
      return words('count-of', { count: number(value), unit: question.unit });
    // What it was once called; the question has changed since.
    return choice ?? words('level-n', { level: number(value) });
  };
}
