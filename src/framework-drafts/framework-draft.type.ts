import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { FrameworkOutline } from '../frameworks/framework-outline.js';
import { FrameworkOutlineType } from '../frameworks/framework-outline.type.js';
import type { FrameworkRow } from '../frameworks/framework.queries.js';
import { FrameworkType } from '../frameworks/framework.type.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { FrameworkImportOutcome } from '../vocabulary/framework.enums.js';
import type { FrameworkDraftRow } from './framework-draft.queries.js';
import type { ToldProblem } from './told-problem.js';

registerEnumType(FrameworkImportOutcome, {
  name: 'FrameworkImportOutcome',
  description: 'What the import of a framework does.',
  valuesConfig: {
    CREATED: { description: 'A draft is stored.' },
    REPLACED: { description: 'The draft of this version is replaced.' },
    UNCHANGED: { description: 'The draft, or the published version, says the same already.' },
  },
});

@ObjectType('FrameworkDraft', {
  implements: Node,
  description:
    'Bản thảo bộ tiêu chí: a framework before it is published. Planners and operators see drafts, nobody else.',
})
export class FrameworkDraftType
  extends Node
  implements Pick<FrameworkDraftRow, 'code' | 'frameworkVersion' | 'storedBy' | 'version'>
{
  @Field(() => String, { description: 'The code, the same in all versions of the framework.' })
  code!: string;

  @Field(() => Int, { description: 'The number of the version of the framework.' })
  frameworkVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The name of who stored it last; null for the command line.',
  })
  storedBy!: string | null;

  @Field(() => Int, {
    description:
      'The number of times that it was stored. Mutations require the version that the client has read.',
  })
  version!: number;
}

@ObjectType({
  description: 'Something that keeps a framework from being stored or published, with its place.',
})
export class FrameworkProblem implements ToldProblem {
  @Field(() => String, {
    description:
      'The place in the JSON form, such as `criteria.3.points`; empty when the whole is concerned.',
  })
  path!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook; null for a JSON file, and for a whole workbook.',
  })
  sheet!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The row as a spreadsheet shows it; null when the whole sheet is concerned.',
  })
  row!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The letters of the column; null when the whole row is concerned.',
  })
  column!: string | null;

  @Field(() => String, { description: 'A stable code, documented in docs/errors.md.' })
  code!: string;

  @Field(() => String, {
    description: 'What was found and what to do, in the language of the request.',
  })
  message!: string;
}

@ObjectType({ description: 'The result of importing, or previewing, the file of a framework.' })
export class FrameworkImportPayload {
  @Field(() => FrameworkImportOutcome, {
    nullable: true,
    description: 'What the import does, or would do; null when the file was refused.',
  })
  outcome!: FrameworkImportOutcome | null;

  @Field(() => FrameworkDraftType, {
    nullable: true,
    description:
      'The draft of this version; null when the file was refused, when it is published as it is, and in a preview of a new draft.',
  })
  draft!: FrameworkDraftRow | null;

  @Field(() => FrameworkType, {
    nullable: true,
    description: 'The published version that says the same; null when there is none.',
  })
  framework!: FrameworkRow | null;

  @Field(() => FrameworkOutlineType, {
    nullable: true,
    description: 'What the file asks of whom; null when it was refused.',
  })
  outline!: FrameworkOutline | null;

  @Field(() => [FrameworkProblem], {
    description:
      'All problems. With a user error they are why nothing was stored; without, what keeps the stored draft from being published.',
  })
  problems!: FrameworkProblem[];

  @Field(() => [UserError], {
    description:
      'The reasons why nothing was stored; empty on success. For FRAMEWORK_REFUSED, problems has the details.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of publishing or retiring a framework.' })
export class FrameworkPayload {
  @Field(() => FrameworkType, {
    nullable: true,
    description: 'The framework; null when nothing was changed.',
  })
  framework!: FrameworkRow | null;

  @Field(() => [FrameworkProblem], {
    description: 'What keeps a draft from being published; empty otherwise.',
  })
  problems!: FrameworkProblem[];

  @Field(() => [UserError], {
    description:
      'The reasons why nothing was changed; empty on success. For FRAMEWORK_REFUSED, problems has the details.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of discarding a draft.' })
export class FrameworkDraftDiscardPayload {
  @Field(() => Boolean, { description: 'Whether the draft is gone.' })
  discarded!: boolean;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
