import { Field, ObjectType } from 'type-graphql';
import { Pillar } from '../vocabulary/framework.enums.js';
import type { AssumptionRow } from './assume.js';

@ObjectType('ProgressAssumption', {
  description: 'Something that a hypothetical report takes for given, as it was asked for.',
})
export class ProgressAssumptionType implements Omit<AssumptionRow, 'institutionId'> {
  @Field(() => [Pillar], {
    description: 'The pillars it is about; all that apply where none were named.',
  })
  pillars!: Pillar[];

  @Field(() => Boolean, { description: 'Whether they are taken for completed.' })
  completed!: boolean;
}
