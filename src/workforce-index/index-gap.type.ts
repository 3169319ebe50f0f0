import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { GapKind } from './gaps.js';

registerEnumType(GapKind, {
  name: 'IndexGapKind',
  description: 'Why points are missing.',
  valuesConfig: {
    NOT_COUNTED: { description: 'Nobody has counted; counting may bring anything up to the most.' },
    EXPIRED: { description: 'It was counted once, and the count is good no longer.' },
    NOT_DONE: { description: 'It was counted, and is not done, or not all of it.' },
    NOT_REPORTED: { description: 'The institution has no approved report.' },
    IN_REVIEW: { description: 'The institution reported; nobody has decided.' },
    RETURNED: { description: 'The report of the institution was returned.' },
  },
});

@ObjectType('IndexCure', { description: 'A count that would close a gap.' })
export class IndexCureType {
  @Field(() => String, { description: 'The input that has to be counted, or to grow.' })
  input!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The value with which the gap would bring the most; null where withheld.',
  })
  value!: number | null;
}

@ObjectType('IndexGap', {
  description:
    'Something that keeps points away: what is missing, what it would bring, who must act.',
})
export class IndexGapType {
  @Field(() => String, { description: 'Tells gaps apart; an assumption names it so.' })
  key!: string;

  @Field(() => GapKind, { description: 'Why points are missing.' })
  kind!: GapKind;

  @Field(() => [String], { description: 'The codes of the components that it keeps short.' })
  components!: string[];

  @Field(() => Int, {
    description:
      'Its place, by the most and then the least it brings. Gaps that bring the same share a place, the next is skipped; among them the order is that of the components, then of the institutions’ names.',
  })
  rank!: number;

  @Field(() => Boolean, { description: 'Whether other gaps share its place.' })
  tied!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points that closing it brings at the least, by scoring again: 0 where the true value is not known. Null when withheld.',
  })
  leastPoints!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points that it brings at the most, by scoring again with the cure; points of several gaps do not simply add up. Null when withheld.',
  })
  mostPoints!: number | null;

  @Field(() => [IndexCureType], {
    description: 'The counts that would close it; empty where an institution has to act.',
  })
  cure!: IndexCureType[];
}
export const IndexGapConnection = connectionType(() => IndexGapType, 'IndexGap');

@InputType({
  description:
    'Something to be taken for true: one of a gap, an input with its value, or an institution.',
})
export class IndexAssumption {
  @Field(() => String, {
    nullable: true,
    description: 'The key of a gap of the same index: as if it were closed.',
  })
  gap?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of an input that is no sum.' })
  input?: string | null;

  @Field(() => Int, { nullable: true, description: 'The value of that input, from 0.' })
  value?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An institution of the unit: as if it had completed all four pillars.',
  })
  institution?: string | null;
}
