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
  description: 'Whether a round accepts reports on a date.',
  valuesConfig: {
    PLANNED: { description: 'The first day has not come yet.' },
    OPEN: { description: 'From the first day to the last: institutions report.' },
    CLOSED: { description: 'The last day has passed, or a planner closed the round.' },
    WITHDRAWN: { description: 'A planner withdrew the round: it calls nobody.' },
  },
});

registerEnumType(LockReason, {
  name: 'LockReason',
  description: 'The reason why an institution cannot write its answers in a round now.',
  valuesConfig: {
    NOT_OPEN_YET: { description: 'The first day of the round has not come yet.' },
    CLOSED: { description: 'The round accepts no more reports. A planner can extend it.' },
    IN_REVIEW: { description: 'The update was submitted. It can be withdrawn.' },
    ALREADY_DECIDED: {
      description: 'The update was approved. It can be reopened for a correction.',
    },
    NOT_CALLED: {
      description:
        'The round does not call the institution: it was not in the unit of the round on the reference date, or the framework has no criterion for its kind.',
    },
    ROUND_WITHDRAWN: {
      description: 'The round was withdrawn. Its drafts fill the next one that is begun.',
    },
  },
});

@ObjectType('ReportingRound', {
  implements: Node,
  description:
    'Đợt báo cáo: a reporting round, in which a unit calls its institutions to answer a framework by a date.',
})
export class ReportingRoundType
  extends Node
  implements
    Pick<
      RoundRow,
      | 'code'
      | 'opensOn'
      | 'dueOn'
      | 'referenceDate'
      | 'closesOn'
      | 'returnDays'
      | 'version'
      | 'sourceStatus'
    >
{
  @Field(() => String, { description: 'The code, unique among the rounds of the unit.' })
  code!: string;

  @Field(() => GraphQLLocalDate, { description: 'The first day on which institutions may report.' })
  opensOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day by which institutions should report.' })
  dueOn!: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'The date that the answers describe. The figures for a date use the rounds whose reference date is on or before it.',
  })
  referenceDate!: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'The last day on which reports are accepted, unless a planner closes the round earlier.',
  })
  closesOn!: string;

  @Field(() => Int, {
    description:
      'The days that a return gives its institution: it may answer again until the last day of the round or, if that is later, until this many days after the return.',
  })
  returnDays!: number;

  @Field(() => Int, {
    description:
      'The number of the version, which rises with every change. Mutations require the version that the client has read.',
  })
  version!: number;

  @Field(() => SourceStatus, {
    description:
      'How certain the updates of the round are. ILLUSTRATIVE means that they were made up for demonstration.',
  })
  sourceStatus!: SourceStatus;
}

export const ReportingRoundConnection = connectionType(() => ReportingRoundType, 'ReportingRound');

@ObjectType({ description: 'The result of changing a round.' })
export class ReportingRoundPayload {
  @Field(() => ReportingRoundType, {
    nullable: true,
    description: 'The round after the change; null when nothing was changed.',
  })
  reportingRound!: RoundRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
