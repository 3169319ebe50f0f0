import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadFramework, type FrameworkRow } from '../frameworks/framework.queries.js';
import { FrameworkType } from '../frameworks/framework.type.js';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import type { Context } from '../request/context.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { RoundPhase } from '../vocabulary/round.enums.js';
import { phaseOf } from './round-phase.js';
import { roundRows, type RoundRow } from './round.queries.js';
import { mayActOnRound } from './round.service.js';
import { ReportingRoundConnection, ReportingRoundType } from './round.type.js';

const NEWEST_FIRST: Order = {
  name: 'round-newest',
  movedBy: 'round_due',
  descending: true,
  columns: [
    { name: 'dueOn', type: 'date' },
    { name: 'id', type: 'number' },
  ],
};

@Resolver(() => ReportingRoundType)
export class ReportingRoundResolver {
  @Query(() => ReportingRoundConnection, {
    description: 'Rounds, sorted by due date with the latest first.',
  })
  reportingRounds(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('unit', () => ID, {
      nullable: true,
      description: 'Only rounds of the unit with this id.',
    })
    unit: string | null,
    @Arg('withdrawn', () => Boolean, {
      defaultValue: false,
      description: 'True: only rounds that were withdrawn. False: only the others.',
    })
    withdrawn: boolean,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Only rounds whose code or name, in either language, contains this text. Diacritics and case are ignored.',
    })
    search: string | null,
  ): Promise<Connection<RoundRow>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    const conditions = { withdrawn, search: search ?? null };
    if (unit == null)
      return readPage(context, 'rounds', conditions, 0, page, () =>
        roundRows(context.database, conditions),
      );
    const unitId = fromGlobalId('AdministrativeUnit', unit) ?? 0;
    return readPage(context, 'rounds of', conditions, unitId, page, (parent) =>
      roundRows(context.database, conditions, parent),
    );
  }

  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() context: Context, @Root() round: RoundRow): string {
    return context.language === 'en' ? round.nameEn : round.nameVi;
  }

  @FieldResolver(() => [FrameworkType], {
    description:
      'The frameworks that the institutions answer, in order; each question is asked once.',
  })
  frameworks(@Ctx() context: Context, @Root() round: RoundRow): Promise<FrameworkRow[]> {
    return Promise.all(round.frameworkIds.map((id) => loadFramework.required(context, id)));
  }

  @FieldResolver(() => FrameworkType, {
    nullable: true,
    description: 'The framework of a round with only one; null when there are several.',
  })
  async framework(@Ctx() context: Context, @Root() round: RoundRow): Promise<FrameworkRow | null> {
    const [only, second] = round.frameworkIds;
    return only === undefined || second !== undefined ? null : loadFramework(context, only);
  }

  @FieldResolver(() => AdministrativeUnitType, {
    description: 'The unit that calls its institutions.',
  })
  unit(@Ctx() context: Context, @Root() round: RoundRow): Promise<UnitRow | null> {
    return loadUnit(context, round.unitId);
  }

  @FieldResolver(() => RoundPhase, { description: 'The phase of the round today.' })
  phase(@Ctx() context: Context, @Root() round: RoundRow): RoundPhase {
    return phaseOf(round, context.today);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When a planner closed the round; null while only its dates decide.',
  })
  closedAt(@Root() round: RoundRow): Date | null {
    return round.closedAt === null ? null : new Date(round.closedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When a planner withdrew the round; null when nobody did.',
  })
  withdrawnAt(@Root() round: RoundRow): Date | null {
    return round.withdrawnAt === null ? null : new Date(round.withdrawnAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why the round was withdrawn; null when it was not, and for viewers who are not signed in.',
  })
  withdrawalReason(@Ctx() context: Context, @Root() round: RoundRow): string | null {
    return context.viewer && round.withdrawalReason;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether this viewer may open the round now (reportingRoundOpen).',
  })
  canOpen(@Ctx() context: Context, @Root() round: RoundRow): Promise<boolean> {
    return mayActOnRound(context, round, 'open');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether this viewer may set later dates now (reportingRoundExtend).',
  })
  canExtend(@Ctx() context: Context, @Root() round: RoundRow): Promise<boolean> {
    return mayActOnRound(context, round, 'extend');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether this viewer may close the round now (reportingRoundClose).',
  })
  canClose(@Ctx() context: Context, @Root() round: RoundRow): Promise<boolean> {
    return mayActOnRound(context, round, 'close');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether this viewer may mend the round now (reportingRoundAmend).',
  })
  canAmend(@Ctx() context: Context, @Root() round: RoundRow): Promise<boolean> {
    return mayActOnRound(context, round, 'amend');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether this viewer may withdraw the round now (reportingRoundWithdraw).',
  })
  canWithdraw(@Ctx() context: Context, @Root() round: RoundRow): Promise<boolean> {
    return mayActOnRound(context, round, 'withdraw');
  }
}
