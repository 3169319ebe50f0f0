import { Field, Int, ObjectType } from 'type-graphql';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import { CriterionType } from '../frameworks/framework.type.js';
import { UserError } from '../graphql/user-error.js';
import { StatusUpdateType } from '../status-updates/status-update.type.js';
import type { StatusUpdateRow } from '../status-updates/status-update.queries.js';
import type { FormAnswer } from './form-answers.js';
import type { ImportedAnswer } from './form-changes.js';
import type { FormImported } from './form-import.service.js';
import type { FormProblem } from './read-form.js';

@ObjectType({ description: 'An answer with its parts; all are null where there is none.' })
class StatusUpdateGivenAnswer implements FormAnswer {
  @Field(() => Int, {
    nullable: true,
    description:
      '1 for yes and 0 for no, a level, a count, or the counted part of a share; null for other answers.',
  })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'The total of a share; null without.' })
  total!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the chosen option; null unless one was chosen.',
  })
  choice!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text; null unless the answer is one.',
  })
  text!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reason why the question does not apply; null when that is not the answer.',
  })
  doesNotApply!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The remark about the answer; null without.',
  })
  comment!: string | null;
}

@ObjectType({ description: 'An answer that a form changes.' })
export class StatusUpdateImportedAnswer implements Pick<
  ImportedAnswer,
  'before' | 'after' | 'changedMeanwhile' | 'row'
> {
  @Field(() => CriterionType, {
    description: 'The criterion that asks, in the first framework of the round that has it.',
  })
  criterion!: CriterionRow;

  @Field(() => StatusUpdateGivenAnswer, {
    description:
      'What stood there. To those who do not report for the institution, not its draft, but what was handed in or approved last.',
  })
  before!: FormAnswer;

  @Field(() => StatusUpdateGivenAnswer, { description: 'What the form says.' })
  after!: FormAnswer;

  @Field(() => Boolean, {
    description:
      'Whether the answer was changed in the hub after the form had been downloaded, so that saving replaces that change.',
  })
  changedMeanwhile!: boolean;

  @Field(() => Int, { description: 'The row of the sheet, from 1.' })
  row!: number;
}

@ObjectType({ description: 'Something that is wrong with a form, and where.' })
export class StatusUpdateFormProblem implements Omit<FormProblem, 'text'> {
  @Field(() => String, { description: 'A stable code, documented in docs/errors.md.' })
  code!: string;

  @Field(() => String, { description: 'The name of the sheet.' })
  sheet!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The row, from 1; null where the whole sheet is meant.',
  })
  row!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The letters of the column; null where the whole sheet is meant.',
  })
  column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the question; null where the row has none.',
  })
  question!: string | null;

  @Field(() => String, {
    description: 'What is wrong and what to do, in the language of the request.',
  })
  message!: string;
}

@ObjectType({ description: 'What a form of a report says, and what became of it.' })
export class StatusUpdateImportPayload implements Pick<FormImported, 'version'> {
  /** For the fields that are resolved. */
  institutionId!: number | null;
  roundId!: number | null;
  answers!: readonly ImportedAnswer[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the update against which the form was read, to be sent with `dryRun: false`; null where there was no update.',
  })
  version!: number | null;

  @Field(() => [StatusUpdateFormProblem], {
    description: 'Everything that is wrong with the form, row by row; empty when nothing is.',
  })
  problems!: StatusUpdateFormProblem[];

  @Field(() => [UserError], {
    description:
      'What would keep the report from being handed in with these answers, as submissionProblems; empty when nothing would, and where the form is refused.',
  })
  submissionProblems!: UserError[];

  @Field(() => StatusUpdateType, {
    nullable: true,
    description: 'The update after it was saved; null when nothing was, as with `dryRun`.',
  })
  statusUpdate!: StatusUpdateRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was or would be saved; empty on success.',
  })
  userErrors!: UserError[];
}
