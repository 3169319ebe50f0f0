import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../request/context.js';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { isPillar } from '../indicators/indicator.js';
import { loadIndicator, type IndicatorRow } from '../indicators/indicator.queries.js';
import { IndicatorType } from '../indicators/indicator.type.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import {
  loadPastPlan,
  loadPastTargets,
  loadPlanRecorded,
  planVersions,
} from './plan-history.queries.js';
import { loadPlan, loadTargets, planRows, type PlanRow, type TargetRow } from './plan.queries.js';
import { mayChangePlan } from './plan-change.service.js';
import { PlanConnection, PlanType, TargetType } from './plan.type.js';

const BY_DOCUMENT: Order = {
  name: 'plan-document',
  movedBy: 'plan_document',
  descending: false,
  columns: [
    { name: 'document', type: 'text' },
    { name: 'id', type: 'number' },
  ],
};

const NEWEST_VERSION: Order = {
  name: 'plan-version',
  descending: true,
  columns: [{ name: 'version', type: 'number' }],
};

@Resolver(() => PlanType)
export class PlanResolver {
  @Query(() => PlanConnection, { description: 'Plans, sorted by the number of their document.' })
  plans(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('unit', () => ID, {
      nullable: true,
      description: 'Only plans of the unit with this id.',
    })
    unit: string | null,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Only plans whose document or title, in either language, contains this text. Diacritics and case are ignored.',
    })
    search: string | null,
  ): Promise<Connection<PlanRow>> {
    const unitId = unit == null ? null : (fromGlobalId('AdministrativeUnit', unit) ?? 0);
    const conditions = { unitId, search: search ?? null };
    return readPage(context, 'plans', conditions, 0, pageOf(pageArguments, BY_DOCUMENT), () =>
      planRows(context.database, conditions),
    );
  }

  @FieldResolver(() => String, { description: 'The title, in the language of the request.' })
  title(@Ctx() context: Context, @Root() plan: PlanRow): string {
    return context.language === 'en' ? plan.titleEn : plan.titleVi;
  }

  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit of the plan; null means the whole country.',
  })
  unit(@Ctx() context: Context, @Root() plan: PlanRow): Promise<UnitRow | null> | null {
    return plan.unitId === null ? null : loadUnit(context, plan.unitId);
  }

  @FieldResolver(() => [TargetType], {
    description: 'The targets of the plan, sorted by due date with the earliest first.',
  })
  async targets(@Ctx() context: Context, @Root() plan: PlanRow): Promise<TargetRow[]> {
    if (plan.since != null) return loadPastTargets(context, plan.id, plan.since);
    return (await loadTargets(context, plan.id)) ?? [];
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether this viewer may change the plan and its targets (planUpdate, targetSet, targetRemove).',
  })
  canUpdate(@Ctx() context: Context, @Root() plan: PlanRow): Promise<boolean> | boolean {
    return plan.since == null && mayChangePlan(context, plan);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When this version was recorded; null when that was before the hub began to keep versions.',
  })
  recordedAt(@Ctx() context: Context, @Root() plan: PlanRow): Promise<Date | null> | Date | null {
    if (plan.since == null) return loadPlanRecorded(context, plan.id);
    return plan.since === 0 ? null : new Date(plan.since);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When another version took the place of this one; null for the plan as it is now.',
  })
  supersededAt(@Root() plan: PlanRow): Date | null {
    return plan.until == null ? null : new Date(plan.until);
  }

  @FieldResolver(() => PlanConnection, {
    description:
      'The versions of the plan with its targets, newest first, beginning with the plan as it is now. A former version has an id of its own, because a plan and its targets keep their ids when they change.',
  })
  versions(
    @Ctx() context: Context,
    @Root() plan: PlanRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<PlanRow>> {
    const page = pageOf(pageArguments, NEWEST_VERSION);
    return readPage(context, 'versions of plan', {}, plan.id, page, (id) =>
      planVersions(context.database, id),
    );
  }
}

@Resolver(() => TargetType)
export class TargetResolver {
  @FieldResolver(() => IndicatorType, {
    description:
      'The indicator that is to be completed; a pillar is one, all four together another.',
  })
  indicator(@Ctx() context: Context, @Root() target: TargetRow): Promise<IndicatorRow> {
    return loadIndicator(context, target.indicator);
  }

  @FieldResolver(() => Pillar, {
    nullable: true,
    description:
      'The pillar; null means all four together, or an indicator of the hub’s own: `indicator` says which.',
  })
  pillar(@Root() { indicator }: TargetRow): Pillar | null {
    return isPillar(indicator) ? indicator : null;
  }

  @FieldResolver(() => PlanType, { description: 'The plan that sets the target.' })
  plan(@Ctx() context: Context, @Root() target: TargetRow): Promise<PlanRow | null> {
    return target.since == null
      ? loadPlan(context, target.planId)
      : loadPastPlan(context, target.planId, target.since);
  }
}
