import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import type { StatusUpdateRow } from './status-update.queries.js';
import { StatusUpdateType } from './status-update.type.js';

@ObjectType({ description: 'The result of changing a status update.' })
export class StatusUpdatePayload {
  @Field(() => StatusUpdateType, {
    nullable: true,
    description: 'The update after the change; null when nothing was changed.',
  })
  statusUpdate!: StatusUpdateRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of approving one of many updates.' })
export class StatusUpdateApproval {
  @Field(() => ID, { description: 'The id of the update, as in the request.' })
  id!: string;

  @Field(() => StatusUpdateType, {
    nullable: true,
    description: 'The update after the approval; null when it was refused.',
  })
  statusUpdate!: StatusUpdateRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why the approval was refused; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of approving many updates.' })
export class StatusUpdateApproveManyPayload {
  @Field(() => [StatusUpdateApproval], {
    nullable: true,
    description:
      'One result for each requested update, in the order of the request; null when the whole request was refused.',
  })
  results!: StatusUpdateApproval[] | null;

  @Field(() => [UserError], {
    description:
      'The reasons why the whole request was refused; empty when each update was decided on its own.',
  })
  userErrors!: UserError[];
}
