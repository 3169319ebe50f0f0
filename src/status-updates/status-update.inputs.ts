import { Field, ID, InputType, Int } from 'type-graphql';
import { KEY_DESCRIPTION } from '../changes/change.service.js';
import { LONGEST_LIST, LONGEST_TEXT } from '../graphql/input-check.js';
import type { NamesQuestion } from './answer-input.js';

const VERSION =
  'The version that you read. If the update has changed since, the request is refused with CONFLICT.';
const SHARE_TOTAL = 'The counted total, for a share.';
const TEXT = `At most ${LONGEST_TEXT} characters.`;
const QUESTION = 'The code of the question; it or `criterion` is required.';
const CRITERION =
  'The code of the criterion, where only one framework of the round has it; otherwise name the question.';

@InputType({ description: 'Names a question of the round.' })
abstract class NamesQuestionInput implements NamesQuestion {
  @Field(() => String, {
    nullable: true,
    description: QUESTION,
  })
  question?: string | null;

  @Field(() => String, {
    nullable: true,
    description: CRITERION,
  })
  criterion?: string | null;
}

@InputType({ description: 'Why a question does not apply.' })
export class DoesNotApplyInput {
  @Field(() => String, { description: `The reason. ${TEXT}` })
  reason!: string;
}

@InputType({
  description:
    'An answer to a question. It replaces the earlier answer completely; without any of its parts it removes the answer.',
})
export class StatusUpdateAnswerInput extends NamesQuestionInput {
  @Field(() => Int, {
    nullable: true,
    description: '1 for yes and 0 for no, a level, a count, or the counted part of a share.',
  })
  value?: number | null;

  @Field(() => String, { nullable: true, description: 'The code of the chosen option.' })
  choice?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The text, for a question that asks for one. ${TEXT}`,
  })
  text?: string | null;

  @Field(() => DoesNotApplyInput, {
    nullable: true,
    description:
      'Instead of an answer, where the question allows it: it then leaves points and maximum.',
  })
  doesNotApply?: DoesNotApplyInput | null;

  @Field(() => Int, { nullable: true, description: SHARE_TOTAL })
  total?: number | null;

  @Field(() => String, { nullable: true, description: `A remark about the answer. ${TEXT}` })
  comment?: string | null;
}

@InputType({ description: 'The answers of an institution in a round, complete or not.' })
export class StatusUpdateSaveInput {
  @Field(() => ID, { description: 'The id of the institution.' })
  institution!: string;

  @Field(() => ID, { description: 'The id of the round.' })
  round!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that you read, or null when there was no update yet. If the update has changed since, the request is refused with CONFLICT.',
  })
  version?: number | null;

  @Field(() => [StatusUpdateAnswerInput], {
    description: `The answers that changed, at most ${LONGEST_LIST}. The first save, even with an empty list, fills the update with the answers that were last approved.`,
  })
  answers!: StatusUpdateAnswerInput[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A status update and the version that the client has read.' })
abstract class StatusUpdateChangeInput {
  @Field(() => ID, { description: 'The id of the update.' })
  id!: string;

  @Field(() => Int, { description: VERSION })
  version!: number;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A draft to submit.' })
export class StatusUpdateSubmitInput extends StatusUpdateChangeInput {
  @Field(() => String, { nullable: true, description: `A remark for the reviewer. ${TEXT}` })
  note?: string | null;
}

@InputType({ description: 'A submitted update to withdraw.' })
export class StatusUpdateWithdrawInput extends StatusUpdateChangeInput {
  @Field(() => String, { nullable: true, description: `The reason. ${TEXT}` })
  reason?: string | null;
}

@InputType({ description: 'An approved update to reopen for a correction.' })
export class StatusUpdateReopenInput extends StatusUpdateChangeInput {
  @Field(() => String, { description: `The reason. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'The reason to return an update because of one question.' })
export class StatusUpdateReturnReasonInput extends NamesQuestionInput {
  @Field(() => String, { description: `What the institution should correct. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'An update to return, with the reasons.' })
export class StatusUpdateReturnInput extends StatusUpdateChangeInput {
  @Field(() => [StatusUpdateReturnReasonInput], {
    description: 'A reason for each question concerned; at least one.',
  })
  reasons!: StatusUpdateReturnReasonInput[];

  @Field(() => String, {
    nullable: true,
    description: `A remark about the update as a whole. ${TEXT}`,
  })
  note?: string | null;
}

@InputType({ description: 'A value that the reviewer sets instead of the institution’s value.' })
export class StatusUpdateAppraisalInput extends NamesQuestionInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The value that counts from now on; it or `choice` is required.',
  })
  value?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the option that counts from now on.',
  })
  choice?: string | null;

  @Field(() => Int, { nullable: true, description: SHARE_TOTAL })
  total?: number | null;

  @Field(() => String, { description: `The reason for the change. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'An update to approve.' })
export class StatusUpdateApproveInput extends StatusUpdateChangeInput {
  @Field(() => [StatusUpdateAppraisalInput], {
    nullable: true,
    description: 'The values that the reviewer changes; left out means none.',
  })
  changes?: StatusUpdateAppraisalInput[] | null;

  @Field(() => String, { nullable: true, description: `A remark about the decision. ${TEXT}` })
  note?: string | null;
}

@InputType({ description: 'A correction of an approved update.' })
export class StatusUpdateCorrectInput extends StatusUpdateChangeInput {
  @Field(() => [StatusUpdateAppraisalInput], {
    description: 'The values to change; at least one.',
  })
  changes!: StatusUpdateAppraisalInput[];

  @Field(() => String, { description: `The reason for the correction. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'An approved update whose approval is taken back.' })
export class StatusUpdateTakeBackInput extends StatusUpdateChangeInput {
  @Field(() => String, { description: `The reason. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'A submitted update and the review of it.' })
export class StatusUpdateClaimInput {
  @Field(() => ID, { description: 'The id of the update.' })
  id!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A submitted update whose review is handed over.' })
export class StatusUpdateHandOverInput extends StatusUpdateClaimInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the account that takes the review over, one of `StatusUpdate.reviewers`; left out or null, the viewer.',
  })
  to?: string | null;
}

@InputType({ description: 'One of many updates to approve.' })
export class StatusUpdateVersionInput {
  @Field(() => ID, { description: 'The id of the update.' })
  id!: string;

  @Field(() => Int, { description: VERSION })
  version!: number;
}

@InputType({ description: 'Updates to approve without changes.' })
export class StatusUpdateApproveManyInput {
  @Field(() => [StatusUpdateVersionInput], {
    description: `At most ${LONGEST_LIST}. Each is decided separately.`,
  })
  updates!: StatusUpdateVersionInput[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
