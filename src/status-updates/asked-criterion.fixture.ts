import type { FileQuestion } from '../frameworks/framework-file.js';
import type { AskedCriterion } from './asked-criterion.js';
import type { Entry } from './work.queries.js';
import type { AnswerKind } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';

const TEXT = { vi: 'chữ', en: 'text' };

function formOf(kind: AnswerKind, levels: number): FileQuestion['answer'] {
  switch (kind) {
    case 'LEVEL':
      return {
        kind,
        levels: Array.from({ length: levels + 1 }, (_, level) => ({
          level,
          name: TEXT,
          share: Math.round((level / levels) * 10_000) / 10_000,
        })),
      };
    case 'CHOICE':
      return {
        kind,
        options: [
          { code: 'own', name: TEXT, share: 1 },
          { code: 'none', name: TEXT, share: 0 },
          { code: 'other', name: TEXT },
        ],
      };
    case 'SHARE':
    case 'COUNT':
      return { kind, unit: TEXT };
    default:
      return { kind };
  }
}

/** A question as a round asks it, of one framework with it as its only use. */
export function asked({
  id = 1,
  code = 'G1',
  answerKind = 'YES_NO',
  levels = 3,
  kinds = ['COLLEGE'],
  evidenceRequired = false,
  required = false,
  mayNotApply = false,
}: {
  id?: number;
  code?: string;
  answerKind?: AnswerKind;
  levels?: number;
  kinds?: InstitutionKind[];
  evidenceRequired?: boolean;
  /** Whether its framework requires a text. */
  required?: boolean;
  mayNotApply?: boolean;
} = {}): AskedCriterion {
  const use = {
    id,
    questionId: id,
    code,
    frameworkId: 1,
    frameworkName: TEXT,
    asked: { code, section: '1', question: code, kinds, ...(required && { required }) },
    question: { code, revision: 1, text: TEXT, answer: formOf(answerKind, levels), mayNotApply },
    kinds,
    pillar: null,
    required: null,
    minimum: null,
    answerKind,
    levels: answerKind === 'LEVEL' ? levels : null,
    maxPoints: 10,
    evidenceRequired,
    takesEvidence: true,
    optional: answerKind === 'TEXT' && !required,
  };
  const called = { vi: `Tiêu chí ${code}`, en: `Criterion ${code}` };
  return { ...use, uses: [use], called };
}

export function entryOf(criterionId: number, changes: Partial<Entry> = {}): Entry {
  return {
    criterionId,
    selfValue: null,
    selfTotal: null,
    selfChoice: null,
    selfText: null,
    doesNotApply: null,
    appraisedValue: null,
    appraisedTotal: null,
    appraisedChoice: null,
    appraisalReason: null,
    comment: null,
    prefilled: false,
    ...changes,
  };
}
