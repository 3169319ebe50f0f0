import { required } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import type { AnswerKind, Pillar } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { FileCriterion, FileQuestion, FrameworkFile } from './framework-file.js';
import { pillarRules } from './pillar-rule.js';

/** A criterion as it is stored: what it is comes from the definition of its framework. */
export interface StoredCriterion {
  id: number;
  questionId: number;
  code: string;
}

/** A question in a framework. */
export interface CriterionRow extends StoredCriterion {
  frameworkId: number;
  frameworkName: Text;
  asked: FileCriterion;
  question: FileQuestion;
  kinds: readonly InstitutionKind[];
  /** The pillar that its section completes; null where none is completed by one section. */
  pillar: Pillar | null;
  /** Whether that pillar needs it to be met; null without a pillar. */
  required: boolean | null;
  /** The least answer that meets it there; null without a pillar. */
  minimum: number | null;
  answerKind: AnswerKind;
  /** The highest level; null unless the answer is a level. */
  levels: number | null;
  maxPoints: number;
  evidenceRequired: boolean;
  takesEvidence: boolean;
  /** Whether it may be left unanswered: a text, unless the framework requires it. */
  optional: boolean;
}

/** The criteria of a framework, in the order of its definition. */
export function criterionRows(
  frameworkId: number,
  definition: FrameworkFile,
  stored: readonly StoredCriterion[],
): CriterionRow[] {
  const rows = new Map(stored.map((each) => [each.code, each]));
  const questions = new Map(definition.questions.map((each) => [each.code, each]));
  const rules = pillarRules(definition);
  return definition.criteria.map((asked) => {
    const question = required(questions, asked.question);
    const rule = rules.get(asked.section);
    const highest = highestLevel(question);
    const least = rule?.least.get(asked.code);
    return {
      ...required(rows, asked.code),
      frameworkId,
      frameworkName: definition.name,
      asked,
      question,
      kinds: asked.kinds ?? definition.kinds,
      pillar: rule?.pillar ?? null,
      required: rule ? least !== undefined : null,
      minimum: rule ? (least === undefined ? 0 : (least ?? fullAnswer(question))) : null,
      answerKind: question.answer.kind,
      levels: highest,
      maxPoints: asked.points?.maximum ?? 0,
      evidenceRequired: asked.evidence === 'REQUIRED',
      takesEvidence: asked.evidence !== 'NONE',
      optional: question.answer.kind === 'TEXT' && !asked.required,
    };
  });
}

function highestLevel({ answer }: FileQuestion): number | null {
  return 'levels' in answer ? Math.max(...answer.levels.map(({ level }) => level)) : null;
}

/** What meets a criterion by itself: 1 for yes, the highest level, or 100 percent. */
function fullAnswer(question: FileQuestion): number {
  return question.answer.kind === 'SHARE' ? 100 : (highestLevel(question) ?? 1);
}
