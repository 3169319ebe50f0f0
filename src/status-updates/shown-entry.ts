import { isDeepStrictEqual } from 'node:util';
import type { AnswerChange } from '../vocabulary/status-update.enums.js';
import { decisiveAnswer } from './work.js';
import type { Entry } from './work.queries.js';

/** A stored answer, with a key that shows whether its evidence is the same. */
export interface StoredAnswer extends Entry {
  returnReason: string | null;
  points: number;
  evidenceKey: string;
}

/** The answers of a revision and of the decided one before it; null when it is the first. */
export interface RevisionAnswers {
  answers: readonly StoredAnswer[];
  base: readonly StoredAnswer[] | null;
}

/** One criterion with its answer and the comparison with the last decided revision. */
export interface ShownEntry extends Omit<StoredAnswer, 'evidenceKey'> {
  change: AnswerChange | null;
  needsLook: boolean;
  /** Why the previous decided revision was returned because of this answer. */
  earlierReturnReason: string | null;
}

const UNANSWERED: Omit<StoredAnswer, 'criterionId'> = {
  selfValue: null,
  selfTotal: null,
  selfChoice: null,
  selfText: null,
  doesNotApply: null,
  appraisedValue: null,
  appraisedTotal: null,
  appraisedChoice: null,
  appraisalReason: null,
  returnReason: null,
  comment: null,
  prefilled: false,
  points: 0,
  evidenceKey: '',
};

/**
 * One entry for each criterion, in order. In the first review all answers need a look; later only
 * those that changed and those that were a reason to return, because the rest was accepted.
 */
export function entriesShown(
  questions: readonly { id: number }[],
  { answers, base }: RevisionAnswers,
): ShownEntry[] {
  const answerTo = (criterionId: number, given: readonly StoredAnswer[]) =>
    given.find((answer) => answer.criterionId === criterionId) ?? { criterionId, ...UNANSWERED };
  return questions.map(({ id }) => {
    const { evidenceKey, ...answer } = answerTo(id, answers);
    if (base === null)
      return { ...answer, change: null, needsLook: true, earlierReturnReason: null };
    const before = answerTo(id, base);
    const change = isSame(before, { ...answer, evidenceKey }) ? 'UNCHANGED' : 'CHANGED';
    const needsLook = change === 'CHANGED' || before.returnReason !== null;
    return { ...answer, change, needsLook, earlierReturnReason: before.returnReason };
  });
}

/** The reviewer's value counted before, and a correction begins with it. */
function isSame(before: StoredAnswer, present: StoredAnswer): boolean {
  const [was, is] = [decisiveAnswer(before), decisiveAnswer(present)];
  return (
    isDeepStrictEqual(was, is) &&
    before.comment === present.comment &&
    before.evidenceKey === present.evidenceKey
  );
}
