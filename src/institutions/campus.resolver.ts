import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RECORDED_BY, momentOf } from '../graphql/known-at.js';
import type { Context } from '../request/context.js';
import { inSpan, todayOrLastDay, type LocalDate } from '../shared/dates.js';
import type { UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { loadCampuses, unitOfCampus, type CampusRow } from './campus.queries.js';
import { CampusType } from './campus.type.js';
import type { InstitutionRow } from './institution.queries.js';
import { InstitutionType } from './institution.type.js';

@Resolver(() => InstitutionType)
export class InstitutionCampusesResolver {
  @FieldResolver(() => [CampusType], {
    description: 'The further sites of the institution; empty when none is recorded.',
  })
  async campuses(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Only those that existed on this date; left out means all, present and past.',
    })
    on: LocalDate | null,
    @Arg('knownAt', () => GraphQLDateTime, {
      nullable: true,
      description: RECORDED_BY,
    })
    knownAt: Date | null,
  ): Promise<CampusRow[]> {
    const moment = momentOf(knownAt);
    const campuses = (await loadCampuses(context, institution.id, moment)) ?? [];
    return on == null ? campuses : campuses.filter((campus) => inSpan(campus, on));
  }
}

@Resolver(() => CampusType)
export class CampusResolver {
  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description:
      'The commune of the campus on a date. Null when its commune was split and nobody has recorded in which part it lies.',
  })
  unit(
    @Ctx() context: Context,
    @Root() campus: CampusRow,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'The date; left out means today, or the last day of a campus that has ended.',
    })
    on: LocalDate | null,
  ): Promise<UnitRow | null> {
    const date = on ?? todayOrLastDay(campus.validTo, context.today);
    return unitOfCampus(context, campus, date);
  }
}
