import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { UserError } from '../graphql/user-error.js';
import { ChosenMailKind, MailLanguage } from './mail.enums.js';
import type { MailPreferenceFacts } from './mail-preference.queries.js';

registerEnumType(ChosenMailKind, {
  name: 'ChosenMailKind',
  description:
    'The kinds of mails that an account can do without; a mail that somebody needs to sign in is always sent. See MailKind.',
  valuesConfig: {
    RETURNED: { description: 'A report was returned.' },
    APPROVED: { description: 'A report was approved.' },
    CORRECTED: { description: 'An approved report was corrected.' },
    ROUND_OPENED: { description: 'A round has opened.' },
    DUE_IN_14_DAYS: { description: 'A report is due in 14 days.' },
    DUE_IN_3_DAYS: { description: 'A report is due in 3 days.' },
    DUE_IN_1_DAY: { description: 'A report is due tomorrow.' },
    OVERDUE: { description: 'A report is overdue.' },
    REMINDER: { description: 'A planner or an operator reminds of a report.' },
    WEEKLY_DIGEST: { description: 'How the rounds stand, each week.' },
  },
});

registerEnumType(MailLanguage, {
  name: 'MailLanguage',
  description: 'The language of the mails to an account.',
  valuesConfig: {
    VI: { description: 'Vietnamese.' },
    EN: { description: 'English.' },
    BOTH: { description: 'Vietnamese, and below it English; so it is until an account chooses.' },
  },
});

@ObjectType('MailPreferences', {
  description: 'Which mails an account gets, and in what language.',
})
export class MailPreferencesType implements MailPreferenceFacts {
  @Field(() => MailLanguage, { description: 'The language of its mails.' })
  language!: MailLanguage;

  @Field(() => [ChosenMailKind], {
    description: 'The kinds that it does without; empty when it gets all.',
  })
  declined!: ChosenMailKind[];
}

@InputType({ description: 'What the account of the viewer says about its mails.' })
export class MailPreferencesSetInput extends KeyedInput implements MailPreferenceFacts {
  @Field(() => MailLanguage, { description: 'The language of its mails.' })
  language!: MailLanguage;

  @Field(() => [ChosenMailKind], {
    description:
      'The kinds that it does without from now on, all of them; mails of these kinds that are not sent yet are dropped.',
  })
  declined!: ChosenMailKind[];
}

@ObjectType({ description: 'The result of saying which mails one gets.' })
export class MailPreferencesPayload {
  @Field(() => MailPreferencesType, {
    nullable: true,
    description: 'What holds after the change; null when nothing was changed.',
  })
  mailPreferences!: MailPreferenceFacts | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
