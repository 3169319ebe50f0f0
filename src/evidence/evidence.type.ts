import { GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { EvidenceFileRow, EvidenceRow } from './evidence.queries.js';

@ObjectType('EvidenceFile', { description: 'The content of a file.' })
export class EvidenceFileType implements EvidenceFileRow {
  @Field(() => String, {
    description:
      'The SHA-256 of the content, in 64 hexadecimal digits: the same file has the same.',
  })
  sha256!: string;

  @Field(() => Int, { description: 'In bytes.' })
  size!: number;

  @Field(() => String, { description: 'What it is by its content, whatever its name says.' })
  mediaType!: string;
}

@ObjectType('Evidence', {
  implements: Node,
  description:
    'Minh chứng: a link or a file that backs one answer of one revision. Seen by the institution, its reviewers in duty and its planners; while the revision is a draft, by the institution alone.',
})
export class EvidenceType extends Node implements Pick<EvidenceRow, 'name' | 'url' | 'addedBy'> {
  @Field(() => String, {
    description: 'What people call it: a title, or the name that the file was sent with.',
  })
  name!: string;

  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'Where the link leads; null for a file.',
  })
  url!: string | null;

  @Field(() => EvidenceFileType, {
    nullable: true,
    description: 'What the file is; null for a link.',
  })
  file!: EvidenceFileType | null;

  @Field(() => String, { description: 'The name of the account that added it.' })
  addedBy!: string;
}

@ObjectType('EvidenceUpload', { description: 'A file that may be sent now.' })
export class EvidenceUploadType {
  @Field(() => String, {
    description:
      'Where to PUT the content of the file, as the body and without a token: a path on the hub’s own address. Good for one file; whoever has it can send that file. A transfer that breaks off may begin again. It answers 201 with the id of the evidence, or a code and a message.',
  })
  address!: string;

  @Field(() => GraphQLDateTime, { description: 'The transfer has to begin before.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'The most bytes that are taken.' })
  mostBytes!: number;
}

@ObjectType({ description: 'A link that was added.' })
export class EvidenceLinkAddPayload {
  @Field(() => EvidenceType, { nullable: true, description: 'The link; null when it was refused.' })
  evidence!: EvidenceType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A file that may be sent.' })
export class EvidenceUploadStartPayload {
  @Field(() => EvidenceUploadType, {
    nullable: true,
    description: 'How to send it; null when it was refused.',
  })
  upload!: EvidenceUploadType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Evidence that was removed.' })
export class EvidenceRemovePayload {
  @Field(() => ID, {
    nullable: true,
    description: 'The id that it had; null when it was not removed.',
  })
  removed!: string | null;

  @Field(() => [UserError], { description: 'Why it was not; empty when it was.' })
  userErrors!: UserError[];
}
