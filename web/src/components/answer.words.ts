import { wordsOf } from '../shared/words';

/** What answers are called, wherever they are given or read. */
export const useAnswerWords = wordsOf('answer', {
  yes: ['Có', 'Yes'],
  no: ['Không', 'No'],
  unanswered: ['Chưa trả lời', 'Not answered'],
  'level-n': ['Mức {{level}}', 'Level {{level}}'],
  'part-of': ['{{part}} trên {{total}}', '{{part}} of {{total}}'],
});
