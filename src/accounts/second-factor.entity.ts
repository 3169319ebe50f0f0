import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.js';

/** The second factor of an account with a password: the secret of an authenticator app, sealed. */
export const SecondFactor = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  properties: {
    account: () => p.oneToOne(Account).primary().deleteRule('cascade'),
    // Null until it was confirmed with a code.
    secret: p.text().nullable(),
    // One that waits for its confirmation, which may replace the other.
    pending: p.text().nullable(),
    // The step of time of the code that was used last, so that none is used twice.
    lastStep: p.integer().nullable(),
    confirmedAt: p.datetime(3).nullable(),
  },
});
