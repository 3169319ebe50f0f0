import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';

@InputType({ description: 'The file of a framework to import.' })
export class FrameworkImportInput extends KeyedInput {
  @Field(() => String, {
    description:
      'The text of the JSON file, or an XLSX workbook in Base64, within the size limit of a request (docs/limits.md). docs/frameworks.md explains both.',
  })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the file: one that ends in .xlsx is a workbook, any other JSON.',
  })
  fileName?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: the answer shows what would be stored, and nothing is written. False: the draft is stored.',
  })
  dryRun!: boolean;
}

@InputType({ description: 'A draft to publish.' })
export class FrameworkPublishInput extends ChangeInput {}

@InputType({ description: 'A draft to discard.' })
export class FrameworkDraftDiscardInput extends ChangeInput {}

@InputType({ description: 'A framework to retire.' })
export class FrameworkRetireInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the framework.' })
  id!: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'The last day on which it is in force, from today on, and not after the last day that it has.',
  })
  lastDay!: string;
}
