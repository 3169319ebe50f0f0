import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { MailLanguage, type ChosenMailKind } from './mail.enums.js';

/** What an account says about its mails; without a row it gets all of them, in both languages. */
export const MailPreference = defineEntity({
  name: 'MailPreference',
  tableName: 'mail_preference',
  properties: {
    account: () => p.oneToOne(Account).primary().deleteRule('cascade'),
    language: p.enum(() => MailLanguage),
    // The kinds that it does without.
    declined: p.array().$type<ChosenMailKind[]>(),
  },
});
