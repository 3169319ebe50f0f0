import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';

/** The answer for an idempotency key, so that a request that is sent twice takes effect once. */
export const IdempotentAnswer = defineEntity({
  name: 'IdempotentAnswer',
  tableName: 'idempotent_answer',
  properties: {
    account: () => p.manyToOne(Account).primary(),
    key: p.text().primary(),
    // Shows whether mutation and input are the same. It is keyed because inputs may hold secrets.
    inputDigest: p.text(),
    answer: p.json(),
    answeredAt: p.datetime(3),
  },
});
