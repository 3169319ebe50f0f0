import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import type { Context } from '../request/context.js';
import { addDays, inSpan, todayOrLastDay, type LocalDate } from '../shared/dates.js';
import { loadSuccessors } from '../units/succession.queries.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { groupOf, InstitutionGroup } from '../vocabulary/institution.enums.js';
import {
  institutionByCode,
  loadCodes,
  type InstitutionCodeRow,
} from './institution-code.queries.js';
import { loadLocations, type InstitutionLocationRow } from './institution-period.queries.js';
import { hasAccount } from './account-holding.queries.js';
import { InstitutionFilter, InstitutionOrder } from './institution.inputs.js';
import { institutionOrder, institutionRows, type InstitutionRow } from './institution.queries.js';
import {
  InstitutionCodeType,
  InstitutionConnection,
  InstitutionLocationType,
  InstitutionType,
} from './institution.type.js';

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  @Query(() => InstitutionType, {
    nullable: true,
    description:
      'The institution that had a code on a date, with its attributes of that date; null when there was none. A code ends with its institution, and may be given to another one later. If several institutions had the code, the error is AMBIGUOUS_CODE.',
  })
  institution(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'A code of the institution.' }) code: string,
    @Arg('system', () => String, {
      nullable: true,
      description: 'The system of the code; left out means any system.',
    })
    system: string | null,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The date; left out means today or, where nobody uses the code today, the last day of its use: so the code of a school that has closed or got another code still leads to it.',
    })
    on: LocalDate | null,
  ): Promise<InstitutionRow | null> {
    return institutionByCode(context, code, system, on ?? null);
  }

  @Query(() => InstitutionConnection, {
    description:
      'Institutions that were operating on a date, of all kinds: `totalCount` includes those in no group, which `progress` does not count, unless the filter says otherwise.',
  })
  institutions(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => InstitutionFilter, {
      nullable: true,
      description: 'Conditions for the list.',
    })
    filter: InstitutionFilter | null,
    @Arg('orderBy', () => InstitutionOrder, {
      defaultValue: InstitutionOrder.NAME,
      description: 'The order of the list.',
    })
    orderBy: InstitutionOrder,
  ): Promise<Connection<InstitutionRow>> {
    const { unit, ...rest } = filter ?? {};
    const conditions = { ...rest, on: rest.on ?? context.today };
    const only =
      rest.hasAccount == null ? undefined : hasAccount(context, 'institution.id', rest.hasAccount);
    const page = pageOf(pageArguments, institutionOrder(orderBy));
    if (unit == null)
      return readPage(context, 'institutions', conditions, 0, page, () =>
        institutionRows(context.database, conditions, undefined, only),
      );
    const unitId = fromGlobalId('AdministrativeUnit', unit) ?? 0;
    return readPage(context, 'institutions in', conditions, unitId, page, (parent) =>
      institutionRows(context.database, conditions, parent, only),
    );
  }

  @FieldResolver(() => InstitutionGroup, {
    nullable: true,
    description:
      'The group in which the institution is counted; null for a preschool, a special school and a university, for which no target is set: no line of `progress` counts them.',
  })
  group(@Root() institution: InstitutionRow): InstitutionGroup | null {
    return groupOf(institution.kind);
  }

  @FieldResolver(() => [InstitutionCodeType], {
    description: 'All codes of the institution, present and past.',
  })
  async codes(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
  ): Promise<InstitutionCodeRow[]> {
    return (await loadCodes(context, institution.id)) ?? [];
  }

  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description:
      'The unit of the institution on a date: its commune, or the smallest unit that is certain when it is not known which part of a split commune it belongs to. Null when it was not operating, or when not even its province is certain.',
  })
  async unit(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The date; left out means today, or the last day of an institution that has closed.',
    })
    on: LocalDate | null,
  ): Promise<UnitRow | null> {
    const date = on ?? todayOrLastDay(institution.closedOn, context.today);
    const locations = await loadLocations(context, institution.id);
    const location = locations?.find((each) => inSpan(each, date));
    return location?.unitId == null ? null : loadUnit(context, location.unitId);
  }

  @FieldResolver(() => [InstitutionLocationType], {
    description: 'The locations of the institution, in order of time.',
  })
  async locations(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
  ): Promise<InstitutionLocationRow[]> {
    return (await loadLocations(context, institution.id)) ?? [];
  }
}

@Resolver(() => InstitutionLocationType)
export class InstitutionLocationResolver {
  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The commune, or the smallest unit that is certain; null when none is certain.',
  })
  unit(
    @Ctx() context: Context,
    @Root() location: InstitutionLocationRow,
  ): Promise<UnitRow | null> | null {
    return location.unitId === null ? null : loadUnit(context, location.unitId);
  }

  @FieldResolver(() => [AdministrativeUnitType], {
    description:
      'The units of which one is right, while it is not known which part of a split unit the institution belongs to; otherwise empty.',
  })
  async candidates(
    @Ctx() context: Context,
    @Root() location: InstitutionLocationRow,
  ): Promise<(UnitRow | null)[]> {
    if (location.settled || location.validFrom === null) return [];
    const dayBefore = addDays(location.validFrom, -1);
    const locations = await loadLocations(context, location.institutionId);
    const previous = locations?.find((each) => each.validTo === dayBefore)?.unitId;
    if (previous == null) return [];
    const successors = await loadSuccessors(context, previous);
    const parts = (successors ?? []).filter(({ extent }) => extent === 'PART');
    return Promise.all(parts.map(({ successorId }) => loadUnit(context, successorId)));
  }
}

@Resolver(() => AdministrativeUnitType)
export class UnitInstitutionsResolver {
  @FieldResolver(() => InstitutionConnection, {
    description:
      'The institutions in this unit, or in a unit under it, that were operating on a date. Without `group` they are of all kinds: `totalCount` includes those in no group, which `progress` does not count.',
  })
  institutions(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'The date; left out means today, or the last day of a unit that has ended.',
    })
    on: LocalDate | null,
    @Arg('group', () => InstitutionGroup, { nullable: true, description: 'Only this group.' })
    group: InstitutionGroup | null,
    @Arg('orderBy', () => InstitutionOrder, {
      defaultValue: InstitutionOrder.NAME,
      description: 'The order of the list.',
    })
    orderBy: InstitutionOrder,
  ): Promise<Connection<InstitutionRow>> {
    const conditions = { on: on ?? todayOrLastDay(unit.validTo, context.today), group };
    const page = pageOf(pageArguments, institutionOrder(orderBy));
    return readPage(context, 'institutions in', conditions, unit.id, page, (parent) =>
      institutionRows(context.database, conditions, parent),
    );
  }
}
