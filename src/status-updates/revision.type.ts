import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AnswerChange, Decision } from '../vocabulary/status-update.enums.js';
import type { AnswerCounts } from './answer-counts.queries.js';
import type { EntryRow } from './entry.queries.js';
import type { RevisionRow, TakenBackRow } from './revision.queries.js';

registerEnumType(Decision, {
  name: 'Decision',
  description: 'The decision that ended a revision.',
  valuesConfig: {
    APPROVED: { description: 'A reviewer approved the revision, with or without changed values.' },
    RETURNED: { description: 'A reviewer returned the revision with reasons.' },
    WITHDRAWN: { description: 'The institution withdrew the revision.' },
  },
});

registerEnumType(AnswerChange, {
  name: 'AnswerChange',
  description:
    'The difference of an answer from the answer in the previous revision that was returned or approved. Value, total, comment and evidence are compared.',
  valuesConfig: {
    CHANGED: { description: 'At least one of these differs.' },
    UNCHANGED: { description: 'All of these are the same.' },
  },
});

@ObjectType('ApprovalTakenBack', { description: 'The taking back of an approval.' })
export class ApprovalTakenBackType implements Omit<TakenBackRow, 'at'> {
  @Field(() => String, { description: 'The name of the account that took the approval back.' })
  by!: string;

  @Field(() => String, { description: 'The reason.' })
  reason!: string;
}

@ObjectType('AnswerCounts', {
  description: 'How many questions of a revision are answered, and how many answers are new.',
})
export class AnswerCountsType implements AnswerCounts {
  @Field(() => Int, {
    description: 'The questions that the round asks of the institution, without optional ones.',
  })
  asked!: number;

  @Field(() => Int, {
    description:
      'Those of them with an answer of the institution. That a question does not apply is one too.',
  })
  answered!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The answers, also to optional questions, that differ from the previous revision that was returned or approved (AnswerChange). In the first revision of an update: from the last update approved before its round, comparing the answers that count, without comments and evidence. Null when there is none of these.',
  })
  changed!: number | null;
}

@ObjectType('StatusUpdateRevision', {
  description:
    'One submission of an update with the decision on it. Names of people, remarks and answers are only for viewers who may inspect the update; others see revisions without them, while their approval stands.',
})
export class StatusUpdateRevisionType implements Pick<
  RevisionRow,
  'number' | 'submittedBy' | 'note' | 'decision' | 'decidedBy' | 'decisionNote' | 'takenBack'
> {
  @Field(() => Int, { description: 'The number of the revision, from 1.' })
  number!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the account that submitted the revision; null for a draft, for a report that was made outside this hub, and for the public.',
  })
  submittedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A remark of the institution for the reviewer; null when there is none.',
  })
  note!: string | null;

  @Field(() => Decision, { nullable: true, description: 'The decision; null while there is none.' })
  decision!: Decision | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the account that decided; null while there is no decision, for a decision that was made outside this hub, and for the public.',
  })
  decidedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The remark that came with the decision; null when there is none.',
  })
  decisionNote!: string | null;

  @Field(() => ApprovalTakenBackType, {
    nullable: true,
    description:
      'How the approval was taken back: from then on the revision counts no longer, while figures known at an earlier moment still count it. Null when it was not, and for the public.',
  })
  takenBack!: TakenBackRow | null;
}

@ObjectType('StatusUpdateEntry', {
  description:
    'One question with the answer of the institution. If a reviewer changed the value, both values are kept and the reviewer’s value counts.',
})
export class StatusUpdateEntryType implements Omit<
  EntryRow,
  'revisionId' | 'criterion' | 'criterionId'
> {
  @Field(() => Int, {
    nullable: true,
    description:
      'The answer of the institution: 1 for yes and 0 for no, a level, a count, or the counted part of a share. Null when it has not answered so, which is not the same as zero.',
  })
  selfValue!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the option that the institution chose; null unless it chose one.',
  })
  selfChoice!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text of the institution; null unless the answer is a text.',
  })
  selfText!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The reason why the question does not apply to the institution; null when that is not its answer.',
  })
  doesNotApply!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the option that the reviewer set instead, which counts; null when the reviewer set none.',
  })
  appraisedChoice!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The total given by the institution for a share; null for other criteria and without an answer.',
  })
  selfTotal!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The value that the reviewer set instead, which counts; null when the reviewer changed nothing.',
  })
  appraisedValue!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The total that the reviewer set for a share; null when the reviewer changed nothing.',
  })
  appraisedTotal!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The reason why the reviewer changed the value; null when the reviewer changed nothing.',
  })
  appraisalReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The reason why the revision was returned because of this answer; null when it was not.',
  })
  returnReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The reason why the previous revision that was returned or approved was returned because of this answer. This revision should correct it. Null when it was not, and in a first revision.',
  })
  earlierReturnReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A remark of the institution about its answer; null when there is none.',
  })
  comment!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the answer was carried over from an earlier round and has not been saved since.',
  })
  prefilled!: boolean;

  @Field(() => Float, {
    description: 'The points of the answer under `criterion`; 0 without an answer.',
  })
  points!: number;

  @Field(() => AnswerChange, {
    nullable: true,
    description:
      'Whether the answer differs from the previous revision that was returned or approved; null when there is no such revision.',
  })
  change!: AnswerChange | null;

  @Field(() => Boolean, {
    description:
      'Whether a reviewer has to check the answer. In the first review all answers are checked; later only those that changed and those that were a reason to return the update.',
  })
  needsLook!: boolean;
}
