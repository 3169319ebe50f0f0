import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { ClaimHolder, UpdateState } from '../vocabulary/status-update.enums.js';
import type { PillarResultRow, StatusUpdateRow } from './status-update.queries.js';

registerEnumType(UpdateState, {
  name: 'UpdateState',
  description: 'The state of a status update.',
  valuesConfig: {
    DRAFT: {
      description:
        'The update is being written: it was not submitted yet, was taken up again after a withdrawal, or was reopened after an approval.',
    },
    SUBMITTED: { description: 'The update was submitted, and there is no decision yet.' },
    RETURNED: {
      description: 'The update was returned with reasons, and has not been submitted again.',
    },
    APPROVED: { description: 'The update was approved. Only now it counts.' },
    WITHDRAWN: { description: 'The institution withdrew the update before a decision.' },
  },
});

registerEnumType(ClaimHolder, {
  name: 'ReviewClaimHolder',
  description: 'Whose the review of an update is, for the viewer.',
  valuesConfig: {
    MINE: { description: 'The viewer has claimed it.' },
    NOBODY: {
      description:
        'Nobody has claimed it, or whoever had was absent for a day or may no longer decide on it.',
    },
    OTHERS: { description: 'Another reviewer has claimed it.' },
  },
});

export const StatusUpdateOrder = enumeration(
  'NEWEST_ROUND',
  'OLDEST_SUBMISSION',
  'NEWEST_DECISION',
);
export type StatusUpdateOrder = NameOf<typeof StatusUpdateOrder>;
registerEnumType(StatusUpdateOrder, {
  name: 'StatusUpdateOrder',
  description: 'The order of a list of updates.',
  valuesConfig: {
    NEWEST_ROUND: { description: 'By the reference date of the round, latest first.' },
    OLDEST_SUBMISSION: {
      description:
        'By the moment of the last submission, earliest first: the queue of a reviewer. Updates that were not submitted, or that the viewer may not inspect, come first.',
    },
    NEWEST_DECISION: {
      description:
        'By the moment at which the last submission was approved or returned, latest first: what a reviewer has decided. Updates without such a decision, or that the viewer may not inspect, come last.',
    },
  },
});

@ObjectType('PillarResult', { description: 'The result of an update in one pillar.' })
export class PillarResultType implements Omit<PillarResultRow, 'revisionId'> {
  @Field(() => Pillar, { description: 'The pillar.' })
  pillar!: Pillar;

  @Field(() => PillarStage, { description: 'The stage that the institution has reached.' })
  stage!: PillarStage;

  @Field(() => Float, {
    description: 'The points earned, counting the reviewer’s value where a reviewer changed one.',
  })
  points!: number;

  @Field(() => Float, { description: 'The points of the criteria that apply to the institution.' })
  maxPoints!: number;
}

@ObjectType('StatusUpdate', {
  implements: Node,
  description:
    'Bản cập nhật: the report of one institution in one round. All viewers see the latest revision whose approval stands. The institution, the reviewers responsible for it and the planners of its units may inspect the update: they see everything that was submitted. Only the institution sees its drafts. For others, an update without an approved revision does not exist. What was approved is never edited; a correction is a new revision.',
})
export class StatusUpdateType extends Node implements Pick<StatusUpdateRow, 'state' | 'version'> {
  @Field(() => UpdateState, {
    nullable: true,
    description: 'The state of the update; null for a viewer who may not inspect it.',
  })
  state!: UpdateState | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of the version, which rises with every change. Mutations require the version that the client has read. Null for a viewer who may not inspect the update.',
  })
  version!: number | null;
}

export const StatusUpdateConnection = connectionType(() => StatusUpdateType, 'StatusUpdate');

@InputType({
  description:
    'Conditions for a list of updates. A condition that is left out does not limit the list.',
})
export class StatusUpdateFilter {
  @Field(() => ID, { nullable: true, description: 'Only updates of the institution with this id.' })
  institution?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only updates in the round with this id.' })
  round?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only updates of institutions that are today in the unit with this id, or in a unit under it.',
  })
  unit?: string | null;

  @Field(() => [UpdateState], {
    nullable: true,
    description: 'Only updates in one of these states that the viewer may inspect.',
  })
  states?: UpdateState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only submitted updates that the viewer may decide on today, whoever has claimed them. False or left out: no limit.',
  })
  awaitingDecision?: boolean | null;

  @Field(() => ClaimHolder, {
    nullable: true,
    description:
      'Only submitted updates in the duty of the viewer as a reviewer whose review is claimed so today.',
  })
  claim?: ClaimHolder | null;
}
