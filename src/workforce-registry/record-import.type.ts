import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { severalObjects } from '../graphql/answer-size.js';
import { KeyedInput } from '../graphql/change-input.js';
import { FileColumn, FileProblem } from '../graphql/file-parts.js';
import { UserError } from '../graphql/user-error.js';
import type { LocalDate } from '../shared/dates.js';
import { ImportOutcome, type ColumnChange } from '../vocabulary/imported-row.js';
import {
  MOST_PROBLEMS,
  MOST_ROWS,
  type WorkforceImported,
  type WorkforceImportedRow,
} from './record-import.service.js';
import { Audience, RecordKind, Tier } from './workforce.enums.js';

/** For the cost: most files have no more rows. */
export const ROWS_EXPECTED = 100;

registerEnumType(ImportOutcome, {
  name: 'WorkforceImportOutcome',
  description: 'The effect of a row of a file on the registry.',
  valuesConfig: {
    CREATED: { description: 'The row creates a record.' },
    UPDATED: {
      description: 'The row adds a version to the record with the same subject and first day.',
    },
    UNCHANGED: { description: 'The record has the same content already.' },
  },
});

@InputType({ description: 'A file of counts to import.' })
export class WorkforceImportInput extends KeyedInput {
  @Field(() => String, {
    description: `The CSV text with a header, separated by , or ; and with at most ${MOST_ROWS} rows, within the size limit of a request (docs/limits.md). workforceImportTemplate lists the columns.`,
  })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the file, for the list of imports and the audit trail; null when there is none.',
  })
  fileName?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: the answer shows what would change, and nothing is written. False: the file is imported.',
  })
  dryRun!: boolean;
}

@ObjectType({
  description: 'The change of a column by a row, with values as the file writes them.',
})
export class WorkforceImportChange implements ColumnChange {
  @Field(() => String, { description: 'The name of the column.' })
  column!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The value in the record before; null for a new record, and when there was no value.',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The value in the file, or the default of an empty column; null when there is no value, as of a column that the file empties.',
  })
  after!: string | null;
}

@ObjectType({ description: 'A row of a file, with its effect on the registry.' })
export class WorkforceImportRow implements Omit<WorkforceImportedRow, 'unitId'> {
  @Field(() => Int, {
    description: 'The number of the row as a spreadsheet shows it; the header is row 1.',
  })
  row!: number;

  @Field(() => ImportOutcome, { description: 'The effect of the row.' })
  outcome!: ImportOutcome;

  @Field(() => RecordKind, { description: 'The kind of the record.' })
  kind!: RecordKind;

  @Field(() => Tier, {
    nullable: true,
    description: 'The level that is counted; null under the same conditions as in WorkforceRecord.',
  })
  tier!: Tier | null;

  @Field(() => Audience, {
    nullable: true,
    description:
      'The audience that is counted; null under the same conditions as in WorkforceRecord.',
  })
  audience!: Audience | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The agency that is counted; null under the same conditions as in WorkforceRecord.',
  })
  agency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The topic that was taught; null under the same conditions as in WorkforceRecord.',
  })
  topic!: string | null;

  @Field(() => GraphQLLocalDate, { description: 'The first day of the record.' })
  validFrom!: LocalDate;

  @Field(() => [WorkforceImportChange], {
    description:
      'The columns that change the record; a column that the file leaves out changes nothing. For a new record, all columns with a value except its unit, subject and first day. Empty when nothing changes.',
  })
  changes!: WorkforceImportChange[];
}

@ObjectType({
  description: 'The effect of a file on the registry, or the effect that it would have.',
})
export class WorkforceImport implements Omit<WorkforceImported, 'rows'> {
  @Field(() => Boolean, { description: 'Whether this was a preview, so that nothing was written.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'The number of rows that create a record.' })
  created!: number;

  @Field(() => Int, { description: 'The number of rows that add a version to a record.' })
  updated!: number;

  @Field(() => Int, { description: 'The number of rows whose content is recorded already.' })
  unchanged!: number;

  @Field(() => [WorkforceImportRow], {
    complexity: ({ childComplexity }) => severalObjects(ROWS_EXPECTED, childComplexity),
    description: `All rows of the file, in its order; at most ${MOST_ROWS}.`,
  })
  rows!: WorkforceImportRow[];
}

@ObjectType({ description: 'What was found in a file, with its place.' })
export class WorkforceImportProblem extends FileProblem {}

@ObjectType({ description: 'The result of importing or previewing a file of counts.' })
export class WorkforceImportPayload {
  @Field(() => WorkforceImport, {
    nullable: true,
    description: 'The effect of the file; null when the file was refused and nothing was written.',
  })
  workforceImport!: WorkforceImport | null;

  @Field(() => [WorkforceImportProblem], {
    description: `The problems in the file, by row, at most the first ${MOST_PROBLEMS}. The user error IMPORT_REFUSED gives their total number. If there is any problem, nothing is written.`,
  })
  problems!: WorkforceImportProblem[];

  @Field(() => [WorkforceImportProblem], {
    description:
      'What its author should know of a file that was imported or previewed, such as titles above the header that were skipped. Empty when there is nothing, or when the file was refused.',
  })
  findings!: WorkforceImportProblem[];

  @Field(() => [UserError], {
    description:
      'The reasons why the file was refused; empty on success. For IMPORT_REFUSED, problems has the details.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A column of a file of counts.' })
export class WorkforceImportColumn extends FileColumn {
  @Field(() => Boolean, {
    description:
      'Whether every row needs a value. A file for recorded subjects may leave out the column source all the same.',
  })
  required!: boolean;
}

@ObjectType({ description: 'A template for a file of counts.' })
export class WorkforceImportTemplate {
  @Field(() => String, { description: 'The header and one example row, as CSV.' })
  content!: string;

  @Field(() => [WorkforceImportColumn], {
    description: 'The columns with their meaning, in order.',
  })
  columns!: WorkforceImportColumn[];
}
