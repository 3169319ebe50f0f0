import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { LockReason, RoundPhase } from '../vocabulary/round.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { RoundRow } from './round.queries.js';

registerEnumType(RoundPhase, {
  name: 'RoundPhase',
  description: 'Whether a round takes reports on a date.',
  valuesConfig: {
    PLANNED: { description: 'Its first day has not come.' },
    OPEN: { description: 'From its first day to its last: institutions report.' },
    CLOSED: { description: 'Its last day has passed, or a planner closed it.' },
  },
});

registerEnumType(LockReason, {
  name: 'LockReason',
  description: 'Why an institution cannot write its answers in a round now.',
  valuesConfig: {
    NOT_OPEN_YET: { description: 'The first day of the round is still to come.' },
    CLOSED: { description: 'The round takes no more reports; a planner can extend it.' },
    IN_REVIEW: { description: 'It was handed in; it can be withdrawn.' },
    ALREADY_DECIDED: { description: 'It was approved; it can be reopened to correct it.' },
    NOT_CALLED: {
      description:
        'The round does not call the institution: on the reference date it was not in the round’s unit, or no criterion is for its kind.',
    },
  },
});

@ObjectType('ReportingRound', {
  implements: Node,
  description: 'Đợt báo cáo: a unit calls its institutions to answer a framework by a date.',
})
export class ReportingRoundType
  extends Node
  implements
    Pick<
      RoundRow,
      'code' | 'opensOn' | 'dueOn' | 'referenceDate' | 'closesOn' | 'version' | 'sourceStatus'
    >
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

  @Field(() => GraphQLLocalDate, {
    description: 'The last day reports are taken, unless it was closed before.',
  })
  closesOn!: string;

  @Field(() => Int, {
    description: 'Counts every change; a mutation takes the one that its sender saw.',
  })
  version!: number;

  @Field(() => SourceStatus, {
    description: 'How sure its updates are; ILLUSTRATIVE for demonstration.',
  })
  sourceStatus!: SourceStatus;
}

export const ReportingRoundConnection = connectionType(() => ReportingRoundType, 'ReportingRound');

@ObjectType({ description: 'What became of a round.' })
export class ReportingRoundPayload {
  @Field(() => ReportingRoundType, {
    nullable: true,
    description: 'The round as it is now; null when nothing was done.',
  })
  reportingRound!: ReportingRoundType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}
