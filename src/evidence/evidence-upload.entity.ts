import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Criterion } from '../frameworks/criterion.entity.js';
import { StatusUpdate } from '../status-updates/status-update.entity.js';
import { guardedRows } from '../database/guarded-rows.js';

/**
 * The permission to upload one file. Its address is signed and not stored, so that a reader of this
 * table cannot upload anything.
 */
export const EvidenceUpload = defineEntity({
  name: 'EvidenceUpload',
  tableName: 'evidence_upload',
  policies: guardedRows(),
  properties: {
    id: p.integer().primary().autoincrement(),
    update: () => p.manyToOne(StatusUpdate).index(),
    criterion: () => p.manyToOne(Criterion),
    account: () => p.manyToOne(Account),
    name: p.text(),
    expiresAt: p.datetime(3),
    // When its file became evidence; null until then, even after interrupted transfers.
    finishedAt: p.datetime(3).nullable(),
  },
});
