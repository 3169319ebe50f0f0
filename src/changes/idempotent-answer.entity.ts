import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';

/** What was answered to an idempotency key, so that a request sent twice takes effect once. */
export const IdempotentAnswer = defineEntity({
  name: 'IdempotentAnswer',
  tableName: 'idempotent_answer',
  properties: {
    account: () => p.manyToOne(Account).primary(),
    key: p.text().primary(),
    // Tells whether the mutation and its input are the same; keyed, because inputs may hold secrets.
    inputDigest: p.text(),
    answer: p.json(),
    answeredAt: p.datetime(3),
  },
});
