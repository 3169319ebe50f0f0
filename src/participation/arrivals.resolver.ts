import { GraphQLLocalDate } from 'graphql-scalars';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { connectionType, type Connection } from '../graphql/connection.js';
import { byPosition, pageOfList } from '../graphql/list-page.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import type { Context } from '../request/context.js';
import type { RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import type { ArrivalDay } from './arrivals.js';
import { loadArrivals, type ArrivalsRow } from './arrivals.queries.js';

const SO_FAR = 'until the end of the day';

@ObjectType('RoundArrivalDay', {
  description:
    'How many institutions took a step in a round on one day in Vietnam. Each institution counts once in each step, on the day of the first time.',
})
class RoundArrivalDayType implements ArrivalDay {
  @Field(() => GraphQLLocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => Int, {
    description:
      'The institutions that first submitted on this day, as `Participation.submittedAt` says: a submission that was withdrawn does not count.',
  })
  submitted!: number;

  @Field(() => Int, {
    description: 'The institutions whose report was returned for the first time on this day.',
  })
  returned!: number;

  @Field(() => Int, {
    description:
      'The institutions whose report was approved for the first time on this day, by an approval that was not taken back.',
  })
  approved!: number;

  @Field(() => Int, { description: `The institutions that had submitted ${SO_FAR}.` })
  submittedSoFar!: number;

  @Field(() => Int, {
    description: `The institutions to which a report had been returned ${SO_FAR}, whatever came of it.`,
  })
  returnedSoFar!: number;

  @Field(() => Int, {
    description: `The institutions of which a report had been approved ${SO_FAR}.`,
  })
  approvedSoFar!: number;
}

const RoundArrivalDayConnection = connectionType(() => RoundArrivalDayType, 'RoundArrivalDay');

@ObjectType('RoundArrivals', {
  description:
    'How the reports of the called institutions that the viewer may inspect came in, day by day.',
})
class RoundArrivalsType {
  @Field(() => Int, {
    description:
      'The called institutions, which all counts so far are of: `completeness { total { called } }`.',
  })
  called!: number;

  @Field(() => RoundArrivalDayConnection, {
    description:
      'The days, the first one first: from the day on which the round opens until today or its last day, and all others on which something happened. A day on which nothing happened is among them, with zeros.',
  })
  days(
    @Root() { byDay }: ArrivalsRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Connection<ArrivalDay> {
    return pageOfList(byDay, pageOf(pageArguments, byPosition('round-arrival-day')));
  }
}

@Resolver(() => ReportingRoundType)
class RoundArrivalsResolver {
  @FieldResolver(() => RoundArrivalsType, {
    nullable: true,
    description:
      'How the reports of the called institutions that the viewer may inspect came in, day by day; null when the viewer may inspect none of them, as `completeness` is.',
  })
  arrivals(
    @Ctx() context: Context,
    @Root() round: RoundRow,
    @Arg('unit', () => ID, {
      nullable: true,
      description:
        'Only institutions that were in the unit with this id, or in a unit under it, on the reference date. Left out means the unit of the round. For a unit that is not under the unit of the round, arrivals is null.',
    })
    unit: string | null,
  ): Promise<ArrivalsRow | null> {
    const unitId = unit == null ? round.unitId : (fromGlobalId('AdministrativeUnit', unit) ?? 0);
    return loadArrivals(context, round, unitId);
  }
}

@Resolver(() => RoundArrivalsType)
class ArrivalsUnitResolver {
  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit of these counts.' })
  unit(@Ctx() context: Context, @Root() { unitId }: ArrivalsRow): Promise<UnitRow | null> {
    return loadUnit(context, unitId);
  }
}

/** What resolves how reports came in. */
export const ARRIVALS_RESOLVERS = [RoundArrivalsResolver, ArrivalsUnitResolver] as const;
