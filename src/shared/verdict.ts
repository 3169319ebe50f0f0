import { percentText, pointsText, targetText, written } from './rounded.js';
import { sayer, writtenDay } from './said.js';
import type { Language } from './text.js';
import { isAllFour, isUnknown } from './told-lines.js';
import { VERDICT_WORDS } from './verdict.words.js';

type Standing = keyof typeof VERDICT_WORDS extends infer Key
  ? Key extends `stands-${infer Name}`
    ? Name
    : never
  : never;

/** A line of which a verdict is given. */
export interface JudgedLine {
  group: 'GENERAL_EDUCATION' | 'COLLEGE_AND_VOCATIONAL';
  indicator: { code: string };
  institutions: number;
  reported: number;
  completed: number;
  percent?: number | null;
  upperPercent?: number | null;
}

/** How it stands against a target. */
export interface JudgedTarget {
  standing?: Standing | null;
  gapPoints?: number | null;
  institutionsToGo: number;
  target: { year: number; percent: number };
}

/** A line in a sentence: the figure, what it may be at most, and how far it is to a target. */
export function verdictText(
  line: JudgedLine,
  against: JudgedTarget | undefined,
  { asOf, language, name }: { asOf: string; language: Language; name: string },
): string {
  const say = sayer(VERDICT_WORDS, language);
  const said = isUnknown(line)
    ? 'verdict-unknown'
    : line.upperPercent === line.percent
      ? 'verdict-certain'
      : 'verdict';
  const sentence = say(said, {
    day: writtenDay(asOf, language),
    group: say(line.group),
    what: isAllFour(line) ? say('all-four') : say('indicator-called', { name }),
    completed: written(line.completed, 0, language),
    institutions: written(line.institutions, 0, language),
    percent: percentText(line.percent, language),
    most: percentText(line.upperPercent, language),
  });
  return `${sentence}${against ? distanceText(against, language) : ''}.`;
}

function distanceText(
  { target, gapPoints, institutionsToGo }: JudgedTarget,
  language: Language,
): string {
  const isShort = gapPoints != null && gapPoints > 0;
  return sayer(VERDICT_WORDS, language)(isShort ? 'verdict-gap' : 'verdict-target', {
    gap: pointsText(gapPoints, language),
    count: written(institutionsToGo, 0, language),
    target: targetText(target.percent, language),
    year: target.year,
  });
}

/** How a line stands against a target, in a few words. */
export function standingText(
  line: JudgedLine,
  against: JudgedTarget | undefined,
  language: Language,
): string {
  const stands = isUnknown(line) ? 'NO_DATA' : (against?.standing ?? 'NO_TARGET');
  return sayer(VERDICT_WORDS, language)(`stands-${stands}`);
}

/** What a unit without institutions is told. */
export const nobodyText = (asOf: string, language: Language): string =>
  sayer(VERDICT_WORDS, language)('verdict-nobody', { day: writtenDay(asOf, language) });
