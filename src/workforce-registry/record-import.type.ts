import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { UserError } from '../graphql/user-error.js';
import type { LocalDate } from '../shared/dates.js';
import type { ColumnChange } from './column-changes.js';
import {
  MOST_PROBLEMS,
  MOST_ROWS,
  type Imported,
  type ImportedRow,
} from './record-import.service.js';
import { Audience, ImportOutcome, RecordKind, Tier } from './workforce.enums.js';

/** For the cost: most files are no longer. */
export const ROWS_EXPECTED = 100;

registerEnumType(ImportOutcome, {
  name: 'WorkforceImportOutcome',
  description: 'What a row of a file does to the registry.',
  valuesConfig: {
    CREATED: { description: 'It makes a record.' },
    UPDATED: { description: 'It adds a version to the record of its subject and first day.' },
    UNCHANGED: { description: 'The record says so already.' },
  },
});

@InputType({ description: 'A file of counts.' })
export class WorkforceImportInput extends KeyedInput {
  @Field(() => String, {
    description: `The CSV text with a header, separated by , or ; and at most ${MOST_ROWS} rows, as far as the request’s bound in bytes allows (docs/limits.md); workforceImportTemplate tells the columns.`,
  })
  content!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Only tells what would change, and changes nothing; false imports.',
  })
  dryRun!: boolean;
}

@ObjectType({ description: 'What a column of a row says before and after, as the file writes it.' })
export class WorkforceImportChange implements ColumnChange {
  @Field(() => String, { description: 'The column.' })
  column!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the record said; null for a new one, and where it said nothing.',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the file says, or what an empty column stands for; null where that is nothing.',
  })
  after!: string | null;
}

@ObjectType({ description: 'What a row of a file does to the registry.' })
export class WorkforceImportRow implements Omit<ImportedRow, 'unitId'> {
  @Field(() => Int, { description: 'The row as a spreadsheet numbers it; the header is 1.' })
  row!: number;

  @Field(() => ImportOutcome, { description: 'What it does.' })
  outcome!: ImportOutcome;

  @Field(() => RecordKind, { description: 'What is counted.' })
  kind!: RecordKind;

  @Field(() => Tier, { nullable: true, description: 'On which level; null as in a record.' })
  tier!: Tier | null;

  @Field(() => Audience, { nullable: true, description: 'Of whom; null as in a record.' })
  audience!: Audience | null;

  @Field(() => String, { nullable: true, description: 'Of which agency; null as in a record.' })
  agency!: string | null;

  @Field(() => String, { nullable: true, description: 'What was taught; null as in a record.' })
  topic!: string | null;

  @Field(() => GraphQLLocalDate, { description: 'The first day of the record.' })
  validFrom!: LocalDate;

  @Field(() => [WorkforceImportChange], {
    description:
      'The columns in which the record becomes another, of a new one all that say something beside its unit, subject and first day; empty when nothing changes.',
  })
  changes!: WorkforceImportChange[];
}

@ObjectType({ description: 'What a file did to the registry, or would do.' })
export class WorkforceImport implements Omit<Imported, 'rows'> {
  @Field(() => Boolean, { description: 'Whether nothing was written.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'How many rows make a record.' })
  created!: number;

  @Field(() => Int, { description: 'How many rows add a version to a record.' })
  updated!: number;

  @Field(() => Int, { description: 'How many rows say what is recorded already.' })
  unchanged!: number;

  @Field(() => [WorkforceImportRow], {
    complexity: ({ childComplexity }) => ROWS_EXPECTED * (1 + childComplexity),
    description: `Every row of the file, in its order: at most ${MOST_ROWS}.`,
  })
  rows!: WorkforceImportRow[];
}

@ObjectType({ description: 'Something that is wrong in a file.' })
export class WorkforceImportProblem {
  @Field(() => Int, { description: 'The row as a spreadsheet numbers it; the header is 1.' })
  row!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The column; null when it is about the whole row or file.',
  })
  column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What stands there; null when nothing does.',
  })
  value!: string | null;

  @Field(() => String, { description: 'Stable and documented in docs/errors.md.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, in the language asked for.' })
  message!: string;
}

@ObjectType({ description: 'A file of counts after it was imported, previewed or refused.' })
export class WorkforceImportPayload {
  @Field(() => WorkforceImport, {
    nullable: true,
    description: 'What the file did or would do; null when it was refused: nothing was written.',
  })
  workforceImport!: WorkforceImport | null;

  @Field(() => [WorkforceImportProblem], {
    description: `What is wrong in the file, by row, the first ${MOST_PROBLEMS} of it; the user error IMPORT_REFUSED says how many there are. With any problem nothing is written.`,
  })
  problems!: WorkforceImportProblem[];

  @Field(() => [UserError], {
    description:
      'Why the file was refused; empty when it was not. IMPORT_REFUSED: problems says why.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A column of a file of counts.' })
export class WorkforceImportColumn {
  @Field(() => String, { description: 'Its name in the header.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether every row needs it.' })
  required!: boolean;

  @Field(() => String, { description: 'What it means, in the language asked for.' })
  meaning!: string;

  @Field(() => [String], {
    description: 'All values that it takes; empty where they cannot be listed.',
  })
  values!: string[];
}

@ObjectType({ description: 'What a file of counts starts from.' })
export class WorkforceImportTemplate {
  @Field(() => String, { description: 'The header and one example row, as CSV.' })
  content!: string;

  @Field(() => [WorkforceImportColumn], { description: 'What each column means, in their order.' })
  columns!: WorkforceImportColumn[];
}
