import type { AskedCriterion } from '../status-updates/asked-criterion.js';
import type { AnswerInput } from '../status-updates/answer-input.js';
import type { Entry } from '../status-updates/work.queries.js';
import { answerOf, isSameAnswer, UNANSWERED, type FormAnswer } from './form-answers.js';
import type { OpenedForm } from './open-form.js';
import type { FilledAnswer } from './read-form.js';

/** An answer that the form changes. */
export interface ImportedAnswer {
  criterion: AskedCriterion;
  /** What stood there, as far as the reader may see it. */
  before: FormAnswer;
  after: FormAnswer;
  /** Whether the answer has been changed since the form was made, so that somebody's work is replaced. */
  changedMeanwhile: boolean;
  row: number;
}

/**
 * The answers that somebody changed in the form: what was not touched there stays as it is now, whatever it is now.
 * @param present the answers as they are now.
 * @param seen those of them that the reader may see.
 */
export function changesIn(
  { base }: Pick<OpenedForm, 'base'>,
  filled: readonly FilledAnswer[],
  present: readonly Entry[],
  seen: readonly Entry[],
): ImportedAnswer[] {
  const now = answersBy(present);
  const shown = answersBy(seen);
  return filled.flatMap(({ criterion, answer: after, row }) => {
    const given = base.get(criterion.question.code) ?? UNANSWERED;
    const stands = now(criterion);
    if (isSameAnswer(after, given) || isSameAnswer(after, stands)) return [];
    const changedMeanwhile = !isSameAnswer(stands, given);
    return [{ criterion, before: shown(criterion), after, changedMeanwhile, row }];
  });
}

function answersBy(entries: readonly Entry[]): (criterion: AskedCriterion) => FormAnswer {
  const byCriterion = new Map(entries.map((each) => [each.criterionId, each]));
  return ({ id }) => answerOf(byCriterion.get(id));
}

/** As the page of the report would send it. */
export function inputOf({ criterion, after }: ImportedAnswer): AnswerInput {
  const { doesNotApply, ...answer } = after;
  return {
    ...answer,
    question: criterion.question.code,
    doesNotApply: doesNotApply === null ? null : { reason: doesNotApply },
  };
}
