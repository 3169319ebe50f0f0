import { optionChosen, optionsOf } from '../criterion-figures/options.js';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import { toGlobalId } from '../graphql/node.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { Language } from '../shared/text.js';
import type { AskedCriterion } from '../status-updates/asked-criterion.js';
import { decisiveAnswer, selfAnswer } from '../status-updates/work.js';
import type { Entry } from '../status-updates/work.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Decision, UpdateState } from '../vocabulary/status-update.enums.js';
import type { Columns, ExportRecord } from './export-format.js';

export const ANSWER_RECORD_COLUMNS = {
  round: 'text',
  reference_date: 'day',
  data_revision: 'count',
  code: 'text',
  name: 'text',
  kind: 'text',
  unit_code: 'text',
  unit_name: 'text',
  state: 'text',
  revision: 'count',
  submitted_at: 'moment',
  decision: 'text',
  decided_at: 'moment',
  criterion: 'text',
  question: 'text',
  question_text: 'text',
  answer_kind: 'text',
  answered: 'flag',
  value: 'count',
  total: 'count',
  choice: 'text',
  label: 'text',
  text: 'text',
  does_not_apply: 'text',
  appraised_value: 'count',
  appraised_total: 'count',
  appraised_choice: 'text',
  appraised_label: 'text',
  appraisal_reason: 'text',
  points: 'number',
  max_points: 'number',
  comment: 'text',
  return_reason: 'text',
  evidence: 'count',
  id: 'text',
} as const satisfies Columns;

export interface ExportedAnswer extends Entry {
  points: number;
  returnReason: string | null;
  /** How many pieces of evidence it has. */
  evidence: number;
}

interface AnswerOf {
  dataRevision: number;
  round: RoundRow;
  /** The unit of today. */
  place: UnitRow | undefined;
  institutionId: number;
  code: string;
  /** The name of today. */
  name: string;
  kind: InstitutionKind;
  state: UpdateState;
  revision: number;
  submittedAt: string;
  /** Null while it waits for one. */
  decision: Decision | null;
  decidedAt: string | null;
  criterion: AskedCriterion;
  /** Undefined where nothing was answered, which is not zero. */
  answer: ExportedAnswer | undefined;
}

export function answerRecord(
  { round, place, criterion, answer, ...update }: AnswerOf,
  language: Language,
): ExportRecord<keyof typeof ANSWER_RECORD_COLUMNS> {
  const { question } = criterion;
  const appraised = answer?.appraisalReason == null ? undefined : answer;
  return {
    round: round.code,
    reference_date: round.referenceDate,
    data_revision: update.dataRevision,
    code: update.code,
    name: update.name,
    kind: update.kind,
    unit_code: place?.code ?? null,
    unit_name: place?.name ?? null,
    state: update.state,
    revision: update.revision,
    submitted_at: new Date(update.submittedAt).toISOString(),
    decision: update.decision,
    decided_at: update.decidedAt && new Date(update.decidedAt).toISOString(),
    criterion: criterion.code,
    question: question.code,
    question_text: question.text[language],
    answer_kind: question.answer.kind,
    answered: answer !== undefined,
    value: answer?.selfValue ?? null,
    total: answer?.selfTotal ?? null,
    choice: answer?.selfChoice ?? null,
    label: labelOf(criterion, answer && selfAnswer(answer), language),
    text: answer?.selfText ?? null,
    does_not_apply: answer?.doesNotApply ?? null,
    appraised_value: answer?.appraisedValue ?? null,
    appraised_total: answer?.appraisedTotal ?? null,
    appraised_choice: answer?.appraisedChoice ?? null,
    appraised_label: labelOf(criterion, appraised && decisiveAnswer(appraised), language),
    appraisal_reason: answer?.appraisalReason ?? null,
    points: answer?.points ?? null,
    max_points: criterion.maxPoints,
    comment: answer?.comment ?? null,
    return_reason: answer?.returnReason ?? null,
    evidence: answer?.evidence ?? 0,
    id: toGlobalId('Institution', update.institutionId),
  };
}

/** What an answer names, in words; null where it names nothing. */
function labelOf(
  { question }: AskedCriterion,
  given: GivenAnswer | undefined,
  language: Language,
): string | null {
  const chosen = given && optionChosen(question, given);
  return optionsOf(question).find(({ code }) => code === chosen)?.name[language] ?? null;
}
