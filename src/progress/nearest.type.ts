import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CriterionType } from '../frameworks/framework.type.js';
import { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { NearestInstitutionRow, PillarNeedRow } from './nearest.queries.js';
import type { UnmetCriterionRow } from './unmet.queries.js';

@ObjectType('UnmetCriterion', {
  description:
    'A required criterion that the update does not meet: without it the pillar is not completed, whatever the points.',
})
export class UnmetCriterionType implements Omit<UnmetCriterionRow, 'criterion'> {
  @Field(() => CriterionType, {
    description: 'The question; its `minimum` is what the answer must reach.',
  })
  criterion!: CriterionType;

  @Field(() => Int, {
    nullable: true,
    description:
      'The answer that decides, a reviewer’s before the institution’s own: 1 for yes and 0 for no, a level, or the counted part of a share. Null when it was not answered.',
  })
  value!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The counted total of a share; null for other questions and without an answer.',
  })
  total!: number | null;
}

@ObjectType('PillarNeed', {
  description:
    'What an institution still needs in a pillar that it has not completed, by its counted update and the framework that this answers.',
})
export class PillarNeedType implements Omit<PillarNeedRow, 'unmet'> {
  @Field(() => Pillar, { description: 'The pillar.' })
  pillar!: Pillar;

  @Field(() => PillarStage, {
    nullable: true,
    description:
      'The stage. Null when nothing is known of the pillar: the update says nothing of it, or its completion was assumed away.',
  })
  stage!: PillarStage | null;

  @Field(() => Float, { nullable: true, description: 'The points earned; null without a stage.' })
  points!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The points that could be earned; null without a stage.',
  })
  maxPoints!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points that are missing to the framework’s threshold. 0 when it is reached: only required criteria keep the pillar from being completed then. Null without a stage.',
  })
  pointsToThreshold!: number | null;

  @Field(() => [UnmetCriterionType], {
    nullable: true,
    description:
      'The required criteria that are not met, in the order of the framework. Null for a viewer who may not see what the institution answers, and without a stage.',
  })
  unmet!: UnmetCriterionType[] | null;
}

@ObjectType('NearestInstitution', {
  description: 'An institution that is not counted as completed, and what keeps it from it.',
})
export class NearestInstitutionType implements Omit<
  NearestInstitutionRow,
  'institution' | 'pillars'
> {
  @Field(() => InstitutionType, { description: 'The institution.' })
  institution!: InstitutionType;

  @Field(() => Int, {
    description:
      'Its place in the line, 1 for the nearest. Institutions that are as near as each other share a rank, and the next is skipped; they are listed by name.',
  })
  rank!: number;

  @Field(() => [PillarNeedType], {
    description: 'The pillars of the line that it has not completed, in the order of the enum.',
  })
  pillars!: PillarNeedType[];

  @Field(() => Float, {
    description:
      'The points that are missing to the thresholds of these pillars together, as far as their points are known.',
  })
  missingPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of required criteria that are not met in these pillars; null for a viewer who may not see what the institution answers.',
  })
  unmetCriteria!: number | null;
}
