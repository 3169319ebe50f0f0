import type { ProgressLineRow, TargetStandingRow } from '../progress/progress-line.js';
import type { LocalDate } from '../shared/dates.js';
import { roundedPart, written } from '../shared/rounded.js';
import { required } from '../shared/required.js';
import { sayer, writtenDay } from '../shared/said.js';
import type { Language } from '../shared/text.js';
import { VERDICT_WORDS } from '../shared/verdict.words.js';
import { isAllFour, isUnknown, nextTarget } from './lines.js';

/** What a verdict is said with. */
export interface SaidIn {
  asOf: LocalDate;
  language: Language;
  /** What the indicators are called, by their codes. */
  names: ReadonlyMap<string, string>;
}

/** What stands where there is no number: missing is not zero. */
export const NOTHING = '–';

/** A share from 0 to 100, with one decimal: 100% and 0% are only what is exactly so. */
const percentText = (value: number | null, language: Language): string =>
  value === null ? NOTHING : `${roundedPart(value, 100, 1, language)}%`;

/** A line in a sentence: the figure, what it may be at most, and how far it is to the target that is due next. */
export function verdictOf(line: ProgressLineRow, { asOf, language, names }: SaidIn): string {
  const say = sayer(VERDICT_WORDS, language);
  const { percent, upperPercent, completed, institutions, group, indicator } = line;
  const said = isUnknown(line)
    ? 'verdict-unknown'
    : upperPercent === percent
      ? 'verdict-certain'
      : 'verdict';
  const next = nextTarget(line, asOf);
  const sentence = say(said, {
    day: writtenDay(asOf, language),
    group: say(group),
    what: isAllFour(line)
      ? say('all-four')
      : say('indicator-called', { name: required(names, indicator.code) }),
    completed: written(completed, 0, language),
    institutions: written(institutions, 0, language),
    percent: percentText(percent, language),
    most: percentText(upperPercent, language),
  });
  return `${sentence}${next ? distanceOf(next, language) : ''}.`;
}

function distanceOf(
  { target, gapPoints, institutionsToGo }: TargetStandingRow,
  language: Language,
): string {
  const isShort = gapPoints !== null && gapPoints > 0;
  return sayer(VERDICT_WORDS, language)(isShort ? 'verdict-gap' : 'verdict-target', {
    gap: gapPoints === null ? NOTHING : written(gapPoints, 1, language),
    count: written(institutionsToGo, 0, language),
    target: targetText(target.percent, language),
    year: target.year,
  });
}

/** The percentage of a target, as it was set: with up to two decimals. */
const targetText = (percent: number, language: Language): string =>
  `${written(percent, 2, language)}%`;

/** How a line stands against the target that is due next, in a few words. */
export function standingText(line: ProgressLineRow, { asOf, language }: SaidIn): string {
  const say = sayer(VERDICT_WORDS, language);
  if (isUnknown(line)) return say('stands-NO_DATA');
  return say(`stands-${nextTarget(line, asOf)?.standing ?? 'NO_TARGET'}`);
}

/** What a unit without institutions is told. */
export const nobodyText = ({ asOf, language }: SaidIn): string =>
  sayer(VERDICT_WORDS, language)('verdict-nobody', { day: writtenDay(asOf, language) });
