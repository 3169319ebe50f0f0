import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Pillar, PillarStage } from '../frameworks/framework.enums.js';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import type { PillarResultRow, StatusUpdateRow } from './status-update.queries.js';

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
    'Bản cập nhật: what one institution reported in one round, by the latest revision that was approved. Nothing approved is ever edited; a correction is a new revision.',
})
export class StatusUpdateType extends Node implements Pick<StatusUpdateRow, 'revision'> {
  @Field(() => Int, {
    description: 'The number of the revision, from 1 up; above 1 it was corrected.',
  })
  revision!: number;
}

export const StatusUpdateConnection = connectionType(() => StatusUpdateType, 'StatusUpdate');

@InputType({ description: 'Which updates to list; conditions left out do not limit.' })
export class StatusUpdateFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of the institution with this id.' })
  institution?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those in the round with this id.' })
  round?: string | null;
}
