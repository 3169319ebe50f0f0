import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ApiKeyScope } from '../auth/api-key.js';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { EXPIRY_DAYS, LONGEST_NAME, OVERLAP_HOURS } from './api-key-input.js';

const EXPIRY = `after now and within ${EXPIRY_DAYS.most} days (five years)`;

@InputType({ description: 'A new API key.' })
export class ApiKeyCreateInput extends KeyedInput {
  @Field(() => String, {
    description: `The owner and the purpose of the key, at most ${LONGEST_NAME} characters. It need not be unique.`,
  })
  name!: string;

  @Field(() => [ApiKeyScope], { description: 'The scopes of the key; at least one.' })
  scopes!: ApiKeyScope[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `When the key expires, ${EXPIRY}; left out means ${EXPIRY_DAYS.usual} days from now.`,
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'An API key to give a new secret.' })
export class ApiKeyRotateInput extends ChangeInput {
  @Field(() => Int, {
    defaultValue: OVERLAP_HOURS.usual,
    description: `How many hours the present secrets stay valid: from 0, which ends them at once, to ${OVERLAP_HOURS.most}. They never outlive the present expiry of the key.`,
  })
  overlapHours!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `The new expiry of the key, ${EXPIRY}; left out, the expiry stays. Required for a key that has expired.`,
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'An API key to revoke.' })
export class ApiKeyRevokeInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the key.' })
  id!: string;
}
