import { ArgsType, Field, ID } from 'type-graphql';
import { LIMITS } from '../execution/limits/limits.js';
import { UnitKind } from '../vocabulary/unit.enums.js';

/** Which units a stream is about: named one by one, or as a tier. */
@ArgsType()
export class UnitsFollowedArguments {
  @Field(() => [ID], {
    nullable: true,
    description: `The ids of the units, at most ${LIMITS.list}; one that is given twice is told once. Left out or null means those of \`under\` and \`unitKind\`; beside either of them the error is UNITS_UNCLEAR. An id of no unit is the error NOT_FOUND.`,
  })
  units?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of a unit: those directly under it that exist today, or with `unitKind` those of that tier anywhere under it. Left out or null with `unitKind` means the whole country. An id of no unit is the error NOT_FOUND.',
  })
  under?: string | null;

  @Field(() => UnitKind, {
    nullable: true,
    description: `The tier of the units. More than ${LIMITS.list} of them are the error UNITS_TOO_MANY.`,
  })
  unitKind?: UnitKind | null;
}
