import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import type { AuditEventRow } from './audit-event.queries.js';

@ObjectType('AuditEvent', {
  implements: Node,
  description:
    'Who changed what, when and from where. Written with the change and never altered. Seen by operators where it concerns no unit, by the planners of the unit in which it happened, and by whoever may inspect the institution today.',
})
export class AuditEventType
  extends Node
  implements Pick<AuditEventRow, 'accountName' | 'action' | 'subjectType' | 'subjectVersion'>
{
  @Field(() => String, {
    description:
      'Who made the change, by the name of that time; where nobody was signed in, what made it: “command line”, “hub”, “sign-in”, or the address of an issuer.',
  })
  accountName!: string;

  @Field(() => String, {
    description:
      'What was done: the name of the mutation, or of the command, such as import units.',
  })
  action!: string;

  @Field(() => String, {
    description:
      'The type of what was changed, such as StatusUpdate; Publication for all published data, as an import changes it.',
  })
  subjectType!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the subject that came of it; null where it has none.',
  })
  subjectVersion!: number | null;
}

export const AuditEventConnection = connectionType(() => AuditEventType, 'AuditEvent');

@InputType({ description: 'Which entries of the trail to list; conditions left out do not limit.' })
export class AuditEventFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'Only what happened in the unit with this id or a unit under it, as the borders were then.',
  })
  unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only what concerns the institution with this id.',
  })
  institution?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only changes of what has this id.' })
  subject?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only what the account with this id did; operators only, others find nothing.',
  })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this mutation or command.' })
  action?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Not before this moment.' })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Before this moment.' })
  to?: Date | null;
}
