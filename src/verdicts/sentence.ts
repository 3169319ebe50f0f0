import type { ProgressLineRow } from '../progress/progress-line.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import type { Language } from '../shared/text.js';
import { nextTarget } from '../shared/told-lines.js';
import { standingText, verdictText } from '../shared/verdict.js';

/** What a verdict is said with. */
export interface SaidIn {
  asOf: LocalDate;
  language: Language;
  /** What the indicators are called, by their codes. */
  names: ReadonlyMap<string, string>;
}

/** A line in a sentence, against the target that is due next. */
export const verdictOf = (line: ProgressLineRow, { asOf, language, names }: SaidIn): string =>
  verdictText(line, nextTarget(line, asOf), {
    ...{ asOf, language },
    name: required(names, line.indicator.code),
  });

/** How a line stands against the target that is due next, in a few words. */
export const standingOf = (line: ProgressLineRow, { asOf, language }: SaidIn): string =>
  standingText(line, nextTarget(line, asOf), language);
