import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { guardedRows } from '../database/guarded-rows.js';
import { StatusUpdateRevision } from './status-update-revision.entity.js';

/**
 * Who has taken the review of a submission. It is of one submission, so it ends with what ends that: a
 * decision or a withdrawal. Whether it still holds is computed when it is read (`review-claim.ts`).
 */
export const ReviewClaim = defineEntity({
  name: 'ReviewClaim',
  tableName: 'review_claim',
  policies: guardedRows(),
  properties: {
    revision: () => p.manyToOne(StatusUpdateRevision).primary().deleteRule('cascade'),
    account: () => p.manyToOne(Account).index().deleteRule('cascade'),
    claimedAt: p.datetime(3),
    // When the account last opened the report.
    activeAt: p.datetime(3),
  },
});
