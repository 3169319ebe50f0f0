import { Field, ID, InputType } from 'type-graphql';
import { Pillar } from '../vocabulary/framework.enums.js';

@InputType({
  description:
    'Something to take for given: as if the update of an institution that counts for the date said so, or an approved one did where none counts.',
})
export class ProgressAssumptionInput {
  @Field(() => ID, { description: 'An institution that is counted in the unit on the date.' })
  institution!: string;

  @Field(() => [Pillar], {
    nullable: true,
    description:
      'The pillars it is about; each has to apply to the institution on the date. Left out means all that apply.',
  })
  pillars?: Pillar[] | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether they are completed; false says only that they are not, and nothing of points.',
  })
  completed!: boolean;
}
