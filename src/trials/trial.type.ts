import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumeration } from '../shared/enumeration.js';
import type { IndicatorCount, LevelCount, TrialSummary } from './trial-summary.js';
import type { Move } from './trial.js';

const TrialMove = enumeration('UP', 'DOWN', 'SAME');

registerEnumType(TrialMove, {
  name: 'TrialMove',
  description: 'How an institution would move against what it has.',
  valuesConfig: {
    UP: { description: 'To a higher level or stage.' },
    DOWN: { description: 'To a lower one.' },
    SAME: { description: 'Not at all.' },
  },
});

@ObjectType('TrialLevel', { description: 'How many institutions would have a level.' })
class TrialLevelType implements LevelCount {
  @Field(() => Int, {
    nullable: true,
    description:
      'The level; null for institutions of which it cannot be said, because a question that decides was never asked.',
  })
  level!: number | null;

  @Field(() => Int, { description: 'How many institutions.' })
  institutions!: number;
}

@ObjectType('TrialIndicator', {
  description: 'How many institutions would be at which stage of an indicator.',
})
class TrialIndicatorType implements IndicatorCount {
  @Field(() => String, { description: 'The code of the indicator.' })
  indicator!: string;

  @Field(() => Int, { description: 'Those that would have completed it.' })
  completed!: number;

  @Field(() => Int, { description: 'Those that would have some of its points.' })
  inProgress!: number;

  @Field(() => Int, { description: 'Those that would have none of its points.' })
  notStarted!: number;

  @Field(() => Int, {
    description:
      'Those of which it cannot be said, because a question that decides was never asked.',
  })
  unknown!: number;

  @Field(() => Int, {
    description: 'Those that would stand higher than in the figures of the date.',
  })
  up!: number;

  @Field(() => Int, { description: 'Those that would stand lower.' })
  down!: number;
}

@ObjectType('TrialSummary', {
  description: 'What a framework would give for the institutions of a unit. Hypothetical.',
})
export class TrialSummaryType implements TrialSummary {
  @Field(() => Int, {
    description: 'The institutions that were operating on the date and are of a kind that it asks.',
  })
  institutions!: number;

  @Field(() => Int, {
    description:
      'Those of which the level or an indicator cannot be said, because something was never asked.',
  })
  unknown!: number;

  @Field(() => [TrialLevelType], {
    description: 'How many would have which level, the lowest first; empty without levels.',
  })
  levels!: LevelCount[];

  @Field(() => Int, {
    description:
      'Those that would have a higher level than by the version in force, from the same answers.',
  })
  levelUp!: number;

  @Field(() => Int, { description: 'Those that would have a lower level than by it.' })
  levelDown!: number;

  @Field(() => [TrialIndicatorType], { description: 'The indicators that it decides.' })
  indicators!: IndicatorCount[];
}

@ObjectType('TriedIndicator', { description: 'One institution in an indicator. Hypothetical.' })
export class TriedIndicatorType {
  @Field(() => String, { description: 'The code of the indicator.' })
  indicator!: string;

  @Field(() => TrialMove, {
    nullable: true,
    description: 'How it would move; null where nothing was reported of it, or it cannot be said.',
  })
  move!: Move;
}

@ObjectType('TriedInstitution', {
  description: 'One institution under the framework that is tried. Hypothetical.',
})
export class TriedInstitutionType {
  @Field(() => TrialMove, {
    nullable: true,
    description:
      'How its level would move against the version in force, from the same answers; null where one of the two cannot be said, or there is none.',
  })
  levelMove!: Move;
}

@ObjectType('TrialUnit', { description: 'A unit with what the framework would give in it.' })
export class TrialUnitType {
  @Field(() => TrialSummaryType, { description: 'The institutions in it.' })
  summary!: TrialSummary;
}

@ObjectType('FrameworkTrial', {
  description:
    'A framework, published or not, tried on the answers that are approved. Hypothetical: nothing of it is stored, and no figure changes.',
})
export class FrameworkTrialType {
  @Field(() => GraphQLLocalDate, {
    description: 'The date: of each question, the last answer approved for it counts.',
  })
  asOf!: string;
}
