import { anchorOf } from './anchor';
import { useReportsWords } from './reports.words';

/** The way to a question, by its code. */
export function QuestionLink({ code }: { code: string }) {
  const words = useReportsWords();
  return (
    <a className="question" href={`#${anchorOf(code)}`} aria-label={words('criterion-n', { code })}>
      {code}
    </a>
  );
}
