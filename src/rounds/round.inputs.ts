import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { LONGEST_TEXT } from '../graphql/input-check.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { Amendment } from './round-mending.service.js';
import { DEFAULT_RETURN_DAYS, MOST_RETURN_DAYS, type Extension } from './round-calendar.js';
import { LONGEST_CODE, LONGEST_NAME, type RoundInput } from './round-creation.service.js';

const DATES = 'Dates are from 1900 to 2200.';

@InputType({ description: 'A new round.' })
export class ReportingRoundCreateInput extends KeyedInput implements RoundInput {
  @Field(() => ID, {
    description: 'The unit that calls its institutions. It must exist on the reference date.',
  })
  unit!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The frameworks that the institutions answer, at least one. Each must be the latest version that is in force on the reference date. A question that several of them ask is asked once.',
  })
  frameworks?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The same for one framework; left out when `frameworks` is given.',
  })
  framework?: string | null;

  @Field(() => String, {
    description: `The code of the round, at most ${LONGEST_CODE} characters, unique among the rounds of the unit.`,
  })
  code!: string;

  @Field(() => String, {
    description: `The Vietnamese name, at most ${LONGEST_NAME} characters.`,
  })
  nameVi!: string;

  @Field(() => String, { description: `The English name, at most ${LONGEST_NAME} characters.` })
  nameEn!: string;

  @Field(() => GraphQLLocalDate, {
    description: `The first day on which institutions may report. ${DATES}`,
  })
  opensOn!: string;

  @Field(() => GraphQLLocalDate, {
    description: 'The day by which institutions should report; not before the round opens.',
  })
  dueOn!: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'The date that the answers describe. It decides which institutions are called, must not be later than the last day, and cannot be changed once an institution has begun.',
  })
  referenceDate!: string;

  @Field(() => GraphQLLocalDate, {
    description: 'The last day on which reports are accepted; not before the due date.',
  })
  closesOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: `The days, from 1 to ${MOST_RETURN_DAYS}, that a return gives its institution to answer again; left out means ${DEFAULT_RETURN_DAYS}.`,
  })
  returnDays?: number | null;

  @Field(() => SourceStatus, {
    nullable: true,
    description:
      'How certain the updates of the round are; left out means as certain as the framework.',
  })
  sourceStatus?: SourceStatus | null;
}

@InputType({ description: 'A planned round to open now.' })
export class ReportingRoundOpenInput extends ChangeInput {}

@InputType({ description: 'Later dates for a round; at least one of them is required.' })
export class ReportingRoundExtendInput extends ChangeInput implements Extension {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'A later due date; left out, the due date stays.',
  })
  dueOn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'A later last day; for a round that a planner closed, any day from today on. Left out, the last day stays.',
  })
  closesOn?: string | null;
}

@InputType({ description: 'A round to close now.' })
export class ReportingRoundCloseInput extends ChangeInput {}

@InputType({
  description:
    'What is mended in a round while no institution has saved answers; at least one field is required, and what is left out stays.',
})
export class ReportingRoundAmendInput extends ChangeInput implements Amendment {
  @Field(() => String, {
    nullable: true,
    description: `The Vietnamese name, at most ${LONGEST_NAME} characters.`,
  })
  nameVi?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The English name, at most ${LONGEST_NAME} characters.`,
  })
  nameEn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: `The first day on which institutions may report. ${DATES}`,
  })
  opensOn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day by which institutions should report; not before the round opens.',
  })
  dueOn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The date that the answers describe, under the same rules as for a new round.',
  })
  referenceDate?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day on which reports are accepted; not before the due date. A round that a planner closed early is then closed by its dates only.',
  })
  closesOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `The days, from 1 to ${MOST_RETURN_DAYS}, that a return gives its institution.`,
  })
  returnDays?: number | null;
}

@InputType({ description: 'A round to withdraw.' })
export class ReportingRoundWithdrawInput extends ChangeInput {
  @Field(() => String, {
    description: `The reason, at most ${LONGEST_TEXT} characters. Signed-in viewers see it.`,
  })
  reason!: string;
}
