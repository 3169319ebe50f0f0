import {
  distributionOf,
  withheldOf,
  type PointsDistributionRow,
  type Sight,
  type WithheldPart,
} from '../distributions/distribution.js';
import type { FigurePart } from '../distributions/distribution.enums.js';
import {
  placeAmong,
  shownOfWhole,
  shownParts,
  type Piece,
} from '../distributions/few-institutions.js';
import { binOf, spreadOf, type Spread } from '../distributions/spread.js';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { optionsOf, type Option } from './options.js';
import {
  isMeetable,
  judgedAnswers,
  type AlikeAnswer,
  type JudgedAnswer,
  type Outcome,
} from './outcomes.js';

export interface OptionCountRow extends Option {
  institutions: number;
}

export interface CriterionFiguresRow {
  criterion: CriterionRow;
  /** Operating on the date, of a kind that the criterion asks. */
  institutions: number;
  asked: number;
  coveragePercent: number | null;
  answered: number | null;
  unanswered: number | null;
  doesNotApply: number | null;
  applies: number | null;
  met: number | null;
  metPercent: number | null;
  /** Null when withheld; empty for answers without levels or options. */
  options: OptionCountRow[] | null;
  /** Null for a criterion without points. */
  points: PointsDistributionRow | null;
  withheld: WithheldPart[];
}

/** A criterion with all who are of a kind that it asks. */
export interface CountedCriterion {
  criterion: CriterionRow;
  institutions: number;
  asked: number;
}

/**
 * The figures of all criteria that ask one question. What one of them shows must not tell, together
 * with another, what it withholds; so they show and withhold the same parts.
 * @param isCountry whether the provinces by themselves may be asked for as well.
 */
export function figuresOf(
  definition: FrameworkFile,
  counted: readonly CountedCriterion[],
  answers: readonly AlikeAnswer[],
  { sight, isCountry }: { sight: Sight; isCountry: boolean },
): CriterionFiguresRow[] {
  const criteria = counted.map(({ criterion }) => criterion);
  const judged = judgedAnswers(definition, criteria, answers);
  const shown = sight === 'PROTECTED' ? shownOf(judged, isCountry) : new Set<FigurePart>();
  return counted.map((each, place) => {
    const own = judged.flatMap(({ outcomes, count }) => {
      const outcome = outcomes[place];
      return outcome ? [{ ...outcome, count }] : [];
    });
    return figureOf(each, own, isMeetable(definition, each.criterion), sight, shown);
  });
}

function shownOf(judged: readonly JudgedAnswer[], isCountry: boolean): Set<FigurePart> {
  const whole = piecesOf(judged);
  if (!isCountry) return shownParts(whole);
  const provinces = Map.groupBy(judged, ({ province }) => province);
  return shownOfWhole(
    whole,
    new Map([...provinces].map(([province, own]) => [province, piecesOf(own)])),
  );
}

/** What the parts of the figures tell apart. Many answers come to the same here, so each is named once. */
function piecesOf(judged: readonly JudgedAnswer[]): Piece[] {
  const quartiles = (judged[0]?.outcomes ?? []).map(
    (_, place) =>
      spreadIn(judged.map(({ outcomes, count }) => ({ ...outcomes[place], count }))).quartiles,
  );
  const pieces = new Map<string, Piece>();
  for (const { province, outcomes, count } of judged) {
    const keyOf = (key: (one: Outcome, place: number) => unknown) =>
      outcomes.map((one, place) => (one ? String(key(one, place)) : 'not asked')).join('; ');
    const keys = {
      ANSWERS: keyOf(({ said, met }) => `${said} ${met}`),
      OPTIONS: keyOf(({ option }) => option),
      POINTS: keyOf(({ percent }) => percent !== null && binOf(percent)),
      QUARTILES: keyOf(
        ({ percent }, place) => percent !== null && placeAmong(percent, quartiles[place] ?? null),
      ),
    };
    const name = [province, ...Object.values(keys)].join(' | ');
    const piece = pieces.get(name);
    if (piece) piece.count += count;
    else pieces.set(name, { count, province, keys });
  }
  return [...pieces.values()];
}

function spreadIn(outcomes: readonly { percent?: number | null; count: number }[]): Spread {
  return spreadOf(
    outcomes.flatMap(({ percent = null, count }) => (percent === null ? [] : { percent, count })),
  );
}

function figureOf(
  { criterion, institutions, asked }: CountedCriterion,
  outcomes: readonly (Outcome & { count: number })[],
  meetable: boolean,
  sight: Sight,
  shown: ReadonlySet<FigurePart>,
): CriterionFiguresRow {
  const sees = (part: FigurePart) => sight === 'ALL' || shown.has(part);
  const sumOf = (wanted: (outcome: Outcome) => boolean) =>
    outcomes.reduce((sum, each) => (wanted(each) ? sum + each.count : sum), 0);
  const seen = (value: number) => (sees('ANSWERS') ? value : null);
  const answered = sumOf(({ said }) => said === 'ANSWER');
  const doesNotApply = sumOf(({ said }) => said === 'DOES_NOT_APPLY');
  const applies = asked - doesNotApply;
  const met = meetable ? sumOf((outcome) => outcome.met === true) : null;
  const named = optionsOf(criterion.question);
  const options = named.map(({ code, name }) => ({
    code,
    name,
    institutions: sumOf(({ option }) => option === code),
  }));
  const beside = {
    institutions: seen(answered),
    unknown: seen(institutions - answered - doesNotApply),
    withoutPoints: seen(doesNotApply),
  };
  const parts: FigurePart[] = named.length > 0 ? ['ANSWERS', 'OPTIONS'] : ['ANSWERS'];
  return {
    criterion,
    institutions,
    asked,
    coveragePercent: percentage(asked, institutions),
    answered: seen(answered),
    unanswered: seen(asked - answered - doesNotApply),
    doesNotApply: seen(doesNotApply),
    applies: seen(applies),
    met: met === null ? null : seen(met),
    metPercent: met === null || !sees('ANSWERS') ? null : percentage(met, applies),
    options: sees('OPTIONS') || named.length === 0 ? options : null,
    points:
      criterion.maxPoints > 0 ? distributionOf(spreadIn(outcomes), beside, sight, shown) : null,
    withheld: withheldOf(parts, sight, shown),
  };
}

function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}
