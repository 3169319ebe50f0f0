import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.js';
import { guardedRows } from '../database/guarded-rows.js';

/**
 * One refresh token of a sign-in, of which only a hash is kept. Each is used once and replaced; all
 * that came of one sign-in share a family, which ends as a whole.
 */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'account_session',
  policies: guardedRows(),
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(Account).index(),
    family: p.uuid().index(),
    tokenHash: p.text().unique(),
    // The issuer through which it began; null for a password.
    issuer: p.text().nullable(),
    // The network address that asked for it; null for those from before it was kept.
    address: p.text().nullable(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    usedAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
  },
});
