import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.js';

/** An address from which an account has signed in. Failures elsewhere do not make it wait. */
export const KnownAddress = defineEntity({
  name: 'KnownAddress',
  tableName: 'account_address',
  properties: {
    account: () => p.manyToOne(Account).primary().deleteRule('restrict').updateRule('restrict'),
    // The network of an IPv6 address.
    address: p.text().primary(),
    signedInAt: p.datetime(3),
  },
});
