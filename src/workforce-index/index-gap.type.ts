import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { GapKind } from './gaps.js';

registerEnumType(GapKind, {
  name: 'IndexGapKind',
  description: 'The reason why points are missing.',
  valuesConfig: {
    NOT_COUNTED: {
      description:
        'The input was not counted. A count may bring any number of points up to mostPoints.',
    },
    EXPIRED: { description: 'The input was counted, but the count has expired.' },
    NOT_DONE: {
      description:
        'The input was counted, and it shows that the work is not done, or not completely.',
    },
    NOT_REPORTED: { description: 'The institution has no approved report.' },
    IN_REVIEW: { description: 'The institution submitted a report, and there is no decision yet.' },
    RETURNED: { description: 'The report of the institution was returned.' },
  },
});

@ObjectType('IndexCure', { description: 'A count that would close a gap.' })
export class IndexCureType {
  @Field(() => String, { description: 'The input that must be counted or must increase.' })
  input!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The value with which closing the gap would bring the most points; null when withheld.',
  })
  value!: number | null;
}

@ObjectType('IndexGap', {
  description:
    'A reason for missing points, with what is missing, how many points it would bring and who must act.',
})
export class IndexGapType {
  @Field(() => String, {
    description: 'The key of the gap, with which an assumption refers to it.',
  })
  key!: string;

  @Field(() => GapKind, { description: 'The reason why points are missing.' })
  kind!: GapKind;

  @Field(() => [String], { description: 'The codes of the components that lack the points.' })
  components!: string[];

  @Field(() => Int, {
    description:
      'The rank of the gap, by the most points that closing it brings and then by the least. Gaps with equal points share a rank, and the next rank is skipped; they are listed in the order of the components, then by the names of the institutions.',
  })
  rank!: number;

  @Field(() => Boolean, { description: 'Whether other gaps share the rank.' })
  tied!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'The least number of points that closing the gap brings, found by calculating the index again. 0 when the real value is not known. Null when withheld.',
  })
  leastPoints!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The largest number of points that closing the gap brings, found by calculating the index again with the cure. The points of several gaps cannot simply be added. Null when withheld.',
  })
  mostPoints!: number | null;

  @Field(() => [IndexCureType], {
    description: 'The counts that would close the gap; empty when an institution must act.',
  })
  cure!: IndexCureType[];
}
export const IndexGapConnection = connectionType(() => IndexGapType, 'IndexGap');

@InputType({
  description:
    'An assumption. Give exactly one of these: a gap, an input with its value, or an institution.',
})
export class IndexAssumption {
  @Field(() => String, {
    nullable: true,
    description: 'The key of a gap of the same index, which is assumed to be closed.',
  })
  gap?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of an input that is not a sum.' })
  input?: string | null;

  @Field(() => Int, { nullable: true, description: 'The assumed value of the input, at least 0.' })
  value?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of an institution of the unit, which is assumed to have completed all four pillars.',
  })
  institution?: string | null;
}
