import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PageArguments } from '../graphql/page-arguments.js';
import type { LocalDate } from '../shared/dates.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { BoundaryBasis, UnitKind } from '../vocabulary/unit.enums.js';
import { MoverDirection, MoverFigure } from './movement.enums.js';

registerEnumType(MoverFigure, {
  name: 'MoverFigure',
  description: 'A figure by whose change units are sorted.',
  valuesConfig: {
    PERCENT: { description: 'The percentage, by its difference in percentage points.' },
    COMPLETED: { description: 'The number of completed institutions.' },
  },
});

registerEnumType(MoverDirection, {
  name: 'MoverDirection',
  description: 'Which changes are largest.',
  valuesConfig: {
    EITHER: {
      description: 'The largest first whichever way; an equal rise and fall share a place.',
    },
    UP: { description: 'The largest rise first, the largest fall last.' },
    DOWN: { description: 'The largest fall first, the largest rise last.' },
  },
});

@InputType({ description: 'The order of units by how they changed.' })
export class MoverOrderInput {
  @Field(() => MoverFigure, {
    defaultValue: MoverFigure.PERCENT,
    description: 'The figure.',
  })
  figure!: MoverFigure;

  @Field(() => MoverDirection, {
    defaultValue: MoverDirection.EITHER,
    description: 'The direction. Units without the difference are last in all of them.',
  })
  direction!: MoverDirection;
}

@ArgsType()
export class MoversArguments extends PageArguments {
  @Field(() => ID, {
    nullable: true,
    description: 'The unit whose units are compared; left out means the whole country.',
  })
  unit?: string | null;

  @Field(() => UnitKind, {
    nullable: true,
    description:
      'The tier of the units below, however far down. Left out means the units directly below, and the provinces for the country.',
  })
  unitKind?: UnitKind | null;

  @Field(() => GraphQLLocalDate, { description: 'The first date.' })
  from!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The second date; left out means today, or the last day of a unit that has ended. A date before `from` gives the error DATES_OUT_OF_ORDER.',
  })
  to?: LocalDate | null;

  @Field(() => BoundaryBasis, {
    defaultValue: BoundaryBasis.AS_REPORTED,
    description:
      'The borders by which the figures are counted. AS_REPORTED lists the units of both dates, each with the figures that it had itself: one that existed on one of the dates only has no difference. CURRENT_UNITS lists the units of today, with the figures of both dates restated on their borders.',
  })
  basis!: BoundaryBasis;

  @Field(() => InstitutionGroup, { description: 'The group of institutions.' })
  group!: InstitutionGroup;

  @Field(() => String, {
    defaultValue: 'ALL_FOUR',
    description:
      'The code of the indicator: of a pillar its name in the enum, and ALL_FOUR for all four together. A code that the hub does not have gives the error INDICATOR_UNKNOWN.',
  })
  indicator!: string;

  @Field(() => MoverOrderInput, {
    nullable: true,
    description: 'The order; left out means by PERCENT in EITHER direction.',
  })
  orderBy?: MoverOrderInput | null;
}
