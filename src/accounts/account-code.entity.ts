import { defineEntity, p } from '@mikro-orm/core';
import { CodePurpose } from './account.enums.js';
import { Account } from './account.entity.js';

/**
 * A code that sets the password of an account once: of an invitation, or of somebody who forgot theirs.
 * The code itself is stored nowhere; it is derived from the seed and the secret of the hub.
 */
export const AccountCode = defineEntity({
  name: 'AccountCode',
  tableName: 'account_code',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(Account).index().deleteRule('restrict'),
    purpose: p.enum(() => CodePurpose),
    seed: p.uuid(),
    codeHash: p.text().unique(),
    // Who is to be asked for another one; null for who asked for it themselves.
    createdBy: () => p.manyToOne(Account).nullable().index().deleteRule('restrict'),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    usedAt: p.datetime(3).nullable(),
    // When another code took its place, or the account got a password without it.
    endedAt: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'account_code_invitation',
      expression: `create unique index account_code_invitation on account_code (account_id) where purpose = 'INVITATION' and used_at is null and ended_at is null`,
    },
  ],
});
