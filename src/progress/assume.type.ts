import { Field, ObjectType } from 'type-graphql';
import { Pillar } from '../vocabulary/framework.enums.js';
import type { AssumptionRow } from './assume.js';

@ObjectType('ProgressAssumption', {
  description: 'An assumption of a hypothetical report, as it was requested.',
})
export class ProgressAssumptionType implements Omit<AssumptionRow, 'institutionId'> {
  @Field(() => [Pillar], {
    description: 'The pillars concerned; if the request named none, all that apply.',
  })
  pillars!: Pillar[];

  @Field(() => Boolean, { description: 'Whether the pillars are assumed to be completed.' })
  completed!: boolean;
}
