import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Criterion } from '../frameworks/criterion.entity.js';
import { StatusUpdate } from '../status-updates/status-update.entity.js';

/**
 * A file that somebody was allowed to send. Its address is signed and not kept here, so nobody who
 * reads this table can send anything.
 */
export const EvidenceUpload = defineEntity({
  name: 'EvidenceUpload',
  tableName: 'evidence_upload',
  properties: {
    id: p.integer().primary().autoincrement(),
    update: () => p.manyToOne(StatusUpdate).index(),
    criterion: () => p.manyToOne(Criterion),
    account: () => p.manyToOne(Account),
    name: p.text(),
    expiresAt: p.datetime(3),
    // When its file became evidence; null until then, however often it broke off.
    finishedAt: p.datetime(3).nullable(),
  },
});
