import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.js';

/**
 * Who an OpenID Connect issuer says the owner of an account is. The subject alone identifies them: an
 * issuer may give an e-mail to another person.
 */
export const AccountIdentity = defineEntity({
  name: 'AccountIdentity',
  tableName: 'account_identity',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(Account).deleteRule('cascade'),
    issuer: p.text(),
    subject: p.text(),
    linkedAt: p.datetime(3),
  },
  uniques: [{ properties: ['issuer', 'subject'] }, { properties: ['account', 'issuer'] }],
});
