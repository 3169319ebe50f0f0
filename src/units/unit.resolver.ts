import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { RECORDED_BY, momentKnown } from '../graphql/known-at.js';
import { fromGlobalId, rowIdOf } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { byId, pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { loadPredecessors, loadSuccessors, type SuccessionRow } from './succession.queries.js';
import { loadUnit, unitByCode, unitRows, type UnitRow } from './unit.queries.js';
import {
  AdministrativeUnitConnection,
  AdministrativeUnitFilter,
  AdministrativeUnitType,
  UnitOrder,
  UnitSuccessionType,
} from './unit.type.js';

@Resolver(() => AdministrativeUnitType)
export class AdministrativeUnitResolver {
  @Query(() => AdministrativeUnitType, {
    nullable: true,
    description:
      'The unit that had a code on a date; null when there was none. If several kinds of unit had the code and kind is left out, the error is AMBIGUOUS_CODE.',
  })
  administrativeUnit(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The official code with its leading zeros.' })
    code: string,
    @Arg('kind', () => UnitKind, {
      nullable: true,
      description: 'The tier; needed only when the code is ambiguous.',
    })
    kind: UnitKind | null,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'The date; left out means today.',
    })
    on: LocalDate | null,
  ): Promise<UnitRow | null> {
    return unitByCode(context, code, kind, on ?? context.today);
  }

  @Query(() => AdministrativeUnitConnection, { description: 'Units that existed on a date.' })
  administrativeUnits(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => AdministrativeUnitFilter, {
      nullable: true,
      description: 'Conditions for the list.',
    })
    filter: AdministrativeUnitFilter | null,
    @Arg('orderBy', () => UnitOrder, {
      defaultValue: UnitOrder.NAME,
      description: 'The order of the list.',
    })
    orderBy: UnitOrder,
  ): Promise<Connection<UnitRow>> {
    const { parent, under, ids, ...rest } = filter ?? {};
    const conditions = {
      ...rest,
      parentId: rowIdOf('AdministrativeUnit', parent),
      underId: rowIdOf('AdministrativeUnit', under),
      ids: ids?.map((id) => fromGlobalId('AdministrativeUnit', id) ?? 0) ?? null,
      on: rest.on ?? context.today,
    };
    return readPage(context, 'units', conditions, 0, pageOf(pageArguments, orderOf(orderBy)), () =>
      unitRows(context.database, conditions),
    );
  }

  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit directly above; null for a province.',
  })
  parent(@Ctx() context: Context, @Root() unit: UnitRow): Promise<UnitRow | null> | null {
    return unit.parentId === null ? null : loadUnit(context, unit.parentId);
  }

  @FieldResolver(() => [UnitSuccessionType], {
    description: 'The successions by which this unit was formed; empty when none is recorded.',
  })
  async predecessors(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Arg('knownAt', () => GraphQLDateTime, { nullable: true, description: RECORDED_BY })
    knownAt: Date | null,
  ): Promise<SuccessionRow[]> {
    return (await loadPredecessors(context, unit.id, await momentKnown(context, knownAt))) ?? [];
  }

  @FieldResolver(() => [UnitSuccessionType], {
    description: 'The successions by which this unit was followed; empty while it exists.',
  })
  async successors(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Arg('knownAt', () => GraphQLDateTime, { nullable: true, description: RECORDED_BY })
    knownAt: Date | null,
  ): Promise<SuccessionRow[]> {
    return (await loadSuccessors(context, unit.id, await momentKnown(context, knownAt))) ?? [];
  }

  @FieldResolver(() => AdministrativeUnitConnection, {
    description:
      'The units directly under this one at any time of its existence. `breakdown` by UNIT has those of a date, also of a tier further below, with their figures.',
  })
  children(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('orderBy', () => UnitOrder, {
      defaultValue: UnitOrder.NAME,
      description: 'The order of the list.',
    })
    orderBy: UnitOrder,
  ): Promise<Connection<UnitRow>> {
    const page = pageOf(pageArguments, orderOf(orderBy));
    return readPage(context, 'children', {}, unit.id, page, (parent) =>
      unitRows(context.database, { on: null }, parent),
    );
  }
}

@Resolver(() => UnitSuccessionType)
export class UnitSuccessionResolver {
  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit that ended.' })
  predecessor(@Ctx() context: Context, @Root() succession: SuccessionRow): Promise<UnitRow | null> {
    return loadUnit(context, succession.predecessorId);
  }

  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit that followed.' })
  successor(@Ctx() context: Context, @Root() succession: SuccessionRow): Promise<UnitRow | null> {
    return loadUnit(context, succession.successorId);
  }
}

function orderOf(order: UnitOrder): Order {
  if (order === 'ID') return byId('unit');
  const column = order === 'NAME' ? 'sortName' : 'code';
  return {
    name: `unit-${order}`,
    movedBy: order === 'NAME' ? 'unit_name' : 'unit_code',
    descending: false,
    columns: [
      { name: column, type: 'text' },
      { name: 'id', type: 'number' },
    ],
  };
}
