import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { SourceStatus } from '../shared/source-status.js';
import type { RoundRow } from './round.queries.js';

@ObjectType('ReportingRound', {
  implements: Node,
  description: 'Đợt báo cáo: a unit calls its institutions to answer a framework by a date.',
})
export class ReportingRoundType
  extends Node
  implements
    Pick<RoundRow, 'code' | 'opensOn' | 'dueOn' | 'referenceDate' | 'closesOn' | 'sourceStatus'>
{
  @Field(() => String, { description: 'Its code, unique among the rounds of its unit.' })
  code!: string;

  @Field(() => GraphQLLocalDate, { description: 'The first day institutions may report.' })
  opensOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day by which they are asked to report.' })
  dueOn!: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'The date that the answers describe: figures as of a date use rounds whose reference date is not later.',
  })
  referenceDate!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day reports are taken.' })
  closesOn!: string;

  @Field(() => SourceStatus, {
    description: 'How sure its updates are; ILLUSTRATIVE for demonstration.',
  })
  sourceStatus!: SourceStatus;
}

export const ReportingRoundConnection = connectionType(() => ReportingRoundType, 'ReportingRound');
