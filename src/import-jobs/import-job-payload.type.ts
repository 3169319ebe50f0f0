import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import type { ImportJobData } from './import-job.queries.js';
import { ImportJobType } from './import-job.type.js';

@ObjectType({ description: 'Where a file is sent.' })
export class ImportUpload {
  @Field(() => String, {
    description:
      'A path on the hub’s own address. PUT the content of the file there as the body, without a token, before `expiresAt`. It takes one file; whoever has it can send that file. The response is 201 with the id of the job, or a code and a message.',
  })
  address!: string;

  @Field(() => GraphQLDateTime, { description: 'The moment before which the file has to begin.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'The largest size that is taken, in bytes.' })
  mostBytes!: number;
}

@ObjectType({ description: 'The result of bringing a file, or of asking for an undoing.' })
export class ImportJobStartPayload {
  @Field(() => ImportJobType, { nullable: true, description: 'The job; null when it was refused.' })
  importJob!: ImportJobData | null;

  @Field(() => ImportUpload, {
    nullable: true,
    description: 'Where the file is sent; null when its content came already, or it was refused.',
  })
  upload!: ImportUpload | null;

  @Field(() => [UserError], { description: 'The reasons why it was refused; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of changing a job.' })
export class ImportJobPayload {
  @Field(() => ImportJobType, {
    nullable: true,
    description: 'The job after the change; null when nothing was changed.',
  })
  importJob!: ImportJobData | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A column of a file.' })
export class ImportColumn {
  @Field(() => String, { description: 'The name of the column in the header.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether every file needs the column.' })
  required!: boolean;

  @Field(() => String, {
    description: 'The meaning of the column, in the language of the request.',
  })
  meaning!: string;

  @Field(() => [String], {
    description: 'All possible values; empty when they cannot be listed.',
  })
  values!: string[];
}
