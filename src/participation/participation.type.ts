import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { UserError } from '../graphql/user-error.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { ExceptionKind, RoundPhase } from '../vocabulary/round.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { UpdateState } from '../vocabulary/status-update.enums.js';
import type { CompletenessCounts, GroupCompleteness } from './completeness.js';
import { ParticipationExceptionType } from './exception.type.js';
import type {
  ExceptionRow,
  ParticipationConditions,
  ParticipationRow,
} from './participation.queries.js';

export const ParticipationOrder = enumeration('NAME', 'LATEST');
export type ParticipationOrder = NameOf<typeof ParticipationOrder>;

registerEnumType(ParticipationOrder, {
  name: 'ParticipationOrder',
  description: 'The order of a list of participations.',
  valuesConfig: {
    NAME: {
      description: 'By the name of the institution without diacritics, so that Đ sorts as D.',
    },
    LATEST: { description: 'By `daysLate`, with the most days late first.' },
  },
});

@ObjectType('Participation', {
  description:
    'Sự tham gia: the part of one institution in a round, and the state of its report. A round calls the institutions that were operating in its unit, or in a unit under it, on the reference date, if its framework has a criterion for their kind. Visible only to those who may inspect the institution: its administrators, the reviewers responsible for it and the planners of its present unit.',
})
export class ParticipationType implements Pick<
  ParticipationRow,
  'state' | 'dueOn' | 'closesOn' | 'phase' | 'daysLate' | 'overdue'
> {
  @Field(() => UpdateState, {
    nullable: true,
    description: 'The state of the institution’s update; null when it has not begun.',
  })
  state!: UpdateState | null;

  @Field(() => GraphQLLocalDate, {
    description:
      'The day by which the institution should report: the due date of the round, of its exception if that is later or, while an update that was returned is not submitted again, the last of the `returnDays`.',
  })
  dueOn!: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'The last day on which the institution may report: that of the round, of its exception or of the last return, whichever is latest. When a planner closes the round early, days of its own stay.',
  })
  closesOn!: string;

  @Field(() => RoundPhase, { description: 'The phase of the round today for the institution.' })
  phase!: RoundPhase;

  @Field(() => ParticipationExceptionType, {
    nullable: true,
    description: 'The exception that holds for the institution; null when there is none.',
  })
  exception!: ExceptionRow | null;

  @Field(() => Boolean, {
    description:
      'Whether `dueOn` has passed, no update is submitted or approved, and the institution is not excused. The institution then has not begun, is still writing, has withdrawn its update, or got it back.',
  })
  overdue!: boolean;

  @Field(() => Int, {
    description:
      'The days after the due date: up to today for an institution that is overdue, up to `submittedAt` for one that has submitted. 0 when it submitted in time, is excused, or the due date has not passed.',
  })
  daysLate!: number;
}

export const ParticipationConnection = connectionType(() => ParticipationType, 'Participation');

@ObjectType({ description: 'The result of changing the days of single institutions.' })
export class ParticipationExceptionPayload {
  @Field(() => [ParticipationType], {
    nullable: true,
    description:
      'The participations after the change, as far as the viewer may see them; null when nothing was changed.',
  })
  participations!: ParticipationType[] | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@InputType({
  description:
    'Conditions for a list of participations. A condition that is left out does not limit the list.',
})
export class ParticipationFilter implements Omit<ParticipationConditions, 'unitId'> {
  @Field(() => [UpdateState], {
    nullable: true,
    description: 'Only institutions whose update is in one of these states.',
  })
  states?: UpdateState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only institutions that have not begun; together with `states`, also those that it selects. False: only institutions that have begun.',
  })
  notBegun?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only institutions that are overdue. False: only the others.',
  })
  overdue?: boolean | null;

  @Field(() => [ExceptionKind], {
    nullable: true,
    description: 'Only institutions with an exception of one of these kinds.',
  })
  exceptions?: ExceptionKind[] | null;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'Only institutions that were in this group on the reference date.',
  })
  group?: InstitutionGroup | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only institutions that were in the unit with this id, or in a unit under it, on the reference date.',
  })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only institutions whose name contains this text. Diacritics and case are ignored.',
  })
  search?: string | null;
}

@ObjectType('CompletenessCounts', {
  description:
    'The number of institutions that a round calls, in all and by the state of their updates. The six states add up to `called`.',
})
export class CompletenessCountsType implements CompletenessCounts {
  @Field(() => Int, { description: 'The institutions that are called.' })
  called!: number;

  @Field(() => Int, { description: 'The institutions that have not begun.' })
  notBegun!: number;

  @Field(() => Int, {
    description: 'The updates that are being written, including corrections of an approved update.',
  })
  draft!: number;

  @Field(() => Int, { description: 'The updates that are submitted and not yet decided on.' })
  submitted!: number;

  @Field(() => Int, {
    description: 'The updates that were returned and have not been submitted again.',
  })
  returned!: number;

  @Field(() => Int, {
    description: 'The updates that were withdrawn and have not been taken up again.',
  })
  withdrawn!: number;

  @Field(() => Int, { description: 'Approved.' })
  approved!: number;

  @Field(() => Int, {
    description: 'The institutions that are overdue, in any of the states.',
  })
  overdue!: number;

  @Field(() => Int, {
    description:
      'The institutions that are excused, in any of the states; none of them is overdue.',
  })
  excused!: number;
}

@ObjectType('GroupCompleteness', { description: 'The counts of one group of institutions.' })
export class GroupCompletenessType implements GroupCompleteness {
  @Field(() => InstitutionGroup, {
    nullable: true,
    description:
      'The group on the reference date; null for kinds in no group, which a round calls only if its framework has criteria for them.',
  })
  group!: InstitutionGroup | null;

  @Field(() => CompletenessCountsType, { description: 'The number of institutions by state.' })
  counts!: CompletenessCountsType;
}

@ObjectType('UnitCompleteness', { description: 'The counts of one group in one unit.' })
export class UnitCompletenessType extends GroupCompletenessType {}

@ObjectType('RoundCompleteness', {
  description:
    'The state of the reports of the called institutions that the viewer may inspect. The figures for the public are in `progress`.',
})
export class RoundCompletenessType {
  @Field(() => CompletenessCountsType, {
    description: 'The counts of all these institutions together.',
  })
  total!: CompletenessCountsType;

  @Field(() => [GroupCompletenessType], {
    description: 'The counts by group. A group without a called institution has no line.',
  })
  groups!: GroupCompletenessType[];

  @Field(() => [UnitCompletenessType], {
    description:
      'The counts by group in each unit directly under the requested unit on the reference date. A group without a called institution has no line.',
  })
  lines!: UnitCompletenessType[];
}
