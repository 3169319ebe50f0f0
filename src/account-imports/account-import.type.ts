import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Role } from '../accounts/account.enums.js';
import { severalObjects } from '../graphql/answer-size.js';
import { KeyedInput } from '../graphql/change-input.js';
import { FileColumn, FileProblem } from '../graphql/file-parts.js';
import { UserError } from '../graphql/user-error.js';
import { AccountInvitation } from '../invitations/invitation.type.js';
import type { LocalDate } from '../shared/dates.js';
import { ImportOutcome } from '../vocabulary/imported-row.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { AccountColumn } from './account-columns.js';
import { InvitationWay } from './account-import.enums.js';
import { MOST_ROWS } from './account-import.service.js';
import type { PlannedRow } from './account-plan.js';

/** For the cost: most files have no more rows. */
export const ROWS_EXPECTED = 100;

/** The same effects as of other files, but their names in the graph are released. */
const AccountImportOutcome = { ...ImportOutcome };

registerEnumType(AccountImportOutcome, {
  name: 'AccountImportOutcome',
  description: 'The effect of a row of a file of accounts.',
  valuesConfig: {
    CREATED: {
      description: 'The row makes an account, or a further role of an account that the file makes.',
    },
    UPDATED: { description: 'The row changes the name of an account, or gives it a role.' },
    UNCHANGED: { description: 'The account has this name and this role already.' },
  },
});

registerEnumType(InvitationWay, {
  name: 'AccountInvitationWay',
  description: 'How the owners of new accounts are invited to set their first passwords.',
  valuesConfig: {
    MAIL: {
      description:
        'By mail, if the account has an e-mail and the hub sends mail; for others the answer has a code for a letter.',
    },
    LETTER: { description: 'By letters: the answer has a code for each account.' },
    NONE: { description: 'Nobody is invited yet.' },
  },
});

@InputType({ description: 'A file of accounts to import.' })
export class AccountImportInput extends KeyedInput {
  @Field(() => String, {
    description: `The text of a CSV file, or an XLSX workbook in Base64, with at most ${MOST_ROWS} rows, within the size limit of a request (docs/limits.md). accountImportTemplate lists the columns.`,
  })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the file: one that ends in .xlsx is a workbook. Null when there is none.',
  })
  fileName?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: the answer shows what would change, and nothing is written. False: the file is imported.',
  })
  dryRun!: boolean;

  @Field(() => InvitationWay, {
    defaultValue: InvitationWay.NONE,
    description: 'How the owners of the accounts that the file makes are invited.',
  })
  invite!: InvitationWay;
}

@ObjectType({ description: 'A row of a file of accounts, with its effect.' })
export class AccountImportRow implements Omit<PlannedRow, 'duty'> {
  @Field(() => Int, {
    description: 'The number of the row as a spreadsheet shows it; the header is row 1.',
  })
  row!: number;

  @Field(() => AccountImportOutcome, { description: 'The effect of the row.' })
  outcome!: ImportOutcome;

  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The recorded name, if the row changes it; null otherwise.',
  })
  nameBefore!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The e-mail to sign in with; null for somebody who signs in with a name.',
  })
  email!: string | null;

  @Field(() => String, { description: 'The e-mail or name to sign in with.' })
  signInName!: string;

  @Field(() => Boolean, {
    description: 'Whether the account gets the role; false if it has it already.',
  })
  givesDuty!: boolean;

  @Field(() => Role, { description: 'The role.' })
  role!: Role;

  @Field(() => [InstitutionKind], {
    nullable: true,
    description: 'The kinds of institution of a reviewer; null means all kinds.',
  })
  kinds!: readonly InstitutionKind[] | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day of the role; null for a recorded role of which the row does not name it.',
  })
  validFrom!: LocalDate | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of the role; null means that the row names none.',
  })
  validTo!: LocalDate | null;
}

@ObjectType({ description: 'The effect of a file of accounts, or the effect that it would have.' })
export class AccountImport {
  @Field(() => Boolean, { description: 'Whether this was a preview, so that nothing was written.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'The number of new accounts.' })
  created!: number;

  @Field(() => Int, { description: 'The number of recorded accounts that change.' })
  updated!: number;

  @Field(() => Int, { description: 'The number of accounts that are recorded so already.' })
  unchanged!: number;

  @Field(() => [AccountImportRow], {
    complexity: ({ childComplexity }) => severalObjects(ROWS_EXPECTED, childComplexity),
    description: `All rows of the file, in its order; at most ${MOST_ROWS}.`,
  })
  rows!: AccountImportRow[];

  @Field(() => [AccountInvitation], {
    complexity: ({ childComplexity }) => severalObjects(ROWS_EXPECTED, childComplexity),
    description: 'Those who were invited, in the order of the file; empty in a preview.',
  })
  invitations!: AccountInvitation[];
}

@ObjectType({ description: 'What was found in a file of accounts, with its place.' })
export class AccountImportProblem extends FileProblem {
  @Field(() => String, {
    nullable: true,
    description: 'The value in the file; null when there is none, or when the message names it.',
  })
  declare value: string | null;
}

@ObjectType({ description: 'The result of importing or previewing a file of accounts.' })
export class AccountImportPayload {
  @Field(() => AccountImport, {
    nullable: true,
    description: 'The effect of the file; null when the file was refused and nothing was written.',
  })
  accountImport!: AccountImport | null;

  @Field(() => [AccountImportProblem], {
    description: `The problems in the file, by row, at most the first ${MOST_ROWS}. The user error IMPORT_REFUSED gives their total number. If there is any problem, nothing is written.`,
  })
  problems!: AccountImportProblem[];

  @Field(() => [AccountImportProblem], {
    description:
      'What its author should know of a file that was imported or previewed, such as titles above the header that were skipped. Empty when there is nothing, or when the file was refused.',
  })
  findings!: AccountImportProblem[];

  @Field(() => [UserError], {
    description:
      'The reasons why the file was refused; empty on success. For IMPORT_REFUSED, problems has the details.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A column of a file of accounts.' })
export class AccountImportColumn
  extends FileColumn
  implements Pick<AccountColumn, 'name' | 'required' | 'values'>
{
  @Field(() => Boolean, { description: 'Whether every row needs a value.' })
  required!: boolean;
}

@ObjectType({
  description: 'An empty file for accountImport in both forms, with its columns explained.',
})
export class AccountImportTemplate {
  @Field(() => String, { description: 'The CSV text: the header with all columns.' })
  csv!: string;

  @Field(() => String, {
    description:
      'An XLSX workbook in Base64, with drop-downs, and a sheet that explains the columns in both languages.',
  })
  workbook!: string;

  @Field(() => [AccountImportColumn], {
    description: 'All columns; those that every row needs first.',
  })
  columns!: AccountImportColumn[];
}
