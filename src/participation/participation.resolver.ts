import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { lockOf } from '../rounds/lock.js';
import { loadRound, type RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import { loadStatusUpdate, type StatusUpdateRow } from '../status-updates/status-update.queries.js';
import { StatusUpdateType } from '../status-updates/status-update.type.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { LockReason, RoundPhase } from '../vocabulary/round.enums.js';
import type { UnitCompleteness } from './completeness.js';
import { ParticipationExceptionType } from './exception.type.js';
import { loadCompleteness, type CompletenessRow } from './completeness.queries.js';
import {
  loadParticipation,
  participationsInRound,
  participationsOfInstitution,
  type ExceptionRow,
  type ListedParticipation,
  type ParticipationRow,
} from './participation.queries.js';
import {
  ParticipationConnection,
  ParticipationFilter,
  ParticipationOrder,
  ParticipationType,
  RoundCompletenessType,
  UnitCompletenessType,
} from './participation.type.js';

const ORDERS: Record<ParticipationOrder, Order> = {
  NAME: {
    name: 'participation-NAME',
    movedBy: 'institution_name',
    descending: false,
    columns: [
      { name: 'sortName', type: 'text' },
      { name: 'id', type: 'number' },
    ],
  },
  LATEST: {
    name: 'participation-LATEST',
    descending: true,
    columns: [
      { name: 'daysLate', type: 'number' },
      { name: 'id', type: 'number' },
    ],
  },
};

const NEWEST_DUE_FIRST: Order = {
  name: 'participation-newest',
  movedBy: 'round_due',
  descending: true,
  columns: [
    { name: 'roundDueOn', type: 'date' },
    { name: 'id', type: 'number' },
  ],
};

@Resolver(() => ReportingRoundType)
class RoundParticipationsResolver {
  @FieldResolver(() => ParticipationConnection, {
    description:
      'The participations of the called institutions that the viewer may inspect; none for the public. `filter: { overdue: true }, orderBy: LATEST` lists the overdue institutions, those with the most days late first.',
  })
  participations(
    @Ctx() context: Context,
    @Root() round: RoundRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => ParticipationFilter, {
      nullable: true,
      description: 'Conditions for the list.',
    })
    filter: ParticipationFilter | null,
    @Arg('orderBy', () => ParticipationOrder, {
      defaultValue: ParticipationOrder.NAME,
      description: 'The order of the list.',
    })
    orderBy: ParticipationOrder,
  ): Promise<Connection<ListedParticipation>> {
    const { unit, ...rest } = filter ?? {};
    const unitId = unit == null ? null : (fromGlobalId('AdministrativeUnit', unit) ?? 0);
    const conditions = { ...rest, unitId };
    const page = pageOf(pageArguments, ORDERS[orderBy]);
    return readPage(context, 'participations in', conditions, round.id, page, (parent) =>
      participationsInRound(context, conditions, parent),
    );
  }

  @FieldResolver(() => RoundCompletenessType, {
    nullable: true,
    description:
      'The state of the reports of the called institutions that the viewer may inspect; null when the viewer may inspect none of them.',
  })
  completeness(
    @Ctx() context: Context,
    @Root() round: RoundRow,
    @Arg('unit', () => ID, {
      nullable: true,
      description:
        'Only institutions that were in the unit with this id, or in a unit under it, on the reference date. Left out means the unit of the round. For a unit that is not under the unit of the round, completeness is null.',
    })
    unit: string | null,
  ): Promise<CompletenessRow | null> {
    const unitId = unit == null ? round.unitId : (fromGlobalId('AdministrativeUnit', unit) ?? 0);
    return loadCompleteness(context, round, unitId);
  }
}

@Resolver(() => InstitutionType)
class InstitutionParticipationsResolver {
  @FieldResolver(() => ParticipationConnection, {
    description:
      'The participations of the institution in rounds, sorted by the due date of the rounds with the latest first; empty for a viewer who may not inspect the institution.',
  })
  participations(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('phase', () => RoundPhase, {
      nullable: true,
      description: 'Only rounds that are in this phase today for the institution.',
    })
    phase: RoundPhase | null,
  ): Promise<Connection<ListedParticipation>> {
    const page = pageOf(pageArguments, NEWEST_DUE_FIRST);
    return readPage(context, 'participations of', { phase }, institution.id, page, (parent) =>
      participationsOfInstitution(context, phase, parent),
    );
  }
}

@Resolver(() => ParticipationType)
class ParticipationResolver {
  @FieldResolver(() => InstitutionType, { description: 'The institution that is called.' })
  institution(
    @Ctx() context: Context,
    @Root() participation: ParticipationRow,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, participation.institutionId);
  }

  @FieldResolver(() => ReportingRoundType, { description: 'The round that calls the institution.' })
  round(
    @Ctx() context: Context,
    @Root() participation: ParticipationRow,
  ): Promise<RoundRow | null> {
    return loadRound(context, participation.roundId);
  }

  @FieldResolver(() => AdministrativeUnitType, {
    description:
      'The unit of the institution on the reference date: its commune, or the smallest unit that is certain.',
  })
  unit(@Ctx() context: Context, @Root() participation: ParticipationRow): Promise<UnitRow | null> {
    return loadUnit(context, participation.unitId);
  }

  @FieldResolver(() => LockReason, {
    nullable: true,
    description: 'Why the institution cannot write answers today; null when it can.',
  })
  lockReason(@Root() { phase, state }: ParticipationRow): LockReason | null {
    return lockOf({ phase, state });
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the institution first submitted its update; withdrawn submissions do not count. Null when it has not submitted.',
  })
  submittedAt(@Root() { submittedAt }: ParticipationRow): Date | null {
    return submittedAt === null ? null : new Date(submittedAt);
  }

  @FieldResolver(() => StatusUpdateType, {
    nullable: true,
    description:
      'The update of the institution, as far as the viewer may see it; null when it has not begun.',
  })
  update(
    @Ctx() context: Context,
    @Root() { updateId }: ParticipationRow,
  ): Promise<StatusUpdateRow | null> | null {
    return updateId === null ? null : loadStatusUpdate(context, updateId);
  }
}

@Resolver(() => ParticipationExceptionType)
class ParticipationExceptionResolver {
  @FieldResolver(() => GraphQLDateTime, { description: 'When the exception was made.' })
  recordedAt(@Root() { recordedAt }: ExceptionRow): Date {
    return new Date(recordedAt);
  }
}

@Resolver(() => StatusUpdateType)
class StatusUpdateParticipationResolver {
  @FieldResolver(() => ParticipationType, {
    nullable: true,
    description:
      'The participation of the institution in the round: the days that hold for it, and its exception. Null for a viewer who may not inspect the update, and when the round does not call the institution.',
  })
  participation(
    @Ctx() context: Context,
    @Root() { roundId, institutionId }: StatusUpdateRow,
  ): Promise<ParticipationRow | null> {
    return loadParticipation(context, roundId, institutionId);
  }
}

@Resolver(() => RoundCompletenessType)
class RoundCompletenessResolver {
  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit of these counts.' })
  unit(@Ctx() context: Context, @Root() { unitId }: CompletenessRow): Promise<UnitRow | null> {
    return loadUnit(context, unitId);
  }
}

@Resolver(() => UnitCompletenessType)
class UnitCompletenessResolver {
  @FieldResolver(() => AdministrativeUnitType, {
    description:
      'The unit directly under the requested unit. For institutions of which no lower unit is certain, it is the requested unit itself.',
  })
  unit(@Ctx() context: Context, @Root() { unitId }: UnitCompleteness): Promise<UnitRow | null> {
    return loadUnit(context, unitId);
  }
}

export const PARTICIPATION_RESOLVERS = [
  ParticipationResolver,
  RoundParticipationsResolver,
  ParticipationExceptionResolver,
  StatusUpdateParticipationResolver,
  InstitutionParticipationsResolver,
  RoundCompletenessResolver,
  UnitCompletenessResolver,
] as const;
