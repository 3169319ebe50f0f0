import type { AnswerChange } from '../vocabulary/status-update.enums.js';
import { decisiveAnswer } from './work.js';
import type { Entry } from './work.queries.js';

/** An answer of a revision as it is stored, with what tells whether its evidence is the same. */
export interface StoredAnswer extends Entry {
  returnReason: string | null;
  points: number;
  evidenceKey: string;
}

/** The answers of a revision, and of the one decided before it; null when it is the first. */
export interface RevisionAnswers {
  answers: readonly StoredAnswer[];
  base: readonly StoredAnswer[] | null;
}

/** One question with its answer, and how that compares with the last one that was decided on. */
export interface ShownEntry extends Omit<StoredAnswer, 'evidenceKey'> {
  /** Null in a first revision. */
  change: AnswerChange | null;
  needsLook: boolean;
  /** Why the one decided before came back because of it. */
  earlierReturnReason: string | null;
}

const UNANSWERED: Omit<StoredAnswer, 'criterionId'> = {
  selfValue: null,
  selfTotal: null,
  appraisedValue: null,
  appraisedTotal: null,
  appraisalReason: null,
  returnReason: null,
  comment: null,
  prefilled: false,
  points: 0,
  evidenceKey: '',
};

/**
 * One entry for each question, in order. The reviewer has to look at everything the first time, and
 * afterwards at what changed and what was named as a reason to return; the rest was accepted.
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

/** What counted before is what a reviewer made of it, and that is what a correction begins with. */
function isSame(before: StoredAnswer, present: StoredAnswer): boolean {
  const [was, is] = [decisiveAnswer(before), decisiveAnswer(present)];
  return (
    was?.value === is?.value &&
    was?.total === is?.total &&
    before.comment === present.comment &&
    before.evidenceKey === present.evidenceKey
  );
}
