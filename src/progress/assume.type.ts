import { Field, ObjectType } from 'type-graphql';
import type { AssumptionRow } from './assume.js';

@ObjectType('ProgressAssumption', {
  description: 'An assumption of a hypothetical report, as it was requested.',
})
export class ProgressAssumptionType implements Omit<AssumptionRow, 'institutionId' | 'indicators'> {
  @Field(() => Boolean, { description: 'Whether they are assumed to be completed.' })
  completed!: boolean;
}
