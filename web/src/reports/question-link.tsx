import type { ReportEntryFragment } from '../generated/graphql';
import { anchorOf } from './anchor';
import { useReportsWords } from './reports.words';

/** The way to a question, by its number. */
export function QuestionLink({
  to: { code, question },
}: {
  to: { code: string; question: Pick<ReportEntryFragment['criterion']['question'], 'code'> };
}) {
  const words = useReportsWords();
  return (
    <a
      className="question"
      href={`#${anchorOf(question.code)}`}
      aria-label={words('criterion-n', { code })}
    >
      {code}
    </a>
  );
}
