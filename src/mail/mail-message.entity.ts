import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Institution } from '../institutions/institution.entity.js';
import { MailState, type MailKind } from './mail.enums.js';
import type { KeptMail } from './mail-texts.js';

/**
 * A mail to an account, written in the transaction of its cause. Its text is made of the facts when it is
 * sent, so that it has the address of the hub of then.
 */
export const MailMessage = defineEntity({
  name: 'MailMessage',
  tableName: 'mail_message',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(Account).deleteRule('restrict'),
    // Where it goes, as the account had it when the mail was written.
    address: p.text(),
    kind: p.text().$type<MailKind>(),
    // What it is about, such as a revision: an account gets one mail of a kind about it.
    cause: p.text(),
    institution: () => p.manyToOne(Institution).nullable().index().deleteRule('restrict'),
    facts: p.json<KeptMail['facts']>(),
    state: p.enum(() => MailState),
    // Raised with every attempt, so that the result of an earlier one no longer counts.
    attempts: p.integer().default(0),
    nextAttemptAt: p.datetime(3),
    // Until when an attempt belongs to the hub that makes it.
    takenUntil: p.datetime(3).nullable(),
    // Made with the first attempt, and the same in all: who gets a mail twice sees it once.
    messageId: p.text().nullable(),
    // What the server said last, or why it was not reached.
    answer: p.text().nullable(),
    // Whoever has it may end the reminders to the account.
    unsubscribeKey: p.uuid().defaultRaw('gen_random_uuid()').unique(),
    createdAt: p.datetime(3),
    // When the state became one that does not change by itself.
    settledAt: p.datetime(3).nullable(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['account', 'kind', 'cause'] }],
  indexes: [
    {
      // Few mails are to be sent among many that were.
      name: 'mail_message_open',
      expression: `create index mail_message_open on mail_message (next_attempt_at) where state in ('WAITING', 'SENDING')`,
    },
    {
      // Whoever watches the hub asks often how many were left.
      name: 'mail_message_left',
      expression: `create index mail_message_left on mail_message (state) where state in ('PERHAPS_SENT', 'REFUSED', 'NOT_SENT')`,
    },
  ],
  checks: [
    {
      name: 'mail_message_taken',
      expression: `(taken_until is not null) = (state = 'SENDING')`,
    },
    {
      name: 'mail_message_settled',
      expression: `(settled_at is null) = (state in ('WAITING', 'SENDING'))`,
    },
  ],
});
