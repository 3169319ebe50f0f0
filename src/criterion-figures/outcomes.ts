import { canBeMet } from '../frameworks/criterion-check.js';
import { scoreCriteria, type GivenAnswer } from '../frameworks/criterion-points.js';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { pillarRules } from '../frameworks/pillar-rule.js';
import { percentOf } from '../distributions/spread.js';
import { itemAt } from '../shared/required.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { CountedAnswer } from './asked-institutions.queries.js';
import { optionChosen } from './options.js';

/** Institutions that are alike in all that decides which criteria they were asked. */
export interface AskedGroup {
  province: number;
  kind: InstitutionKind;
  kindThen: InstitutionKind;
  institutions: number;
}

/** Institutions that answered a question alike; null where they did not answer it. */
export interface AlikeAnswer {
  answer: GivenAnswer | null;
  of: readonly { group: AskedGroup; count: number }[];
}

/** What an answer is under a criterion. */
export interface Outcome {
  said: 'ANSWER' | 'DOES_NOT_APPLY' | 'NOTHING';
  /** Null where nothing can be met. */
  met: boolean | null;
  /** The level or option; null for other kinds of answers. */
  option: string | null;
  /** In percent of the maximum; null without points. */
  percent: number | null;
}

/** The answers of all groups to a question, with how many of each gave none. */
export function alikeAnswers(
  groups: readonly AskedGroup[],
  answers: readonly CountedAnswer[],
): AlikeAnswer[] {
  const silent = groups.map(({ institutions }) => institutions);
  const given = answers.flatMap((each) => {
    const answer = answerOf(each);
    if (!answer) return [];
    const of = each.of.map(({ group, count }) => {
      silent[group] = (silent[group] ?? 0) - count;
      return { group: itemAt(groups, group), count };
    });
    return [{ answer, of }];
  });
  const none = groups.map((group, index) => ({ group, count: silent[index] ?? 0 }));
  return [...given, { answer: null, of: none }];
}

function answerOf({ value, total, choice, isText, doesNotApply }: CountedAnswer) {
  if (doesNotApply) return { doesNotApply: true as const };
  if (isText) return { text: '' };
  if (choice !== null) return { choice };
  if (value === null) return null;
  return total === null ? { value } : { value, total };
}

/** Asked on the date and when it was scored: a kind that has changed since is asked something else. */
export function isAsked(
  { kinds }: Pick<CriterionRow, 'kinds'>,
  { kind, kindThen }: Pick<AskedGroup, 'kind' | 'kindThen'>,
): boolean {
  return kinds.includes(kind) && kinds.includes(kindThen);
}

/** Gives the outcome of answers under a criterion of a framework. */
export function judgeOf(definition: FrameworkFile, criterion: CriterionRow) {
  const { asked, question, kinds } = criterion;
  const alone = { ...definition, criteria: [asked], questions: [question] };
  const least = leastOf(definition, criterion);
  const meetable = isMeetable(definition, criterion);
  const [kind] = kinds;

  return (answer: GivenAnswer | null): Outcome => {
    const said = !answer ? 'NOTHING' : 'doesNotApply' in answer ? 'DOES_NOT_APPLY' : 'ANSWER';
    const nothing = { said, met: null, option: null, percent: null } as const;
    if (said !== 'ANSWER' || !answer || !kind) return nothing;
    const [score] = scoreCriteria(alone, kind, new Map([[question.code, answer]]));
    if (!score) return nothing;
    return {
      said,
      met: meetable ? (least === null ? score.met : score.reaches(least)) : null,
      option: optionChosen(question, answer),
      percent: score.maxPoints > 0 ? percentOf(score.points / 100, score.maxPoints / 100) : null,
    };
  };
}

/** Institutions of a province that are alike under all criteria that ask a question. */
export interface JudgedAnswer {
  province: number;
  /** One for each criterion; null where it does not ask them. */
  outcomes: readonly (Outcome | null)[];
  count: number;
}

/** Answers to a question as they are under the criteria that ask it; those that come to the same together. */
export function judgedAnswers(
  definition: FrameworkFile,
  criteria: readonly CriterionRow[],
  answers: readonly AlikeAnswer[],
): JudgedAnswer[] {
  const judges = criteria.map((criterion) => judgeOf(definition, criterion));
  const asks = new Map<AskedGroup, boolean[]>();
  const found = new Map<string, JudgedAnswer>();
  for (const { answer, of } of answers) {
    const outcomes = judges.map((judge) => judge(answer));
    const said = JSON.stringify(outcomes);
    for (const { group, count } of of) {
      const asked = asks.get(group) ?? criteria.map((criterion) => isAsked(criterion, group));
      asks.set(group, asked);
      if (count === 0 || !asked.includes(true)) continue;
      const key = `${group.province} ${asked.join()} ${said}`;
      const alike = found.get(key);
      if (alike) alike.count += count;
      else
        found.set(key, {
          province: group.province,
          outcomes: outcomes.map((outcome, place) => (asked[place] ? outcome : null)),
          count,
        });
    }
  }
  return [...found.values()];
}

/** Whether anything can be met by an answer. */
export function isMeetable(definition: FrameworkFile, criterion: CriterionRow): boolean {
  return leastOf(definition, criterion) !== null || canBeMet(criterion.asked, criterion.question);
}

/** What its pillar requires of it; null for nothing, or for what meets it by itself. */
function leastOf(definition: FrameworkFile, { asked }: CriterionRow): number | null {
  return pillarRules(definition).get(asked.section)?.least.get(asked.code) ?? null;
}
