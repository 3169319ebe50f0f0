import { Field, ID, InputType, Int } from 'type-graphql';
import { KEY_DESCRIPTION } from '../changes/change.service.js';
import { LONGEST_LIST, LONGEST_TEXT } from '../graphql/input-check.js';

const VERSION = 'The version that you saw; an older one is refused as a CONFLICT.';
const SHARE_TOTAL = 'The counted total, for a share.';
const TEXT = `At most ${LONGEST_TEXT} characters.`;

@InputType({ description: 'An answer; it replaces the one that was there, as a whole.' })
export class StatusUpdateAnswerInput {
  @Field(() => String, { description: 'The code of the criterion.' })
  criterion!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      '1 for yes and 0 for no, a level, or the counted part of a share; null takes the answer back.',
  })
  value?: number | null;

  @Field(() => Int, { nullable: true, description: SHARE_TOTAL })
  total?: number | null;

  @Field(() => String, { nullable: true, description: `What there is to say about it. ${TEXT}` })
  comment?: string | null;
}

@InputType({ description: 'Answers of an institution in a round, complete or not.' })
export class StatusUpdateSaveInput {
  @Field(() => ID, { description: 'The institution.' })
  institution!: string;

  @Field(() => ID, { description: 'The round.' })
  round!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that you saw, an older one is refused as a CONFLICT; null when there was no update yet.',
  })
  version?: number | null;

  @Field(() => [StatusUpdateAnswerInput], {
    description: `The answers that changed, at most ${LONGEST_LIST}. The first save, also of none, begins with what was approved last.`,
  })
  answers!: StatusUpdateAnswerInput[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

/** What every mutation of one update takes. */
@InputType({ description: 'An update as its sender saw it.' })
abstract class StatusUpdateChangeInput {
  @Field(() => ID, { description: 'The update.' })
  id!: string;

  @Field(() => Int, { description: VERSION })
  version!: number;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The draft that is handed in.' })
export class StatusUpdateSubmitInput extends StatusUpdateChangeInput {
  @Field(() => String, { nullable: true, description: `A word to whoever checks it. ${TEXT}` })
  note?: string | null;
}

@InputType({ description: 'What is taken back.' })
export class StatusUpdateWithdrawInput extends StatusUpdateChangeInput {
  @Field(() => String, { nullable: true, description: `Why. ${TEXT}` })
  reason?: string | null;
}

@InputType({ description: 'What is opened again, to correct it.' })
export class StatusUpdateReopenInput extends StatusUpdateChangeInput {
  @Field(() => String, { description: `Why. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'Why an update comes back because of one criterion.' })
export class StatusUpdateReturnReasonInput {
  @Field(() => String, { description: 'The code of the criterion.' })
  criterion!: string;

  @Field(() => String, { description: `What is to be mended. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'What comes back, and why.' })
export class StatusUpdateReturnInput extends StatusUpdateChangeInput {
  @Field(() => [StatusUpdateReturnReasonInput], {
    description: 'A reason for each criterion concerned; at least one.',
  })
  reasons!: StatusUpdateReturnReasonInput[];

  @Field(() => String, { nullable: true, description: `What is said of all of it. ${TEXT}` })
  note?: string | null;
}

@InputType({ description: 'A value that the reviewer puts in the place of the institution’s.' })
export class StatusUpdateAppraisalInput {
  @Field(() => String, { description: 'The code of the criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'The value that counts from now on.' })
  value!: number;

  @Field(() => Int, { nullable: true, description: SHARE_TOTAL })
  total?: number | null;

  @Field(() => String, { description: `Why it is changed. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'What is approved.' })
export class StatusUpdateApproveInput extends StatusUpdateChangeInput {
  @Field(() => [StatusUpdateAppraisalInput], {
    nullable: true,
    description: 'Values that the reviewer changes; left out means none.',
  })
  changes?: StatusUpdateAppraisalInput[] | null;

  @Field(() => String, { nullable: true, description: `What is said with it. ${TEXT}` })
  note?: string | null;
}

@InputType({ description: 'A correction of what was approved.' })
export class StatusUpdateCorrectInput extends StatusUpdateChangeInput {
  @Field(() => [StatusUpdateAppraisalInput], {
    description: 'The values that change; at least one.',
  })
  changes!: StatusUpdateAppraisalInput[];

  @Field(() => String, { description: `Why it is corrected. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'One of many updates.' })
export class StatusUpdateVersionInput {
  @Field(() => ID, { description: 'The update.' })
  id!: string;

  @Field(() => Int, { description: VERSION })
  version!: number;
}

@InputType({ description: 'Updates that are approved as they are.' })
export class StatusUpdateApproveManyInput {
  @Field(() => [StatusUpdateVersionInput], {
    description: `At most ${LONGEST_LIST}; each is decided for itself.`,
  })
  updates!: StatusUpdateVersionInput[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
