import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { LONGEST_TEXT } from '../graphql/input-check.js';
import { UserError } from '../graphql/user-error.js';
import { ReminderAudience } from './audience.js';
import type { SentReminder } from './planned-reminder.service.js';

registerEnumType(ReminderAudience, {
  name: 'ReminderAudience',
  description: 'Of the institutions that can hand in today and have not, which are reminded.',
  valuesConfig: {
    NOT_BEGUN: { description: 'Those that have not begun.' },
    DRAFT: { description: 'Those that are writing, or have withdrawn what they submitted.' },
    RETURNED: { description: 'Those whose report was returned.' },
    OVERDUE: { description: 'Those whose due date has passed, in any of the states.' },
  },
});

@ObjectType({
  description:
    'The mails that would remind institutions that have not handed in. An institution is reminded once a day at most in a round.',
})
export class ReminderPreview {
  @Field(() => Boolean, {
    description:
      'Whether the hub sends mail. False when no mail server is set up: the mails would be written and not sent.',
  })
  isSent!: boolean;

  @Field(() => Int, { description: 'The institutions that would be reminded.' })
  institutions!: number;

  @Field(() => Int, {
    description: 'The mails: one to each account that reports for one of them, for each of them.',
  })
  mails!: number;

  @Field(() => Int, {
    description:
      'The chosen institutions that cannot be reminded, because no account reports for them that has an e-mail and takes reminders.',
  })
  unreachable!: number;

  @Field(() => Int, {
    description: 'The chosen institutions that are left out because they were reminded today.',
  })
  remindedToday!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The subject of the first of the mails, as an example; null when there is none.',
  })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The text of the same mail, in both languages; each account gets it in the language that it has chosen. Null when there is none.',
  })
  text!: string | null;
}

@InputType({ description: 'Whom to remind of a round.' })
export class MailReminderSendInput extends KeyedInput {
  @Field(() => ID, { description: 'The round.' })
  round!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only institutions that were in the unit with this id, or in a unit under it, on the reference date; the unit of the round or one under it. Left out means the unit of the round.',
  })
  unit?: string | null;

  @Field(() => [ReminderAudience], {
    description: 'Whom; an institution that is in one of these is reminded.',
  })
  audience!: ReminderAudience[];

  @Field(() => String, {
    nullable: true,
    description: `A note that stands in the mail, at most ${LONGEST_TEXT} characters.`,
  })
  note?: string | null;
}

@ObjectType({ description: 'The result of reminding institutions.' })
export class MailReminderPayload implements SentReminder {
  @Field(() => Int, { description: 'The institutions that are reminded; 0 when none was.' })
  institutions!: number;

  @Field(() => Int, { description: 'The mails that were written; 0 when none was.' })
  mails!: number;

  @Field(() => [UserError], {
    description: 'The reasons why nobody was reminded; empty on success.',
  })
  userErrors!: UserError[];
}
