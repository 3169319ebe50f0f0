import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { Account } from '../accounts/account.entity.js';
import { StatusUpdate } from './status-update.entity.js';
import { Decision } from '../vocabulary/status-update.enums.js';
import { guardedRows } from '../database/guarded-rows.js';

/**
 * One submission and the decision on it; once approved it never changes. The newest revision is a
 * draft until it is submitted.
 */
export const StatusUpdateRevision = defineEntity({
  name: 'StatusUpdateRevision',
  tableName: 'status_update_revision',
  policies: guardedRows('submitted_at is not null'),
  properties: {
    id: p.integer().primary().autoincrement(),
    update: () => p.manyToOne(StatusUpdate),
    number: p.integer().check('number > 0'),
    submittedAt: p.datetime(3).nullable(),
    // Null for reports from before the hub kept accounts, or on paper.
    submittedBy: () => p.manyToOne(Account).nullable().deleteRule('restrict'),
    // A remark of the institution for the reviewer.
    note: p.text().nullable(),
    decision: p.enum(() => Decision).nullable(),
    decidedAt: p.datetime(3).nullable(),
    // The last day that a return gives its institution to answer again.
    returnedUntil: p.date().nullable(),
    decidedBy: () => p.manyToOne(Account).nullable().deleteRule('restrict'),
    // The remark that came with the decision, the withdrawal or the correction.
    decisionNote: p.text().nullable(),
  },
  uniques: [{ properties: ['update', 'number'] }],
  checks: [
    {
      name: 'status_update_revision_decided',
      expression: '(decision is null) = (decided_at is null)',
    },
    {
      name: 'status_update_revision_returned',
      expression: `returned_until is null or decision = 'RETURNED'`,
    },
    {
      name: 'status_update_revision_order',
      expression: 'decided_at is null or (submitted_at is not null and decided_at >= submitted_at)',
    },
  ],
  triggers: [
    ...tellsChanges('status_update_revision'),
    {
      name: 'approved_is_final',
      timing: 'before',
      events: ['update', 'delete'],
      body: `if old.decision = 'APPROVED' then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';
      end if;
      return case when tg_op = 'DELETE' then old else new end;`,
    },
  ],
});
