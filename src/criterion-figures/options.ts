import type { FileQuestion } from '../frameworks/framework-file.js';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import type { Text } from '../shared/text.js';

/** What answers name. */
export interface Option {
  code: string;
  name: Text;
}

const YES = 'YES';
const NO = 'NO';

const YES_NO: readonly Option[] = [
  { code: YES, name: { vi: 'Có', en: 'Yes' } },
  { code: NO, name: { vi: 'Không', en: 'No' } },
];

/** What answers name, in the order of the question; none for answers that are counted or written. */
export function optionsOf({ answer }: FileQuestion): Option[] {
  if (answer.kind === 'YES_NO') return [...YES_NO];
  if ('levels' in answer)
    return answer.levels.map(({ level, name }) => ({ code: String(level), name }));
  return 'options' in answer ? answer.options.map(({ code, name }) => ({ code, name })) : [];
}

/** The code of the option that an answer names; null for another kind of answer. */
export function optionChosen({ answer }: FileQuestion, given: GivenAnswer): string | null {
  if ('choice' in given) return given.choice;
  if (!('value' in given)) return null;
  if (answer.kind === 'LEVEL') return String(given.value);
  return answer.kind === 'YES_NO' ? (given.value === 1 ? YES : NO) : null;
}
