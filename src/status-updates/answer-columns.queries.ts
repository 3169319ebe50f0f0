import { sql } from 'kysely';

/** The SQL of the parts of an answer, for a JSON object of an `Entry`. */
export const ANSWER_COLUMNS = sql`'selfValue', self_value, 'selfTotal', self_total,
  'selfChoice', self_choice, 'selfText', self_text, 'doesNotApply', does_not_apply,
  'appraisedValue', appraised_value, 'appraisedTotal', appraised_total,
  'appraisedChoice', appraised_choice, 'appraisalReason', appraisal_reason,
  'comment', comment, 'prefilled', prefilled`;

/**
 * The SQL of the answer that counts, in the order of the columns that the institution writes: what the
 * reviewer set, if anything.
 */
export const DECISIVE = {
  columns: sql`self_value, self_total, self_choice, self_text, does_not_apply`,
  values: sql`coalesce(entry.appraised_value, entry.self_value),
    case when entry.appraised_value is null then entry.self_total else entry.appraised_total end,
    coalesce(entry.appraised_choice, entry.self_choice), entry.self_text,
    case when entry.appraisal_reason is null then entry.does_not_apply end`,
};
