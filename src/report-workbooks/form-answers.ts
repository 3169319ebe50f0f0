import type { FileQuestion } from '../frameworks/framework-file.js';
import { optionsOf } from '../criterion-figures/options.js';
import { NO_ANSWER, type PartialAnswer } from '../status-updates/answer-check.js';
import type { Entry } from '../status-updates/work.queries.js';
import type { Language, Text } from '../shared/text.js';

/** An answer with its remark, as a row of a form has it. */
export interface FormAnswer extends PartialAnswer {
  comment: string | null;
}

export const UNANSWERED: FormAnswer = { ...NO_ANSWER, comment: null };

/** What stands in the column of answers where a question does not apply; the reason stands beside it. */
export const DOES_NOT_APPLY: Text = { vi: 'Không áp dụng', en: 'Does not apply' };

/** The institution's own answer. */
export function answerOf(entry: Entry | undefined): FormAnswer {
  if (!entry) return UNANSWERED;
  const { selfValue, selfTotal, selfChoice, selfText, doesNotApply, comment } = entry;
  const own = { value: selfValue, total: selfTotal, choice: selfChoice, text: selfText };
  return { ...own, doesNotApply, comment };
}

/** Whether two say the same; programs of workbooks write ends of lines and marks of letters in their own way. */
export function isSameAnswer(one: FormAnswer, other: FormAnswer): boolean {
  return (
    one.value === other.value &&
    one.total === other.total &&
    (['choice', 'text', 'doesNotApply', 'comment'] as const).every(
      (part) => plain(one[part]) === plain(other[part]),
    )
  );
}

function plain(text: string | null): string {
  return (text ?? '').normalize('NFC').replaceAll('\r', '').trim();
}

/** An answer that is chosen, by the word for it. */
interface Choice {
  label: Text;
  answer: Pick<PartialAnswer, 'value' | 'choice'>;
}

/** What may be chosen; none where a number or a text is written. */
export function choicesOf(question: FileQuestion): Choice[] {
  const { kind } = question.answer;
  const options = optionsOf(question);
  const names = (language: Language) => options.map(({ name }) => name[language].trim());
  const [vietnamese, english] = [names('vi'), names('en')];
  const isAlone = (all: readonly string[], name: string) =>
    all.indexOf(name.trim()) === all.lastIndexOf(name.trim());
  return options.map(({ code, name }) => {
    const label =
      kind === 'LEVEL'
        ? { vi: `${code}: ${name.vi}`, en: `${code}: ${name.en}` }
        : isAlone(vietnamese, name.vi) && isAlone(english, name.en)
          ? name
          : { vi: `${name.vi} (${code})`, en: `${name.en} (${code})` };
    const answer =
      kind === 'CHOICE'
        ? { value: null, choice: code }
        : { value: kind === 'YES_NO' ? Number(code === 'YES') : Number(code), choice: null };
    return { label, answer };
  });
}

/** The word for an answer that was chosen; null for one that was not, or that there is no more. */
export function labelOf(question: FileQuestion, { value, choice }: PartialAnswer): Text | null {
  const chosen = choicesOf(question).find(
    ({ answer }) => answer.value === value && answer.choice === choice,
  );
  return chosen?.label ?? null;
}

/** An answer in a line, as it stands in the column of what was approved last; empty for none. */
export function saidAnswer(question: FileQuestion, answer: FormAnswer, language: Language): string {
  const { value, total, choice, text, doesNotApply } = answer;
  if (doesNotApply !== null) return `${DOES_NOT_APPLY[language]}: ${doesNotApply}`;
  if (text !== null) return text;
  if (value === null && choice === null) return '';
  const label = labelOf(question, answer);
  if (label) return label[language];
  return total === null ? `${choice ?? value}` : `${value} / ${total}`;
}
