import { useCallback } from 'react';
import { LONGEST_TEXT } from '../components/long-text';
import { useNotWhole } from '../components/count-input';
import { useAnswerWords } from '../components/answer.words';
import type { Refused } from '../components/refusals';
import { number } from '../shared/format';
import type { AnswerGiven } from './typed-answers';

/** What keeps an answer from being sent at all, in the form in which the hub refuses. */
export function useAnswerProblems() {
  const words = useAnswerWords();
  const notWhole = useNotWhole();
  return useCallback(
    /** @param name what the school calls the question. */
    (question: string, name: string, answer: AnswerGiven): Refused[] => {
      const { comment, text, doesNotApply, unread } = answer;
      const problem = (field: string, message: string): Refused => ({
        code: 'UNREADABLE',
        field: ['answers', question, field],
        message: `${name}: ${message}`,
      });
      const tooLong = Object.entries({ comment, text, reason: doesNotApply ?? '' }).flatMap(
        ([field, typed]) => {
          const { length } = typed.trim();
          const told = { length: number(length), most: number(LONGEST_TEXT) };
          return length > LONGEST_TEXT ? [problem(field, words('too-long', told))] : [];
        },
      );
      return [
        ...Object.entries<string>({ ...unread }).map(([field, typed]) =>
          problem(field, notWhole(typed)),
        ),
        ...tooLong,
        ...(doesNotApply?.trim() === '' ? [problem('reason', words('why-not'))] : []),
      ];
    },
    [words, notWhole],
  );
}
