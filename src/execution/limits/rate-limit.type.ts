import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('RateLimit', {
  description:
    'The points that may be spent in the current minute. They are counted per account or API key, and per network address for anonymous requests.',
})
export class RateLimitType {
  @Field(() => Int, { description: 'The number of points per minute.' })
  limit!: number;

  @Field(() => Int, { description: 'The number of points left after this request.' })
  remaining!: number;

  @Field(() => GraphQLDateTime, {
    description: 'The moment at which all points are available again.',
  })
  resetsAt!: Date;

  @Field(() => Int, {
    description:
      'The cost of this request in points: the largest number of objects that its answer can hold, by the page sizes requested; at least 1.',
  })
  cost!: number;
}
