import { defineEntity, p } from '@mikro-orm/core';
import { Criterion } from '../frameworks/criterion.entity.js';
import { APPROVED_IS_FINAL } from './approved-is-final.js';
import { StatusUpdateRevision } from './status-update-revision.entity.js';
import { guardedRows } from '../database/guarded-rows.js';

/**
 * One answer of a revision. A reviewer's appraised value decides if there is one; both are kept. A
 * share has its numerator in `…Value` and its denominator in `…Total`.
 */
export const StatusUpdateEntry = defineEntity({
  name: 'StatusUpdateEntry',
  tableName: 'status_update_entry',
  policies: guardedRows(`exists (select from status_update_revision as revision
    where revision.id = revision_id and revision.decision = 'APPROVED')`),
  properties: {
    revision: () =>
      p.manyToOne(StatusUpdateRevision).primary().deleteRule('restrict').updateRule('restrict'),
    criterion: () =>
      p.manyToOne(Criterion).primary().index().deleteRule('restrict').updateRule('restrict'),
    selfValue: p.integer().nullable(),
    selfTotal: p.integer().nullable(),
    selfChoice: p.text().nullable(),
    selfText: p.text().nullable(),
    // Why the question does not apply; null when that is not the answer.
    doesNotApply: p.text().nullable(),
    appraisedValue: p.integer().nullable(),
    appraisedTotal: p.integer().nullable(),
    appraisedChoice: p.text().nullable(),
    // Why the reviewer changed the value; corrections have a reason too.
    appraisalReason: p.text().nullable(),
    // Why the reviewer returned the update because of this answer.
    returnReason: p.text().nullable(),
    // A remark of the institution about its answer.
    comment: p.text().nullable(),
    // Carried over from an earlier update and not confirmed since.
    prefilled: p.boolean().default(false),
    points: p.decimal('number').precision(6).scale(2).check('points >= 0'),
  },
  checks: [
    {
      name: 'status_update_entry_appraised',
      expression:
        '(appraised_value is null and appraised_choice is null) = (appraisal_reason is null)',
    },
  ],
  triggers: [APPROVED_IS_FINAL],
});
