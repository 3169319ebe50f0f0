import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { MailKind, MailState } from './mail.enums.js';
import type { MailMessageRow, MailStateCountRow } from './mail-message.queries.js';

registerEnumType(MailState, {
  name: 'MailState',
  description: 'What became of a mail.',
  valuesConfig: {
    WAITING: { description: 'It is to be sent.' },
    SENDING: { description: 'A hub is sending it.' },
    SENT: { description: 'The mail server accepted it.' },
    PERHAPS_SENT: {
      description:
        'The hub died, or lost the connection, before the mail server answered: nobody knows whether it was sent.',
    },
    REFUSED: { description: 'The mail server refused it for good.' },
    NOT_SENT: {
      description:
        'There was no mail server, or for five days it was not reached or put the mail off.',
    },
    DROPPED: {
      description:
        'What it was about was taken back before it was sent, or the code in it was good no more.',
    },
  },
});

registerEnumType(MailKind, {
  name: 'MailKind',
  description: 'What a mail is about.',
  valuesConfig: {
    RETURNED: { description: 'A report was returned to its institution.' },
    APPROVED: { description: 'A report was approved.' },
    CORRECTED: { description: 'An approved report was corrected by a reviewer.' },
    INVITED: { description: 'Somebody is invited to set the first password of their account.' },
    PASSWORD_FORGOTTEN: { description: 'Somebody asked for a new password of their account.' },
    ROUND_OPENED: {
      description: 'A round has opened that calls an institution, which has not begun.',
    },
    DUE_IN_14_DAYS: {
      description:
        'A report that is not handed in is due in 14 days; in fewer, when the hub stood still or the account came later.',
    },
    DUE_IN_3_DAYS: { description: 'The same, in 3 days or 2.' },
    DUE_IN_1_DAY: { description: 'The same, tomorrow or today.' },
    OVERDUE: {
      description: 'The due date has passed, and the report can still be handed in and is not.',
    },
    REMINDER: {
      description: 'A planner or an operator reminds those who have not handed in a report.',
    },
    WEEKLY_DIGEST: {
      description:
        'How the open rounds stand, and what waits for a decision, in the units for which an account plans or reviews; once a week.',
    },
  },
});

@ObjectType('MailMessage', {
  implements: Node,
  description:
    'A mail that the hub sends, has sent or could not send. Only operators can read mails; others get none. The text is not shown.',
})
export class MailMessageType
  extends Node
  implements Pick<MailMessageRow, 'address' | 'kind' | 'state' | 'attempts' | 'answer' | 'version'>
{
  @Field(() => String, { description: 'The address that it goes to.' })
  address!: string;

  @Field(() => MailKind, { description: 'What it is about.' })
  kind!: MailKind;

  @Field(() => MailState, { description: 'What became of it.' })
  state!: MailState;

  @Field(() => Int, { description: 'How often it was tried to send it; 0 when it never was.' })
  attempts!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'What the mail server said last, or why it was not reached. Null when it was not tried.',
  })
  answer!: string | null;

  @Field(() => Int, {
    description:
      'The number of the version, which rises with every attempt and with every change by an operator.',
  })
  version!: number;
}

export const MailMessageConnection = connectionType(() => MailMessageType, 'MailMessage');

@ObjectType({ description: 'How many mails are in one state.' })
export class MailStateCount implements MailStateCountRow {
  @Field(() => MailState, { description: 'The state.' })
  state!: MailState;

  @Field(() => Int, { description: 'The number of mails in it, at least 1.' })
  mails!: number;
}

@ObjectType({ description: 'Whether the hub sends mail, and how far it has come.' })
export class MailSending {
  @Field(() => String, {
    nullable: true,
    description:
      'The address that all mails are from. Null when no mail server is set up: then nothing is sent, and a mail that is due becomes NOT_SENT.',
  })
  from!: string | null;

  @Field(() => [MailStateCount], {
    description: 'The number of mails by state. A state without a mail has no entry.',
  })
  counts!: MailStateCount[];
}

@ObjectType({ description: 'The result of sending a mail again.' })
export class MailMessagePayload {
  @Field(() => MailMessageType, {
    nullable: true,
    description: 'The mail after the change; null when nothing was changed.',
  })
  mailMessage!: MailMessageRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
