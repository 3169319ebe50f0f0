import { Field, ID, InputType } from 'type-graphql';
import { KEY_DESCRIPTION } from '../changes/change.service.js';
import { LONGEST_URL } from '../graphql/input-check.js';
import { LONGEST_NAME } from './evidence-input.js';
import { ENDINGS } from './file-kind.js';

@InputType({ description: 'A link that backs an answer.' })
export class EvidenceLinkAddInput {
  @Field(() => ID, { description: 'The status update; it needs a draft.' })
  statusUpdate!: string;

  @Field(() => String, { description: 'The code of the criterion whose answer it backs.' })
  criterion!: string;

  @Field(() => String, {
    description: `What people call it, 1 to ${LONGEST_NAME} characters.`,
  })
  name!: string;

  @Field(() => String, {
    description: `An http or https address of at most ${LONGEST_URL} characters, without user name or password.`,
  })
  url!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A file that is going to back an answer.' })
export class EvidenceUploadStartInput {
  @Field(() => ID, { description: 'The status update; it needs a draft.' })
  statusUpdate!: string;

  @Field(() => String, { description: 'The code of the criterion whose answer it backs.' })
  criterion!: string;

  @Field(() => String, {
    description: `The name of the file without a path, 1 to ${LONGEST_NAME} characters; it ends in one of ${ENDINGS}, and the content has to be of that kind.`,
  })
  fileName!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A link or a file that does not back its answer any more.' })
export class EvidenceRemoveInput {
  @Field(() => ID, { description: 'The evidence; it has to be in a draft.' })
  evidence!: string;
}
