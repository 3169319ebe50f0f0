import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { asksFor } from '../graphql/asked-for.js';
import { KNOWN_AT, momentKnown } from '../graphql/known-at.js';
import { loadIndicator, type IndicatorRow } from '../indicators/indicator.queries.js';
import { IndicatorType } from '../indicators/indicator.type.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { todayOrLastDay, type LocalDate } from '../shared/dates.js';
import { loadStatusUpdate, type StatusUpdateRow } from '../status-updates/status-update.queries.js';
import { StatusUpdateType } from '../status-updates/status-update.type.js';
import {
  indicatorStatuses,
  pillarStatuses,
  type IndicatorStatusRow,
  type PillarStatusRow,
  type SeenInstitution,
} from './indicator-status.js';
import { IndicatorStatusType } from './indicator-status.type.js';
import { loadSeen } from './institution-status.queries.js';
import { PillarStatusType } from './progress.type.js';

@ArgsType()
class StatusArguments {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The date; left out means today, or the last day of an institution that has closed.',
  })
  asOf?: LocalDate | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: KNOWN_AT })
  knownAt?: Date | null;
}

@Resolver(() => InstitutionType)
export class InstitutionStatusResolver {
  @FieldResolver(() => [PillarStatusType], {
    description:
      'The status of the institution in each of the four pillars: always four, in the order of the enum.',
  })
  async pillars(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Args(() => StatusArguments) options: StatusArguments,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PillarStatusRow[]> {
    const { seen, date } = await seenOn(context, institution, options, info);
    return pillarStatuses(seen, date);
  }

  @FieldResolver(() => [IndicatorStatusType], {
    description:
      'The status of the institution in each indicator of the hub that is about its group: the four pillars, all four together, and those of the hub’s own, in the order of `Query.indicators`.',
  })
  async indicators(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Args(() => StatusArguments) options: StatusArguments,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IndicatorStatusRow[]> {
    const { seen, date } = await seenOn(context, institution, options, info);
    return indicatorStatuses(seen, date);
  }
}

async function seenOn(
  context: Context,
  { id, closedOn }: InstitutionRow,
  { asOf, knownAt }: StatusArguments,
  info: GraphQLResolveInfo,
): Promise<{ seen: SeenInstitution; date: LocalDate }> {
  const date = asOf ?? todayOrLastDay(closedOn, context.today);
  const moment = await momentKnown(context, knownAt);
  const seen = await loadSeen(context, id, { date, moment, why: asksFor(info, 'observation') });
  return { seen, date };
}

@Resolver(() => PillarStatusType)
export class PillarStatusResolver {
  @FieldResolver(() => StatusUpdateType, {
    nullable: true,
    description: 'The update that counts; null unless the observation is REPORTED.',
  })
  update(
    @Ctx() context: Context,
    @Root() status: PillarStatusRow,
  ): Promise<StatusUpdateRow | null> | null {
    return status.updateId === null ? null : loadStatusUpdate(context, status.updateId);
  }
}

@Resolver(() => IndicatorStatusType)
export class IndicatorStatusResolver {
  @FieldResolver(() => IndicatorType, { description: 'The indicator.' })
  indicator(@Ctx() context: Context, @Root() status: IndicatorStatusRow): Promise<IndicatorRow> {
    return loadIndicator(context, status.code);
  }

  @FieldResolver(() => StatusUpdateType, {
    nullable: true,
    description:
      'The update that counts, the oldest of an indicator that is made of others; null unless the observation is REPORTED.',
  })
  update(
    @Ctx() context: Context,
    @Root() status: IndicatorStatusRow,
  ): Promise<StatusUpdateRow | null> | null {
    return status.updateId === null ? null : loadStatusUpdate(context, status.updateId);
  }
}
