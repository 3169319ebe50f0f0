import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import type { LocalDate } from '../shared/dates.js';
import { ImportKind } from '../vocabulary/imported-row.js';
import { ImportAnswer } from './import-job.enums.js';

@InputType({ description: 'A file to bring in.' })
export class ImportJobStartInput extends KeyedInput {
  @Field(() => ImportKind, { description: 'What the file describes.' })
  kind!: ImportKind;

  @Field(() => String, {
    description:
      'The name of the file, at most 200 characters; one that ends in .xlsx is a workbook.',
  })
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The text of the file, or a workbook in Base64, within the size limit of a request (docs/limits.md). Left out or null, the answer gives an address to which the file is sent.',
  })
  content?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'For institutions: the day of what differs in rows without a day of their own. Null: such rows are corrections.',
  })
  from?: LocalDate | null;
}

@InputType({ description: 'An import to undo.' })
export class ImportJobUndoInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the import.' })
  importRun!: string;
}

@InputType({ description: 'The answer to what is asked about a row.' })
export class ImportRowAnswer {
  @Field(() => Int, { description: 'The number of the row; the header is row 1.' })
  row!: number;

  @Field(() => ImportAnswer, { description: 'The answer.' })
  answer!: ImportAnswer;
}

@InputType({ description: 'Answers to what is asked about the rows of a file.' })
export class ImportJobAnswerInput extends ChangeInput {
  @Field(() => [ImportRowAnswer], {
    defaultValue: [],
    description: 'The answers to single rows, at most 250. Empty: the file is only checked again.',
  })
  answers!: ImportRowAnswer[];

  @Field(() => ImportAnswer, {
    nullable: true,
    description:
      'The answer to all other questions that are open; null leaves them open. SAME answers those that name what they look like.',
  })
  others?: ImportAnswer | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: all that was answered before is forgotten.',
  })
  afresh!: boolean;
}

@InputType({ description: 'A file to save.' })
export class ImportJobSaveInput extends ChangeInput {}

@InputType({ description: 'A file to discard.' })
export class ImportJobDiscardInput extends ChangeInput {}
