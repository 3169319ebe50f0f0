import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FrameworkChangeKind, FrameworkState } from '../vocabulary/framework.enums.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { FrameworkChange } from './framework-comparison.js';
import type { FrameworkComparison } from './framework.queries.js';

registerEnumType(FrameworkState, {
  name: 'FrameworkState',
  description: 'What has become of a published version of a framework.',
  valuesConfig: {
    TO_COME: { description: 'Its first day is still to come.' },
    IN_FORCE: { description: 'It is in force.' },
    REPLACED: { description: 'A later version is in force in its place.' },
    ENDED: { description: 'Its last day is over.' },
  },
});

registerEnumType(FrameworkChangeKind, {
  name: 'FrameworkChangeKind',
  description: 'In what a version of a framework differs from the one before.',
  valuesConfig: {
    ADDED: { description: 'A criterion that the version before does not have.' },
    DROPPED: { description: 'A criterion that only the version before has.' },
    REWORDED: { description: 'The text of the question, or how to answer it, is another one.' },
    ANSWER_CHANGED: { description: 'The form of the answer is another one.' },
    POINTS_CHANGED: { description: 'Answers earn other points.' },
    KINDS_CHANGED: { description: 'Other kinds of institution are asked.' },
    RULES_CHANGED: {
      description:
        'The section is another one, or whether it is a condition, needs evidence, has to be answered, or may not apply.',
    },
    LEVELS_CHANGED: {
      description:
        'The name, maximum or levels of a section are others; without a code, how the level of the whole is found.',
    },
    INDICATORS_CHANGED: {
      description: 'An indicator is decided that was not, no longer, or by another requirement.',
    },
  },
});

@ObjectType('FrameworkChange', {
  description: 'One difference between two versions of a framework.',
})
export class FrameworkChangeType implements Omit<FrameworkChange, 'before' | 'after'> {
  @Field(() => FrameworkChangeKind, { description: 'The kind of difference.' })
  kind!: FrameworkChangeKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the criterion, the section or the indicator; null when the whole is concerned.',
  })
  code!: string | null;

  @Field(() => [InstitutionKind], {
    description: 'The kinds that are asked the criterion now and were not before.',
  })
  addedKinds!: InstitutionKind[];

  @Field(() => [InstitutionKind], {
    description: 'The kinds that are no longer asked the criterion.',
  })
  droppedKinds!: InstitutionKind[];
}

@ObjectType('FrameworkComparison', {
  description: 'A version of a framework compared with the published one before.',
})
export class FrameworkComparisonType implements Omit<FrameworkComparison, 'changes'> {
  @Field(() => Int, { description: 'The number of the version before.' })
  version!: number;

  @Field(() => [FrameworkChangeType], {
    description: 'All differences: those of criteria first, then of sections and indicators.',
  })
  changes!: FrameworkChange[];
}
