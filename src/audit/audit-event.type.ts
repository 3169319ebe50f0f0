import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import type { AuditEventRow } from './audit-event.queries.js';

@ObjectType('AuditEvent', {
  implements: Node,
  description:
    'An entry of the audit trail: a change with its author, time and address. It is written together with the change and never altered. Operators see the entries that concern no unit, planners those of their units, and viewers who may inspect an institution today see the entries of that institution.',
})
export class AuditEventType
  extends Node
  implements Pick<AuditEventRow, 'accountName' | 'action' | 'subjectType' | 'subjectVersion'>
{
  @Field(() => String, {
    description:
      'The name, at that time, of the person who made the change. If nobody was signed in, the origin of the change: “command line”, “hub”, “sign-in”, or the address of an issuer.',
  })
  accountName!: string;

  @Field(() => String, {
    description: 'The action: the name of the mutation or of the command, such as import units.',
  })
  action!: string;

  @Field(() => String, {
    description:
      'The type of the changed object, such as StatusUpdate. Publication stands for all published data, as changed by an import.',
  })
  subjectType!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the object after the change; null when it has no version.',
  })
  subjectVersion!: number | null;
}

export const AuditEventConnection = connectionType(() => AuditEventType, 'AuditEvent');

@InputType({
  description:
    'Conditions for a list of audit entries. A condition that is left out does not limit the list.',
})
export class AuditEventFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'Only entries of the unit with this id or of a unit under it, by the borders of that time.',
  })
  unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only entries that concern the institution with this id.',
  })
  institution?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only changes of the object with this id.' })
  subject?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only changes made by the account with this id. For operators only; for others the list is empty.',
  })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this mutation or command.' })
  action?: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Only entries at this moment or later.',
  })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only entries before this moment.' })
  to?: Date | null;
}
