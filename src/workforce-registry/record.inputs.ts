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

@InputType({ description: 'A number that was counted.' })
class WorkforceCountInput implements CountInput {
  @Field(() => Quantity, { description: 'What was counted.' })
  quantity!: Quantity;

  @Field(() => Int, { description: 'How many; 1 for yes and 0 for no of HAS_UNIT and HAS_DUTY.' })
  value!: number;
}

@InputType()
abstract class WorkforceRecordContentInput extends KeyedInput implements ContentInput {
  @Field(() => GraphQLLocalDate, {
    description:
      'The day of the count, or the first day that it is over, from 1900 to 2200; the unit has to exist on it.',
  })
  validFrom!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day that the count is good for; null means until the subject is counted anew.',
  })
  validTo?: LocalDate | null;

  @Field(() => [WorkforceCountInput], {
    description:
      'What was counted, at least one unless notCounted, each of the record’s kind and once. What is left out was not counted, which is never the same as zero.',
  })
  counts!: WorkforceCountInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True where the document says that nobody counted: the record then has no counts, and tells why figures are missing.',
  })
  notCounted!: boolean;

  @Field(() => String, {
    description: `The document that says so, at most ${LONGEST.source} characters.`,
  })
  source!: string;

  @Field(() => SourceStatus, {
    description: 'How sure it is that the document says so; ILLUSTRATIVE for what is made up.',
  })
  sourceStatus!: SourceStatus;

  @Field(() => String, {
    nullable: true,
    description: `For those who plan for the unit, at most ${LONGEST_TEXT} characters; null means none.`,
  })
  note?: string | null;
}

@InputType({ description: 'A count of one subject over one span.' })
export class WorkforceRecordCreateInput
  extends WorkforceRecordContentInput
  implements SubjectInput
{
  @Field(() => ID, { description: 'The unit whose people, agencies or teams are counted.' })
  unit!: string;

  @Field(() => RecordKind, { description: 'What is counted.' })
  kind!: RecordKind;

  @Field(() => Tier, {
    nullable: true,
    description:
      'Needed for COMMUNITY_TEAMS (COMMUNE or HAMLET); for IT_OFFICERS null means all tiers together; no other kind has it.',
  })
  tier?: Tier | null;

  @Field(() => Audience, {
    nullable: true,
    description: 'Needed for TRAINING_CLASSES and TRAINED_PEOPLE; no other kind has it.',
  })
  audience?: Audience | null;

  @Field(() => String, {
    nullable: true,
    description: `Needed for MANDATES; for IT_OFFICERS null means all agencies together; no other kind has it. At most ${LONGEST.agency} characters.`,
  })
  agency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `For TRAINING_CLASSES, where null means all topics together; no other kind has it. At most ${LONGEST.topic} characters.`,
  })
  topic?: string | null;
}

@InputType({
  description:
    'What a record says from now on; it replaces all that it said. Its subject never changes: remove the record and create another instead.',
})
export class WorkforceRecordUpdateInput extends WorkforceRecordContentInput {
  @Field(() => ID, { description: 'The record.' })
  id!: string;

  @Field(() => Int, {
    description: 'The version that you saw; an older one is refused as a CONFLICT.',
  })
  version!: number;
}

@InputType({ description: 'A record that is taken back.' })
export class WorkforceRecordRemoveInput extends ChangeInput {
  @Field(() => String, { description: `Why. At most ${LONGEST_TEXT} characters.` })
  reason!: string;
}
