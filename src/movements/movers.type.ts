import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { ProgressCountsDifferenceType, ProgressCountsType } from './change.type.js';
import { UnitPresence } from './movement.enums.js';
import type { Mover } from './movers.js';

registerEnumType(UnitPresence, {
  name: 'UnitPresence',
  description: 'On which of two dates a unit existed.',
  valuesConfig: {
    BOTH_DATES: {
      description: 'On both, or its figures are restated on its borders for both.',
    },
    FIRST_DATE_ONLY: { description: 'On the first date: it ended in between.' },
    SECOND_DATE_ONLY: { description: 'On the second date: it began in between.' },
  },
});

@ObjectType('ProgressMover', {
  description: 'A unit and how its figures of one line changed between two dates.',
})
class ProgressMoverType implements Mover {
  @Field(() => AdministrativeUnitType, { description: 'The unit.' })
  unit!: AdministrativeUnitType & Mover['unit'];

  @Field(() => Int, {
    nullable: true,
    description:
      'The place by how it changed, from 1 on, among all units of the list. Equal changes share a place and the next one is left out. Null for a unit without the difference.',
  })
  rank!: number | null;

  @Field(() => UnitPresence, {
    description: 'On which of the dates the unit existed. Only one of BOTH_DATES has a difference.',
  })
  presence!: UnitPresence;

  @Field(() => ProgressCountsType, {
    nullable: true,
    description: 'The figures on the first date; null when the unit did not exist then.',
  })
  before!: Mover['before'];

  @Field(() => ProgressCountsType, {
    nullable: true,
    description: 'The figures on the second date; null when the unit did not exist then.',
  })
  after!: Mover['after'];

  @Field(() => ProgressCountsDifferenceType, {
    nullable: true,
    description: 'The difference; null when the unit existed on one of the dates only.',
  })
  difference!: Mover['difference'];

  @Field(() => Float, {
    nullable: true,
    description:
      'The difference of the percentage, in percentage points; null when the unit existed on one of the dates only, and when no institution is counted on one of them.',
  })
  percentPoints!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether a part of another unit came to this one between the dates, with CURRENT_UNITS: the figures of the first date are without it, so that the difference is too large.',
  })
  restatedInPart!: boolean;
}

export const ProgressMoverConnection = connectionType(() => ProgressMoverType, 'ProgressMover');
