import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.js';

/** A wrong password for an account, kept while it counts. */
export const SignInFailure = defineEntity({
  name: 'SignInFailure',
  tableName: 'sign_in_failure',
  properties: {
    id: p.bigint().primary().autoincrement(),
    account: () => p.manyToOne(Account),
    // The network of an IPv6 address.
    address: p.text(),
    // Whether the account had signed in from there before.
    known: p.boolean(),
    failedAt: p.datetime(3),
  },
  indexes: [{ properties: ['account', 'failedAt'] }],
});
