import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('RateLimit', {
  description:
    'What may still be asked in the running minute. It is counted for the account or API key, or for the network address of anonymous requests.',
})
export class RateLimitType {
  @Field(() => Int, { description: 'How many points there are a minute.' })
  limit!: number;

  @Field(() => Int, { description: 'How many of them are left after this request.' })
  remaining!: number;

  @Field(() => GraphQLDateTime, { description: 'When all of them are there again.' })
  resetsAt!: Date;

  @Field(() => Int, {
    description:
      'What this request costs: how many objects its answer may hold at most, by the page sizes asked for, and at least 1.',
  })
  cost!: number;
}
