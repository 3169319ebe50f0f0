import { defineEntity, p } from '@mikro-orm/core';

/**
 * Somebody who can sign in: with a password here, or through an OpenID Connect issuer, where issuer
 * and subject tell who it is.
 */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.integer().primary().autoincrement(),
    name: p.text(),
    // Name and e-mail as search compares them.
    searchName: p.text().default(''),
    // In lower case; null for an account of an issuer that tells none.
    email: p.text().nullable().unique(),
    passwordHash: p.text().nullable(),
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
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
  ],
});
