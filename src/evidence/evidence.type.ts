import { GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FileFinding } from '../file-checks/file-finding.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { EvidenceFileRow, EvidenceRow } from './evidence.queries.js';
import { VirusCheck } from './virus-check.js';

registerEnumType(FileFinding, {
  name: 'EvidenceFinding',
  description:
    'What a file of evidence holds that its reader should know of before opening it. Nothing is proven by it: forms and signed documents have such things as well.',
  valuesConfig: {
    SCRIPT: { description: 'A PDF with a script, which runs in programs that allow it.' },
    LAUNCH: { description: 'A PDF that can start a program or open another file.' },
    EMBEDDED_FILE: {
      description:
        'Another file inside, which was not looked into, such as an attachment of a PDF.',
    },
    NOT_READABLE: {
      description:
        'A part that the hub could not look into, because it is encrypted or packed in an unusual way.',
    },
    REFUSED_TODAY: {
      description:
        'Taken before such files were refused: macros, an archive inside, or too large when it is shown or unpacked.',
    },
  },
});

registerEnumType(VirusCheck, {
  name: 'VirusCheck',
  description: 'What the virus scanner of the hub says of a file.',
  valuesConfig: {
    CLEAN: { description: 'It found nothing.' },
    NOT_EXAMINED: {
      description: 'It has not examined the file yet, because it was not there; it will.',
    },
    WITHHELD: {
      description:
        'It found something harmful: the file is in quarantine, nobody can download it, and it does not count as evidence.',
    },
  },
});

@ObjectType('EvidenceFile', { description: 'The content of a file.' })
export class EvidenceFileType implements Pick<
  EvidenceFileRow,
  'sha256' | 'size' | 'mediaType' | 'findings'
> {
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

  @Field(() => [FileFinding], {
    nullable: true,
    description:
      'What a reader should know of before opening the file, in the order of the alphabet; empty when the hub found nothing. Null for a file from before 2026-12-01 that the hub has not looked into yet.',
  })
  findings!: FileFinding[] | null;
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
