import { Field, ID, ObjectType } from 'type-graphql';
import type { ReviewClaim } from './review-claim.js';

@ObjectType('ReviewClaim', {
  description:
    'That a reviewer has taken the review of a submitted update. Others may read it; only who has it decides. It ends with a decision, a withdrawal, when it is put back or handed over, when its account is disabled or loses the duty, and after a day in which its account did not use the hub.',
})
export class ReviewClaimType implements Pick<ReviewClaim, 'by'> {
  @Field(() => String, { description: 'The name of the account that has it.' })
  by!: string;
}

@ObjectType('Reviewer', { description: 'An account that may decide on an update today.' })
export class ReviewerType {
  @Field(() => ID, { description: 'The id of the account, for `statusUpdateHandOver`.' })
  id!: string;

  @Field(() => String, { description: 'The name of the account.' })
  name!: string;
}
