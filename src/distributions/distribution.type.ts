import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { severalObjects } from '../graphql/answer-size.js';
import { FigurePart, FigureWithheldReason } from './distribution.enums.js';
import type { PointsBinRow, PointsDistributionRow, WithheldPart } from './distribution.js';
import { BIN_BOUNDS } from './spread.js';

registerEnumType(FigurePart, {
  name: 'FigurePart',
  description: 'A part of a figure that may be withheld by itself.',
  valuesConfig: {
    ANSWERS: {
      description:
        'How many answered, to how many it does not apply, how many met the criterion, and all percentages of these.',
    },
    OPTIONS: { description: 'How many chose each level or option.' },
    POINTS: { description: 'How many are in each bin of the histogram.' },
    QUARTILES: { description: 'The lower quartile, the median and the upper quartile.' },
    EXTREMES: { description: 'The least and the greatest value.' },
  },
});

registerEnumType(FigureWithheldReason, {
  name: 'FigureWithheldReason',
  description: 'The reason why a part of a figure is withheld.',
  valuesConfig: {
    FEW_INSTITUTIONS: {
      description:
        'The part, or what could be calculated from it and from what else is shown, tells of one to four institutions.',
    },
    INSPECTORS_ONLY: {
      description:
        'It is for those who see into the updates of all institutions asked about: planners of the unit, and reviewers of the unit and of all kinds counted. Others see figures of provinces and of the country, of all kinds, by what is known now, on the borders of the time, and without assumptions; the least and the greatest value never.',
    },
  },
});

@ObjectType('WithheldFigure', { description: 'A part of a figure that the viewer does not see.' })
export class WithheldFigureType implements WithheldPart {
  @Field(() => FigurePart, { description: 'The part.' })
  part!: FigurePart;

  @Field(() => FigureWithheldReason, { description: 'The reason.' })
  reason!: FigureWithheldReason;
}

@ObjectType('PointsBin', {
  description:
    'How many institutions have a share of points between two bounds. There are always ten bins of ten percent.',
})
class PointsBinType implements PointsBinRow {
  @Field(() => Int, { description: 'The lower bound in percent, which belongs to the bin.' })
  from!: number;

  @Field(() => Int, {
    description:
      'The upper bound in percent. It belongs to the next bin, and only in the last, of 90 to 100, to this one.',
  })
  to!: number;

  @Field(() => Int, { description: 'How many institutions; 0 is a real zero.' })
  institutions!: number;
}

@ObjectType('PointsDistribution', {
  description:
    'How institutions are spread by their share of points: the points that they have, in percent of those that apply to them. What is not known is in no bin. Quartiles are by nearest rank: the least value that a quarter, half or three quarters of `institutions` do not exceed, so that each is the value of an institution.',
})
export class PointsDistributionType implements PointsDistributionRow {
  @Field(() => Int, {
    nullable: true,
    description:
      'The institutions of which the share is known: the sum of all bins. Null when withheld. With `unknown` and `withoutPoints` it adds up to the denominator of the figure.',
  })
  institutions!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The institutions of which it is not known: nothing approved says it, or it is only assumed. It is no zero. Null when withheld.',
  })
  unknown!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The institutions that reported and to which nothing with points applies. Null when withheld.',
  })
  withoutPoints!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'institutions / (institutions + unknown), 0 to 100; null when there are none, and when withheld.',
  })
  coveragePercent!: number | null;

  @Field(() => [PointsBinType], {
    nullable: true,
    complexity: ({ childComplexity }) => severalObjects(BIN_BOUNDS.length, childComplexity),
    description: 'The histogram, the lowest bin first; null when withheld.',
  })
  bins!: PointsBinRow[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'In percent, 0 to 100; null without an institution, and when withheld.',
  })
  lowerQuartile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'In percent, 0 to 100; null without an institution, and when withheld.',
  })
  median!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'In percent, 0 to 100; null without an institution, and when withheld.',
  })
  upperQuartile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The least share in percent. Null without an institution, and for viewers who do not see into the updates, because it is the value of one institution.',
  })
  least!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The greatest share in percent; null as for `least`.',
  })
  greatest!: number | null;

  @Field(() => [WithheldFigureType], {
    description: 'The parts that the viewer does not see, with the reasons; empty when none is.',
  })
  withheld!: WithheldPart[];
}
