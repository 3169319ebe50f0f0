import { defineEntity, p } from '@mikro-orm/core';
import { guardedRows } from '../database/guarded-rows.js';

/**
 * A person who can sign in: with a password here, through OpenID Connect issuers that know them
 * (`AccountIdentity`), or both.
 */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  policies: guardedRows(),
  properties: {
    id: p.integer().primary().autoincrement(),
    name: p.text(),
    // Name and e-mail in the form that search compares.
    searchName: p.text().default(''),
    // In lower case; null when the issuer gave none, or the person has none.
    email: p.text().nullable().unique(),
    // In lower case and without an @, for those who sign in without an e-mail.
    signInName: p.text().nullable().unique(),
    // Null while somebody who is invited has not set one, and where the issuer keeps it.
    passwordHash: p.text().nullable(),
    // Whether an operator set it, so that its owner has to change it before anything else.
    passwordChangeRequired: p.boolean().default(false),
    // The issuer that brought its owner, who has no password here; null for accounts of the hub itself.
    issuer: p.text().nullable(),
    // Deprecated and unused: only older hubs, which may still run on the database, count in it. To be
    // dropped in a later release.
    failedAttempts: p.integer().default(0),
    // Until when an address has to wait that failed too often; others may still sign in.
    lockedUntil: p.datetime(3).nullable(),
    disabledAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
  indexes: [
    {
      name: 'account_name',
      expression: 'create index account_name on account (search_name collate "C", id)',
    },
  ],
  checks: [
    {
      name: 'account_can_sign_in',
      expression:
        'case when issuer is null then email is not null or sign_in_name is not null else password_hash is null end',
    },
    {
      name: 'account_sign_in_name',
      expression: "sign_in_name is null or email is null and sign_in_name !~ '@'",
    },
    {
      name: 'account_password_change',
      expression: 'not password_change_required or password_hash is not null',
    },
  ],
});
