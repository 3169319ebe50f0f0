import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ApiKeyScope } from '../auth/api-key.js';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { EXPIRY_DAYS, LONGEST_NAME, OVERLAP_HOURS } from './api-key-input.js';

const EXPIRY = `after now and within ${EXPIRY_DAYS.most} days (five years)`;

@InputType({ description: 'A key for a program that is to read.' })
export class ApiKeyCreateInput extends KeyedInput {
  @Field(() => String, {
    description: `Whose it is and what it is for, at most ${LONGEST_NAME} characters; it need not be unique.`,
  })
  name!: string;

  @Field(() => [ApiKeyScope], { description: 'What it may be used for; one at least.' })
  scopes!: ApiKeyScope[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `When it ends, ${EXPIRY}; left out means ${EXPIRY_DAYS.usual} days from now.`,
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'Which key gets a new secret, and until when the old one is good.' })
export class ApiKeyRotateInput extends ChangeInput {
  @Field(() => Int, {
    defaultValue: OVERLAP_HOURS.usual,
    description: `For how many hours the secrets that the key has stay good, 0 (they end at once) to ${OVERLAP_HOURS.most}; never beyond the end that the key has now.`,
  })
  overlapHours!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `When the key is to end now, ${EXPIRY}; left out, its end stays. A key that has expired needs it.`,
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'Which key ends.' })
export class ApiKeyRevokeInput extends KeyedInput {
  @Field(() => ID, { description: 'The key.' })
  id!: string;
}
