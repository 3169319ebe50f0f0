import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { WithheldPart } from '../distributions/distribution.js';
import { WithheldFigureType } from '../distributions/distribution.type.js';
import { connectionType } from '../graphql/connection.js';
import { CriterionFigureOrder } from './criterion-figures.enums.js';
import type { CriterionFiguresRow, OptionCountRow } from './criterion-figures.js';
import type { CriterionReportRow } from './criterion-report.queries.js';

registerEnumType(CriterionFigureOrder, {
  name: 'CriterionFigureOrder',
  description:
    'The order of figures by criterion, the lowest first, and the highest with `direction: DESC`. What has no such figure, or does not show it, comes last both ways, and equal figures are in the order of the framework both ways.',
  valuesConfig: {
    FRAMEWORK: { description: 'The order of the framework.' },
    MET_PERCENT: { description: '`metPercent`: the weakest criteria first.' },
    MET: { description: '`met`.' },
    ASKED: { description: '`asked`.' },
    ANSWERED: { description: '`answered`.' },
    DOES_NOT_APPLY: { description: '`doesNotApply`.' },
    MEDIAN_POINTS: { description: 'The median of `points`.' },
  },
});

@ObjectType('OptionCount', { description: 'How many institutions chose a level or an option.' })
export class OptionCountType implements Omit<OptionCountRow, 'name'> {
  @Field(() => String, {
    description: 'The number of the level, the code of the option, or YES and NO.',
  })
  code!: string;

  @Field(() => Int, { description: 'How many institutions; 0 is a real zero.' })
  institutions!: number;
}

@ObjectType('CriterionFigures', {
  description:
    'The figures of one criterion. An institution counts with its latest approved update of a round that asked it the framework. Counts that tell of one to four institutions are withheld from viewers who do not see into the updates, and are then null, never 0.',
})
export class CriterionFiguresType implements Omit<
  CriterionFiguresRow,
  'criterion' | 'options' | 'points'
> {
  @Field(() => Int, {
    description:
      'The institutions of the unit that were operating on the date and are of a kind that the criterion asks.',
  })
  institutions!: number;

  @Field(() => Int, {
    description:
      'Those of them that were asked: with an approved update that counts, under this version of the framework, and of a kind that it asked when it was scored. Never withheld: which institutions have reported is public.',
  })
  asked!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'asked / institutions, 0 to 100; null without an institution.',
  })
  coveragePercent!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Those asked that gave an answer other than “does not apply”. answered, unanswered and doesNotApply add up to asked. Null when withheld.',
  })
  answered!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Those asked that left it open; they count as not meeting it. Null when withheld.',
  })
  unanswered!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Those asked that said that it does not apply to them. Null when withheld.',
  })
  doesNotApply!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The denominator of metPercent: asked without doesNotApply. Null when withheld.',
  })
  applies!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The numerator: institutions whose answer, by the value that the reviewer set if there is one, reaches what their pillar requires of the criterion (`Criterion.minimum`); where nothing is required, what meets it by itself: yes, the highest level, the option with the greatest share, 100 percent of a total, or any points of a band. Null for an answer that nothing can be met by, such as a text, and when withheld.',
  })
  met!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'met / applies, 0 to 100; null as `met`, and when it applies to no institution.',
  })
  metPercent!: number | null;

  @Field(() => [WithheldFigureType], {
    description:
      'The parts that the viewer does not see, with the reasons; empty when none is. Those of `points` are listed there.',
  })
  withheld!: WithheldPart[];
}

export const CriterionFiguresConnection = connectionType(
  () => CriterionFiguresType,
  'CriterionFigures',
);

@ObjectType('CriterionReport', {
  description:
    'The answers of the institutions of a unit, or of the country, to a framework, by criterion. Each institution counts once, with its latest approved update of a round that asked it the framework, whatever the version: if that is another version, it is counted in `otherVersion` only, because criteria belong to a version.',
})
export class CriterionReportType implements Omit<
  CriterionReportRow,
  'unit' | 'framework' | 'criteria'
> {
  @Field(() => GraphQLLocalDate, {
    description: 'The date. Rounds with a later reference date do not count.',
  })
  asOf!: string;

  @Field(() => GraphQLDateTime, { description: 'The moment up to which data is known.' })
  knownAt!: Date;

  @Field(() => Int, {
    description:
      'The institutions that were operating on the date in the unit and are of a kind that was asked about and that the framework asks anything. reported, otherVersion and notReported add up to it.',
  })
  institutions!: number;

  @Field(() => Int, {
    description: 'Those whose latest approved update is under this version: the ones that count.',
  })
  reported!: number;

  @Field(() => Int, {
    description: 'Those whose latest approved update is under another version of the framework.',
  })
  otherVersion!: number;

  @Field(() => Int, {
    description:
      'Those without an approved update about the framework: what they would answer is not known.',
  })
  notReported!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'reported / institutions, 0 to 100; null without an institution.',
  })
  coveragePercent!: number | null;
}
