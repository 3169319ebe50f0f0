import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CriterionType } from '../frameworks/framework.type.js';
import { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { IndicatorNeed } from './nearest.js';
import type { NearestInstitutionRow, PillarNeedRow } from './nearest.queries.js';
import type { UnmetCriterionRow } from './unmet.queries.js';

@ObjectType('UnmetCriterion', {
  description:
    'A required criterion that the update does not meet. Without it, the pillar is not completed, however many points were earned.',
})
export class UnmetCriterionType implements Omit<UnmetCriterionRow, 'criterion'> {
  @Field(() => CriterionType, {
    description: 'The criterion. Its `minimum` is the least answer that meets it.',
  })
  criterion!: CriterionType;

  @Field(() => Int, {
    nullable: true,
    description:
      'The answer that counts, the reviewer’s before the institution’s own: 1 for yes and 0 for no, a level, or the counted part of a share. Null when there is no answer.',
  })
  value!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The counted total of a share; null for other criteria and without an answer.',
  })
  total!: number | null;
}

@ObjectType('PillarNeed', {
  description:
    'The distance of an institution from completing a pillar, by its update that counts and the framework of that update.',
})
export class PillarNeedType implements Omit<PillarNeedRow, 'unmet' | 'indicator' | 'revision'> {
  @Field(() => Pillar, { description: 'The pillar.' })
  pillar!: Pillar;

  @Field(() => PillarStage, {
    nullable: true,
    description:
      'The stage. Null when nothing is known about the pillar: the update does not report on it, or an assumption says that it is not completed.',
  })
  stage!: PillarStage | null;

  @Field(() => Float, { nullable: true, description: 'The points earned; null without a stage.' })
  points!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The maximum of points; null without a stage.',
  })
  maxPoints!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points missing to the threshold of the framework. 0 when the threshold is reached, so that only required criteria are missing. Null without a stage.',
  })
  pointsToThreshold!: number | null;

  @Field(() => [UnmetCriterionType], {
    nullable: true,
    description:
      'The required criteria that are not met, in the order of the framework. Null without a stage, and for a viewer who may not see the answers of the institution.',
  })
  unmet!: UnmetCriterionType[] | null;
}

@ObjectType('IndicatorNeed', {
  description:
    'The distance of an institution from completing an indicator, by its update that counts.',
})
export class IndicatorNeedType implements Omit<IndicatorNeed, 'indicator' | 'revision'> {
  @Field(() => PillarStage, {
    nullable: true,
    description:
      'The stage. Null when nothing is known about the indicator: no update reports on it, or an assumption says that it is not completed.',
  })
  stage!: PillarStage | null;

  @Field(() => Float, { nullable: true, description: 'The points earned; null without a stage.' })
  points!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The maximum of points; null without a stage.',
  })
  maxPoints!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points missing to the threshold of the framework, of a pillar. Null without a stage, and where no percentage of the points decides.',
  })
  pointsToThreshold!: number | null;
}

@ObjectType('NearestInstitution', {
  description: 'An institution that is not counted as completed, with what is missing.',
})
export class NearestInstitutionType implements Omit<
  NearestInstitutionRow,
  'institution' | 'pillars' | 'indicators'
> {
  @Field(() => InstitutionType, { description: 'The institution.' })
  institution!: InstitutionType;

  @Field(() => Int, {
    description:
      'The rank in the line, 1 for the nearest. Institutions that are equally near share a rank, and the next rank is skipped; they are listed by name.',
  })
  rank!: number;

  @Field(() => [PillarNeedType], {
    description: 'The pillars of the line that are not completed, in the order of the enum.',
  })
  pillars!: PillarNeedType[];

  @Field(() => [IndicatorNeedType], {
    description:
      'The indicators of which the line is made that are not completed, the pillars among them.',
  })
  indicators!: IndicatorNeedType[];

  @Field(() => Float, {
    description:
      'The sum of the points missing to the thresholds of these pillars, as far as the points are known.',
  })
  missingPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of required criteria that are not met in these pillars; null for a viewer who may not see the answers of the institution.',
  })
  unmetCriteria!: number | null;
}
