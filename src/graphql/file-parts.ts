import { Field, Int, ObjectType } from 'type-graphql';

/** What was found in a file that somebody imports, with its place. */
@ObjectType()
export abstract class FileProblem {
  @Field(() => Int, {
    description: 'The number of the row as a spreadsheet shows it; the header is row 1.',
  })
  row!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The column; null when the whole row or file is concerned.',
  })
  column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value in the file; null when there is none.',
  })
  value!: string | null;

  @Field(() => String, { description: 'A stable code, documented in docs/errors.md.' })
  code!: string;

  @Field(() => String, {
    description: 'What was found and what to do, in the language of the request.',
  })
  message!: string;
}

/** A column that such a file may have. */
@ObjectType()
export abstract class FileColumn {
  @Field(() => String, { description: 'The name of the column in the header.' })
  name!: string;

  @Field(() => String, {
    description: 'The meaning of the column, in the language of the request.',
  })
  meaning!: string;

  @Field(() => [String], {
    description: 'All possible values; empty when they cannot be listed.',
  })
  values!: readonly string[];
}
