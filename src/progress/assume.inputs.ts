import { Field, ID, InputType } from 'type-graphql';
import { Pillar } from '../vocabulary/framework.enums.js';

@InputType({
  description:
    'An assumption about an institution. It changes the update of the institution that counts on the date; if none counts, it stands for an approved update.',
})
export class ProgressAssumptionInput {
  @Field(() => ID, {
    description: 'The id of an institution that is counted in the unit on the date.',
  })
  institution!: string;

  @Field(() => [Pillar], {
    nullable: true,
    description:
      'The pillars concerned. Each must apply to the institution on the date. Left out means all pillars that apply, unless `indicators` names others.',
  })
  pillars?: Pillar[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The codes of further indicators. Each must apply to the institution on the date; one that is made of others stands for all its parts that apply.',
  })
  indicators?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether they are completed. False assumes only that they are not; it says nothing about points.',
  })
  completed!: boolean;
}
