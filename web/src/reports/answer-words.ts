import { number } from '../shared/format';
import { useReportsWords } from './reports.words';
import type { AnswerGiven } from './typed-answers';

/** An answer in a line, as a reader says it. */
export function useAnswerWords() {
  const words = useReportsWords();
  return (answerKind: 'YES_NO' | 'LEVEL' | 'SHARE', { value, total, comment }: AnswerGiven) => {
    const said =
      value === null
        ? words('unanswered')
        : {
            YES_NO: words(value === 1 ? 'yes' : 'no'),
            LEVEL: words('level-n', { level: value }),
            SHARE: words('part-of', { part: number(value), total: number(total) }),
          }[answerKind];
    return comment ? `${said}; ${comment}` : said;
  };
}
