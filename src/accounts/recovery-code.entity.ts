import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.js';

/** A code that stands for the second factor once, for somebody whose telephone is gone. */
export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(Account).index().deleteRule('cascade'),
    codeHash: p.text(),
    usedAt: p.datetime(3).nullable(),
  },
});
