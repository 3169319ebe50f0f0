import { GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { EvidenceFileRow, EvidenceRow } from './evidence.queries.js';

@ObjectType('EvidenceFile', { description: 'The content of a file.' })
export class EvidenceFileType implements EvidenceFileRow {
  @Field(() => String, {
    description:
      'The SHA-256 hash of the content, in 64 hexadecimal digits. Files with the same content have the same hash.',
  })
  sha256!: string;

  @Field(() => Int, { description: 'The size of the file in bytes.' })
  size!: number;

  @Field(() => String, {
    description: 'The media type, detected from the content and not from the name.',
  })
  mediaType!: string;
}

@ObjectType('Evidence', {
  implements: Node,
  description:
    'Minh chứng: a link or a file that supports one answer of one revision. Visible to the institution, the reviewers responsible for it and its planners; while the revision is a draft, to the institution alone.',
})
export class EvidenceType extends Node implements Pick<EvidenceRow, 'name' | 'url' | 'addedBy'> {
  @Field(() => String, {
    description:
      'A name for people to read: a title, or the name with which the file was uploaded.',
  })
  name!: string;

  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'The address of the link; null for a file.',
  })
  url!: string | null;

  @Field(() => EvidenceFileType, {
    nullable: true,
    description: 'The content of the file; null for a link.',
  })
  file!: EvidenceFileType | null;

  @Field(() => String, { description: 'The name of the account that added the evidence.' })
  addedBy!: string;
}

@ObjectType('EvidenceUpload', { description: 'The permission to upload one file.' })
export class EvidenceUploadType {
  @Field(() => String, {
    description:
      'The address for the upload: a path on the hub’s own address. PUT the content of the file there as the body, without a token. It is valid for one file; anyone who has the address can upload that file. An interrupted upload may be started again. The response is 201 with the id of the evidence, or a code and a message.',
  })
  address!: string;

  @Field(() => GraphQLDateTime, { description: 'The moment before which the upload must begin.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'The largest size that is accepted, in bytes.' })
  mostBytes!: number;
}

@ObjectType({ description: 'The result of adding a link.' })
export class EvidenceLinkAddPayload {
  @Field(() => EvidenceType, {
    nullable: true,
    description: 'The new evidence; null when it was refused.',
  })
  evidence!: EvidenceRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why the link was refused; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of asking for an upload.' })
export class EvidenceUploadStartPayload {
  @Field(() => EvidenceUploadType, {
    nullable: true,
    description: 'The permission to upload; null when it was refused.',
  })
  upload!: EvidenceUploadType | null;

  @Field(() => [UserError], {
    description: 'The reasons why the upload was refused; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of removing evidence.' })
export class EvidenceRemovePayload {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the removed evidence; null when nothing was removed.',
  })
  removed!: string | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was removed; empty on success.',
  })
  userErrors!: UserError[];
}
