import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { StatusUpdateRevision } from './status-update-revision.entity.js';

/**
 * An approval that was taken back: until then it counted, from then on it does not. The revision
 * itself stays as it was approved.
 */
export const ApprovalTakenBack = defineEntity({
  name: 'ApprovalTakenBack',
  tableName: 'approval_taken_back',
  properties: {
    revision: () =>
      p.manyToOne(StatusUpdateRevision).primary().deleteRule('restrict').updateRule('restrict'),
    takenBackAt: p.datetime(3),
    takenBackBy: () => p.manyToOne(Account).deleteRule('restrict'),
    reason: p.text(),
  },
  triggers: [
    {
      name: 'append_only',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'what was taken back stays so' using errcode = 'restrict_violation';`,
    },
  ],
});
