import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RECORDED_BY, momentOf } from '../graphql/known-at.js';
import type { Context } from '../request/context.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { loadPeriods, type InstitutionPeriodRow } from './institution-period.queries.js';
import { InstitutionPeriodType } from './institution-period.type.js';
import type { InstitutionRow } from './institution.queries.js';
import { InstitutionType } from './institution.type.js';

@Resolver(() => InstitutionType)
export class InstitutionPeriodsResolver {
  @FieldResolver(() => [InstitutionPeriodType], {
    description:
      'What the institution was called, of which kind it was and where: a span for each change, in order of time, from its first day to its last. Empty when nothing was known of it at the moment.',
  })
  async periods(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Arg('knownAt', () => GraphQLDateTime, {
      nullable: true,
      description: RECORDED_BY,
    })
    knownAt: Date | null,
  ): Promise<InstitutionPeriodRow[]> {
    return (await loadPeriods(context, institution.id, momentOf(knownAt))) ?? [];
  }
}

@Resolver(() => InstitutionPeriodType)
export class InstitutionPeriodResolver {
  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The commune, or the smallest unit that is certain; null when none is certain.',
  })
  unit(
    @Ctx() context: Context,
    @Root() period: InstitutionPeriodRow,
  ): Promise<UnitRow | null> | null {
    return period.unitId === null ? null : loadUnit(context, period.unitId);
  }
}
