import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { UpdateState } from '../vocabulary/status-update.enums.js';
import type { CompletenessCounts, GroupCompleteness } from './completeness.js';
import type { ParticipationConditions, ParticipationRow } from './participation.queries.js';

export const ParticipationOrder = enumeration('NAME', 'LATEST');
export type ParticipationOrder = NameOf<typeof ParticipationOrder>;

registerEnumType(ParticipationOrder, {
  name: 'ParticipationOrder',
  description: 'The order of a list of institutions that a round calls.',
  valuesConfig: {
    NAME: { description: 'By the name of the institution without marks, so Đ sorts with D.' },
    LATEST: { description: 'By `daysLate`, the latest first.' },
  },
});

@ObjectType('Participation', {
  description:
    'Sự tham gia: what a round asks of one institution, and how far it is. A round calls the institutions that on its reference date were operating, in its unit or under it, with a criterion of its framework for their kind. Only those who see into what the institution hands in see it: its administrators, reviewers in duty, and planners of where it stands today.',
})
export class ParticipationType implements Pick<
  ParticipationRow,
  'state' | 'dueOn' | 'daysLate' | 'overdue'
> {
  @Field(() => UpdateState, {
    nullable: true,
    description: 'Where its update stands; null when it has not begun.',
  })
  state!: UpdateState | null;

  @Field(() => GraphQLLocalDate, { description: 'The day by which it is asked to report.' })
  dueOn!: string;

  @Field(() => Boolean, {
    description:
      'Whether it owes its answers although the due date has passed: nothing is in review or approved, because it has not begun, is still writing, withdrew, or got them back.',
  })
  overdue!: boolean;

  @Field(() => Int, {
    description:
      'Days after the due date: until today for one that owes its answers, until `submittedAt` for one that handed in. 0 when it was in time, or is not due yet.',
  })
  daysLate!: number;
}

export const ParticipationConnection = connectionType(() => ParticipationType, 'Participation');

@InputType({
  description: 'Which of the institutions that a round calls; conditions left out do not limit.',
})
export class ParticipationFilter implements Omit<ParticipationConditions, 'unitId'> {
  @Field(() => [UpdateState], {
    nullable: true,
    description: 'Only those whose update is in one of these states.',
  })
  states?: UpdateState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those that have not begun, and with `states` those as well. False: only those that have begun.',
  })
  notBegun?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those that owe their answers after the due date. False: only the others.',
  })
  overdue?: boolean | null;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'Only those that were in this group on the reference date.',
  })
  group?: InstitutionGroup | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only those that were in the unit with this id, or in a unit under it, on the reference date.',
  })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name contains this; marks and case do not matter.',
  })
  search?: string | null;
}

@ObjectType('CompletenessCounts', {
  description:
    'How many institutions a round calls, and where their updates stand: the six states add up to `called`.',
})
export class CompletenessCountsType implements CompletenessCounts {
  @Field(() => Int, { description: 'Institutions that are called.' })
  called!: number;

  @Field(() => Int, { description: 'Of them, those that have not begun.' })
  notBegun!: number;

  @Field(() => Int, {
    description: 'Being written; those that correct an approved one are among them.',
  })
  draft!: number;

  @Field(() => Int, { description: 'Handed in and undecided.' })
  submitted!: number;

  @Field(() => Int, { description: 'Sent back, and not handed in again.' })
  returned!: number;

  @Field(() => Int, { description: 'Taken back, and not taken up again.' })
  withdrawn!: number;

  @Field(() => Int, { description: 'Approved.' })
  approved!: number;

  @Field(() => Int, {
    description:
      'Those that owe their answers although the due date has passed, whatever their state.',
  })
  overdue!: number;
}

@ObjectType('GroupCompleteness', { description: 'The counts of one group of institutions.' })
export class GroupCompletenessType implements GroupCompleteness {
  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'The group on the reference date; null for universities, which are in no group.',
  })
  group!: InstitutionGroup | null;

  @Field(() => CompletenessCountsType, { description: 'How many, and where they stand.' })
  counts!: CompletenessCountsType;
}

@ObjectType('UnitCompleteness', { description: 'The counts of one group in one unit.' })
export class UnitCompletenessType extends GroupCompletenessType {}

@ObjectType('RoundCompleteness', {
  description:
    'How far the institutions are that a round calls, of those that the viewer may inspect. The public’s figures are in `progress`.',
})
export class RoundCompletenessType {
  @Field(() => CompletenessCountsType, { description: 'All of them together.' })
  total!: CompletenessCountsType;

  @Field(() => [GroupCompletenessType], {
    description: 'By group; a group of which none is called has no line.',
  })
  groups!: GroupCompletenessType[];

  @Field(() => [UnitCompletenessType], {
    description:
      'By unit directly under it on the reference date, and group; a unit in which none is called has no line.',
  })
  lines!: UnitCompletenessType[];
}
