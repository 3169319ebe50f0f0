import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { BreakdownResolver } from '../breakdowns/breakdown.resolver.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { unitAsked } from '../units/unit-asked.queries.js';
import { partsOf } from '../units/unit-parts.queries.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import { BoundaryBasis } from '../vocabulary/unit.enums.js';
import { boundariesOn } from './boundary.queries.js';
import { boundariesOf, type Boundaries } from './boundaries.js';
import { UnitBoundariesType } from './boundary.type.js';

/** What reading the shapes costs beside the rest: they are most of an answer. */
const COST = 50;

@Resolver()
class BoundaryResolver {
  @Query(() => UnitBoundariesType, {
    nullable: true,
    complexity: ({ childComplexity }: { childComplexity: number }) => COST + childComplexity,
    description:
      'The shapes of the parts of a unit, or of the provinces, for a map of `breakdown(by: [UNIT])` with the same arguments. Null when no part has a shape: an operator imports them with `hub import boundaries`. Null with an error when the unit or the date is not valid.',
  })
  async unitBoundaries(
    @Ctx() context: Context,
    @Arg('unit', () => ID, {
      nullable: true,
      description: 'The unit whose parts are drawn; left out means the whole country.',
    })
    id: string | null,
    @Arg('asOf', () => GraphQLLocalDate, {
      nullable: true,
      description: 'The date; left out means today, or the last day of a unit that has ended.',
    })
    date: LocalDate | null,
    @Arg('basis', () => BoundaryBasis, {
      defaultValue: BoundaryBasis.AS_REPORTED,
      description:
        'The borders: those of the date, or with CURRENT_UNITS those of today, whatever the date.',
    })
    basis: BoundaryBasis,
  ): Promise<Boundaries | null> {
    const unit = id ? await unitAsked(context, id) : null;
    const asOf = date ?? (unit ? await presentDay(context, unit, Infinity) : context.today);
    if (unit) await checkInSpan(context, unit, asOf, basis, Infinity);
    const { on, units } = await partsOf(context, unit, { asOf, basis, kind: null });
    const shapes = await boundariesOn(
      context.database,
      units.map((each) => each.id),
      on,
    );
    return boundariesOf(units, shapes, on);
  }
}

/** What answers for the parts of a unit: their figures and their shapes. */
export const PART_RESOLVERS = [BreakdownResolver, BoundaryResolver] as const;
