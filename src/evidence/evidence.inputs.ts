import { Field, ID, InputType } from 'type-graphql';
import { KEY_DESCRIPTION } from '../changes/change.service.js';
import { LONGEST_URL } from '../graphql/input-check.js';
import { LONGEST_NAME } from './evidence-input.js';
import { ENDINGS } from './file-kind.js';

@InputType({ description: 'A link to add as evidence for an answer.' })
export class EvidenceLinkAddInput {
  @Field(() => ID, { description: 'The id of the status update, which must have a draft.' })
  statusUpdate!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the question whose answer the evidence supports; it or `criterion` is required.',
  })
  question?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the criterion, where only one framework of the round has it; otherwise name the question.',
  })
  criterion?: string | null;

  @Field(() => String, {
    description: `A name for people to read, 1 to ${LONGEST_NAME} characters.`,
  })
  name!: string;

  @Field(() => String, {
    description: `An http or https address of at most ${LONGEST_URL} characters, without user name and password.`,
  })
  url!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A file to upload as evidence for an answer.' })
export class EvidenceUploadStartInput {
  @Field(() => ID, { description: 'The id of the status update, which must have a draft.' })
  statusUpdate!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the question whose answer the evidence supports; it or `criterion` is required.',
  })
  question?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the criterion, where only one framework of the round has it; otherwise name the question.',
  })
  criterion?: string | null;

  @Field(() => String, {
    description: `The name of the file without a path, 1 to ${LONGEST_NAME} characters. It must end in one of ${ENDINGS}, and the content must be of that type.`,
  })
  fileName!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Evidence to remove from a draft.' })
export class EvidenceRemoveInput {
  @Field(() => ID, { description: 'The id of the evidence, which must be in a draft.' })
  evidence!: string;
}
