import type { AnswerKind } from '../generated/graphql';
import { number } from '../shared/format';
import type { useReviewWords } from './review.words';

/** An answer as one reads it. */
export function shownAnswer(
  words: ReturnType<typeof useReviewWords>,
  kind: AnswerKind,
  value: number | null | undefined,
  total: number | null | undefined,
): string {
  if (value == null) return words('unanswered');
  if (kind === 'YES_NO') return words(value === 1 ? 'yes' : 'no');
  if (kind === 'LEVEL') return words('level', { value: number(value) });
  return words('share', { value: number(value), total: number(total) });
}
