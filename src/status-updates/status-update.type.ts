import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { UpdateState } from '../vocabulary/status-update.enums.js';
import type { PillarResultRow, StatusUpdateRow } from './status-update.queries.js';

registerEnumType(UpdateState, {
  name: 'UpdateState',
  description: 'Where a status update stands.',
  valuesConfig: {
    DRAFT: {
      description:
        'Being written: not handed in yet, taken up again after a withdrawal, or reopened after an approval.',
    },
    SUBMITTED: { description: 'Handed in, and nobody has decided.' },
    RETURNED: { description: 'Sent back with reasons, until it is handed in again.' },
    APPROVED: { description: 'Approved; only now it counts.' },
    WITHDRAWN: { description: 'Taken back by the institution before anybody decided.' },
  },
});

export const StatusUpdateOrder = enumeration('NEWEST_ROUND', 'OLDEST_SUBMISSION');
export type StatusUpdateOrder = NameOf<typeof StatusUpdateOrder>;
registerEnumType(StatusUpdateOrder, {
  name: 'StatusUpdateOrder',
  description: 'The order of a list of updates.',
  valuesConfig: {
    NEWEST_ROUND: { description: 'By the reference date of the round, the latest first.' },
    OLDEST_SUBMISSION: {
      description:
        'By when they were handed in last, the earliest first: the queue of a reviewer. Those that the viewer may not see into, or that were not handed in, come first.',
    },
  },
});

@ObjectType('PillarResult', { description: 'What the answers of an update come to in one pillar.' })
export class PillarResultType implements Omit<PillarResultRow, 'revisionId'> {
  @Field(() => Pillar, { description: 'The pillar.' })
  pillar!: Pillar;

  @Field(() => PillarStage, { description: 'How far the institution is in it.' })
  stage!: PillarStage;

  @Field(() => Float, {
    description: 'The points earned; appraised values decide where a reviewer changed one.',
  })
  points!: number;

  @Field(() => Float, { description: 'The points of the criteria that apply to the institution.' })
  maxPoints!: number;
}

@ObjectType('StatusUpdate', {
  implements: Node,
  description:
    'Bản cập nhật: what one institution reports in one round. Everybody sees the latest revision that was approved; its institution, the reviewers in duty and the planners of its units see what was handed in, and only the institution its drafts. An update of which nothing is approved does not exist for others. Nothing approved is ever edited; a correction is a new revision.',
})
export class StatusUpdateType
  extends Node
  implements Pick<StatusUpdateRow, 'revision' | 'state' | 'version'>
{
  @Field(() => Int, {
    nullable: true,
    description:
      'The number of the latest approved revision, from 1 up; null while nothing is approved.',
  })
  revision!: number | null;

  @Field(() => UpdateState, {
    nullable: true,
    description: 'Where it stands; null for a viewer who may not see into it.',
  })
  state!: UpdateState | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Counts every change; a mutation takes the one that its sender saw. Null for a viewer who may not see into it.',
  })
  version!: number | null;
}

export const StatusUpdateConnection = connectionType(() => StatusUpdateType, 'StatusUpdate');

@InputType({ description: 'Which updates to list; conditions left out do not limit.' })
export class StatusUpdateFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of the institution with this id.' })
  institution?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those in the round with this id.' })
  round?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only those of institutions that stand today in the unit with this id, or in a unit under it.',
  })
  unit?: string | null;

  @Field(() => [UpdateState], {
    nullable: true,
    description: 'Only those in one of these states that the viewer may see into.',
  })
  states?: UpdateState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those that were handed in and are the viewer’s to decide on today. False and left out do not limit.',
  })
  awaitingDecision?: boolean | null;
}
