import { defineEntity, p } from '@mikro-orm/core';

/**
 * A person who can sign in: with a password here, or through an OpenID Connect issuer, which
 * identifies them by issuer and subject.
 */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.integer().primary().autoincrement(),
    name: p.text(),
    // Name and e-mail in the form that search compares.
    searchName: p.text().default(''),
    // In lower case; null when the issuer gave none.
    email: p.text().nullable().unique(),
    passwordHash: p.text().nullable(),
    // Whether an operator set it, so that its owner has to change it before anything else.
    passwordChangeRequired: p.boolean().default(false),
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
    // Deprecated and unused: only older hubs, which may still run on the database, count in it. To be
    // dropped in a later release.
    failedAttempts: p.integer().default(0),
    // Until when an address has to wait that failed too often; others may still sign in.
    lockedUntil: p.datetime(3).nullable(),
    disabledAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
  uniques: [{ properties: ['issuer', 'subject'] }],
  indexes: [
    {
      name: 'account_name',
      expression: 'create index account_name on account (search_name collate "C", id)',
    },
  ],
  checks: [
    { name: 'account_issuer', expression: '(issuer is null) = (subject is null)' },
    {
      name: 'account_can_sign_in',
      expression: '(password_hash is null) = (issuer is not null)',
    },
    {
      name: 'account_password_change',
      expression: 'not password_change_required or password_hash is not null',
    },
  ],
});
