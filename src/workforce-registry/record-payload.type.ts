import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import type { RecordRow } from './record.queries.js';
import { WorkforceRecordType } from './record.type.js';

@ObjectType({ description: 'The result of changing a record.' })
export class WorkforceRecordPayload {
  @Field(() => WorkforceRecordType, {
    nullable: true,
    description: 'The record after the change; null when nothing was changed.',
  })
  workforceRecord!: RecordRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
