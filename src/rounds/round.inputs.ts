import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { Extension } from './round-calendar.js';
import { LONGEST_CODE, LONGEST_NAME, type RoundInput } from './round-creation.service.js';

const DATES = 'Dates are from 1900 to 2200.';

@InputType({ description: 'A round that is called.' })
export class ReportingRoundCreateInput extends KeyedInput implements RoundInput {
  @Field(() => ID, { description: 'The unit that calls: it has to exist on the reference date.' })
  unit!: string;

  @Field(() => ID, {
    description: 'The questions: the latest version that is in force on the reference date.',
  })
  framework!: string;

  @Field(() => String, {
    description: `Its code, at most ${LONGEST_CODE} characters, unique among the rounds of the unit.`,
  })
  code!: string;

  @Field(() => String, {
    description: `Its name in Vietnamese, at most ${LONGEST_NAME} characters.`,
  })
  nameVi!: string;

  @Field(() => String, { description: `Its name in English, at most ${LONGEST_NAME} characters.` })
  nameEn!: string;

  @Field(() => GraphQLLocalDate, { description: `The first day institutions may report. ${DATES}` })
  opensOn!: string;

  @Field(() => GraphQLLocalDate, {
    description: 'The day by which they are asked to report: not before it opens.',
  })
  dueOn!: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'The date that the answers describe, which decides who is called: not after it closes. It never changes.',
  })
  referenceDate!: string;

  @Field(() => GraphQLLocalDate, {
    description: 'The last day reports are taken: not before they are due.',
  })
  closesOn!: string;

  @Field(() => SourceStatus, {
    nullable: true,
    description: 'How sure its updates are; left out means as sure as the framework.',
  })
  sourceStatus?: SourceStatus | null;
}

@InputType({ description: 'A planned round that opens at once.' })
export class ReportingRoundOpenInput extends ChangeInput {}

@InputType({ description: 'Later dates for a round; at least one of them.' })
export class ReportingRoundExtendInput extends ChangeInput implements Extension {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'A later due date; left out means that it stays.',
  })
  dueOn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'A later last day; for a round that a planner closed, any from today on. Left out means that it stays.',
  })
  closesOn?: string | null;
}

@InputType({ description: 'A round that closes at once.' })
export class ReportingRoundCloseInput extends ChangeInput {}
