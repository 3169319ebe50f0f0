import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { LONGEST_TEXT } from '../graphql/input-check.js';
import type { LocalDate } from '../shared/dates.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { CountInput } from './count-check.js';
import { LONGEST } from './record-check.js';
import type { ContentInput, SubjectInput } from './record.service.js';
import { Audience, Quantity, RecordKind, Tier } from './workforce.enums.js';

@InputType({ description: 'A count of one quantity.' })
class WorkforceCountInput implements CountInput {
  @Field(() => Quantity, { description: 'The quantity that was counted.' })
  quantity!: Quantity;

  @Field(() => Int, {
    description: 'The number; for HAS_UNIT and HAS_DUTY, 1 means yes and 0 means no.',
  })
  value!: number;
}

@InputType()
abstract class WorkforceRecordContentInput extends KeyedInput implements ContentInput {
  @Field(() => GraphQLLocalDate, {
    description:
      'The day of the count, or the first day of the period that it covers, from 1900 to 2200. The unit must exist on this day.',
  })
  validFrom!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day on which the count is valid; null means until the subject is counted again.',
  })
  validTo?: LocalDate | null;

  @Field(() => [WorkforceCountInput], {
    description:
      'The counts: at least one unless notCounted is true, each of the record’s kind and given once. A quantity that is left out was not counted, which is not the same as zero.',
  })
  counts!: WorkforceCountInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True when the document says that there was no count. The record then has no counts and explains why figures are missing.',
  })
  notCounted!: boolean;

  @Field(() => String, {
    description: `The document with the count, at most ${LONGEST.source} characters.`,
  })
  source!: string;

  @Field(() => SourceStatus, {
    description:
      'How certain it is that the document says this. ILLUSTRATIVE if the count was made up.',
  })
  sourceStatus!: SourceStatus;

  @Field(() => String, {
    nullable: true,
    description: `A note for the planners of the unit, at most ${LONGEST_TEXT} characters; null means none.`,
  })
  note?: string | null;
}

@InputType({ description: 'A new record: a count of one subject in one period.' })
export class WorkforceRecordCreateInput
  extends WorkforceRecordContentInput
  implements SubjectInput
{
  @Field(() => ID, {
    description: 'The id of the unit whose people, agencies or teams are counted.',
  })
  unit!: string;

  @Field(() => RecordKind, { description: 'The kind of the record.' })
  kind!: RecordKind;

  @Field(() => Tier, {
    nullable: true,
    description:
      'Required for COMMUNITY_TEAMS (COMMUNE or HAMLET). For IT_OFFICERS, null means all tiers together. Refused for other kinds.',
  })
  tier?: Tier | null;

  @Field(() => Audience, {
    nullable: true,
    description: 'Required for TRAINING_CLASSES and TRAINED_PEOPLE; refused for other kinds.',
  })
  audience?: Audience | null;

  @Field(() => String, {
    nullable: true,
    description: `Required for MANDATES. For IT_OFFICERS, null means all agencies together. Refused for other kinds. At most ${LONGEST.agency} characters.`,
  })
  agency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `For TRAINING_CLASSES only, where null means all topics together; refused for other kinds. At most ${LONGEST.topic} characters.`,
  })
  topic?: string | null;
}

@InputType({
  description:
    'The new content of a record, which replaces all of the present content. The subject cannot be changed: to change it, remove the record and create another.',
})
export class WorkforceRecordUpdateInput extends WorkforceRecordContentInput {
  @Field(() => ID, { description: 'The id of the record.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that you read. If the record has changed since, the request is refused with CONFLICT.',
  })
  version!: number;
}

@InputType({ description: 'A record to remove.' })
export class WorkforceRecordRemoveInput extends ChangeInput {
  @Field(() => String, { description: `The reason. At most ${LONGEST_TEXT} characters.` })
  reason!: string;
}
