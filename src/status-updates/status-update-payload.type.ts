import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import { StatusUpdateType } from './status-update.type.js';

@ObjectType({ description: 'An update after a mutation.' })
export class StatusUpdatePayload {
  @Field(() => StatusUpdateType, {
    nullable: true,
    description: 'The update as it is now; null when nothing was done.',
  })
  statusUpdate!: StatusUpdateType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of one update of many.' })
export class StatusUpdateApproval {
  @Field(() => ID, { description: 'The id that was given.' })
  id!: string;

  @Field(() => StatusUpdateType, {
    nullable: true,
    description: 'The update as it is now; null when it was not approved.',
  })
  statusUpdate!: StatusUpdateType | null;

  @Field(() => [UserError], { description: 'Why it was not approved; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of many updates.' })
export class StatusUpdateApproveManyPayload {
  @Field(() => [StatusUpdateApproval], {
    nullable: true,
    description: 'One for each that was given, in that order; null when none was looked at.',
  })
  results!: StatusUpdateApproval[] | null;

  @Field(() => [UserError], { description: 'Why none was looked at; empty when they were.' })
  userErrors!: UserError[];
}
