import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PillarStage } from '../vocabulary/framework.enums.js';
import type { IndicatorStatusRow } from './indicator-status.js';
import { Observation } from './progress.enums.js';

@ObjectType('IndicatorStatus', {
  description: 'The status of one institution in one indicator on a date.',
})
export class IndicatorStatusType implements Omit<IndicatorStatusRow, 'code' | 'updateId'> {
  @Field(() => Observation, {
    description:
      'The reason why there is a stage, or why there is none. An indicator that is made of others is REPORTED when every part that applies is; otherwise it says why one is not.',
  })
  observation!: Observation;

  @Field(() => PillarStage, {
    nullable: true,
    description:
      'The stage; null unless the observation is REPORTED. An indicator that is made of others is COMPLETED when every part that applies is, and NOT_STARTED when none was begun.',
  })
  stage!: PillarStage | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points earned; null unless the observation is REPORTED, and for an indicator that is made of others, whose parts have no common measure.',
  })
  points!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The maximum of points; null without points.',
  })
  maxPoints!: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The reference date of the round of the update that counts, of an indicator that is made of others the oldest of them; null unless the observation is REPORTED.',
  })
  asOf!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of the revision of that update that counts; null unless the observation is REPORTED.',
  })
  revision!: number | null;
}
