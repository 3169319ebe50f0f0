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
    (criterion: string, { comment, unread }: AnswerGiven): Refused[] => {
      const { length } = comment.trim();
      const problem = (field: string, message: string): Refused => ({
        code: 'UNREADABLE',
        field: ['answers', criterion, field],
        message: `${criterion}: ${message}`,
      });
      const told = { length: number(length), most: number(LONGEST_TEXT) };
      return [
        ...Object.entries<string>({ ...unread }).map(([field, text]) =>
          problem(field, notWhole(text)),
        ),
        ...(length > LONGEST_TEXT ? [problem('comment', words('too-long', told))] : []),
      ];
    },
    [words, notWhole],
  );
}
