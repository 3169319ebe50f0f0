import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AnswerChange, Decision } from '../vocabulary/status-update.enums.js';
import type { EntryRow } from './entry.queries.js';
import type { RevisionRow } from './revision.queries.js';

registerEnumType(Decision, {
  name: 'Decision',
  description: 'What ended a revision.',
  valuesConfig: {
    APPROVED: { description: 'A reviewer approved it, with or without changed values.' },
    RETURNED: { description: 'A reviewer sent it back with reasons.' },
    WITHDRAWN: { description: 'The institution took it back.' },
  },
});

registerEnumType(AnswerChange, {
  name: 'AnswerChange',
  description:
    'How an answer compares with the same one in the revision before that was returned or approved: value, total, comment and evidence.',
  valuesConfig: {
    CHANGED: { description: 'Something of it is different.' },
    UNCHANGED: { description: 'All of it is the same.' },
  },
});

@ObjectType('StatusUpdateRevision', {
  description:
    'What was handed in at one moment, and what was decided on it. People, remarks and answers are for those who may see into the update; others see approved revisions only.',
})
export class StatusUpdateRevisionType implements Pick<
  RevisionRow,
  'number' | 'submittedBy' | 'note' | 'decision' | 'decidedBy' | 'decisionNote'
> {
  @Field(() => Int, { description: 'From 1 up.' })
  number!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the account that handed it in; null for a draft, for what was reported outside this hub, and for the public.',
  })
  submittedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the institution says to whoever checks it; null when it said nothing.',
  })
  note!: string | null;

  @Field(() => Decision, { nullable: true, description: 'Null while nobody has decided.' })
  decision!: Decision | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the account that decided; null while undecided, for what was decided outside this hub, and for the public.',
  })
  decidedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said with the decision; null when nothing was.',
  })
  decisionNote!: string | null;
}

@ObjectType('StatusUpdateEntry', {
  description:
    'One question with the institution’s answer. Where a reviewer changed the value both stay, and the appraised one decides.',
})
export class StatusUpdateEntryType implements Omit<
  EntryRow,
  'revisionId' | 'frameworkId' | 'criterionId'
> {
  @Field(() => Int, {
    nullable: true,
    description:
      'What the institution says: 1 for yes and 0 for no, a level, or the counted part of a share. Null when it has not answered: that is no zero.',
  })
  selfValue!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The counted total of a share; null for other questions, and when not answered.',
  })
  selfTotal!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What the reviewer put in its place, and what counts; null where nothing changed.',
  })
  appraisedValue!: number | null;

  @Field(() => Int, { nullable: true, description: 'The total that belongs to it, of a share.' })
  appraisedTotal!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the reviewer changed the value; null where nothing changed.',
  })
  appraisalReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the update came back because of this answer; null where it did not.',
  })
  returnReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the revision before that was returned or approved came back because of this answer: what is to be mended in this one. Null where it did not, and in a first revision.',
  })
  earlierReturnReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the institution says about its answer; null when it says nothing.',
  })
  comment!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the answer was taken over from an earlier round and nobody has saved it since.',
  })
  prefilled!: boolean;

  @Field(() => Float, { description: 'The points that it earns; 0 without an answer.' })
  points!: number;

  @Field(() => AnswerChange, {
    nullable: true,
    description:
      'What became of it since the revision before that was returned or approved; null when there is none.',
  })
  change!: AnswerChange | null;

  @Field(() => Boolean, {
    description:
      'Whether a reviewer has to look at it: everything the first time, afterwards what changed and what was named as a reason to return.',
  })
  needsLook!: boolean;
}
