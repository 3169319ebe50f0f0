import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { mayPlan } from '../auth/policy.js';
import { loadFrameworkDraft } from '../framework-drafts/framework-draft.queries.js';
import { loadFramework, type FrameworkRow } from '../frameworks/framework.queries.js';
import { FrameworkType } from '../frameworks/framework.type.js';
import { fromGlobalId } from '../graphql/node.js';
import { checkLimit, PAGE_LIMIT } from '../graphql/page.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { compareText } from '../shared/compare-text.js';
import { required } from '../shared/required.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { PillarStage } from '../vocabulary/framework.enums.js';
import { runTrial, type TrialRun } from './run-trial.queries.js';
import { cannotBeSaid, summaryOf, type TrialSummary } from './trial-summary.js';
import type { TriedInstitution } from './trial.queries.js';
import {
  FrameworkTrialType,
  TrialSummaryType,
  TrialUnitType,
  TriedIndicatorType,
  TriedInstitutionType,
} from './trial.type.js';

interface TrialUnit {
  unitId: number;
  summary: TrialSummary;
}

type TriedIndicator = TriedInstitution['score']['indicators'][number] & TriedIndicatorType;

/** A published version, or a draft that the viewer may see. */
async function triedFramework(
  context: Context,
  id: string,
): Promise<Pick<FrameworkRow, 'definition'> | null> {
  const [published, draft] = [fromGlobalId('Framework', id), fromGlobalId('FrameworkDraft', id)];
  if (draft !== null) return loadFrameworkDraft(context, draft);
  return published === null ? null : loadFramework(context, published);
}

@Resolver(() => FrameworkTrialType)
class FrameworkTrialResolver {
  @Query(() => FrameworkTrialType, {
    nullable: true,
    description:
      'Tries a framework on the answers approved for a date. Null for viewers who do not plan for the unit, and when nothing has one of the ids.',
  })
  async frameworkTrial(
    @Ctx() context: Context,
    @Arg('framework', () => ID, { description: 'The framework or the draft to try.' })
    framework: string,
    @Arg('unit', () => ID, { description: 'The unit whose institutions are tried.' }) unit: string,
    @Arg('asOf', () => GraphQLLocalDate, {
      nullable: true,
      description: 'The date; left out means today.',
    })
    asOf: LocalDate | null,
  ): Promise<TrialRun | null> {
    const unitId = fromGlobalId('AdministrativeUnit', unit);
    const [place, tried] = await Promise.all([
      unitId === null ? null : loadUnit(context, unitId),
      triedFramework(context, framework),
    ]);
    if (!place || !tried || !mayPlan(context.viewer, place.path)) return null;
    return runTrial(context.database, tried.definition, place, asOf ?? context.today);
  }

  @FieldResolver(() => FrameworkType, {
    nullable: true,
    description: 'The version of the framework in force on the date; null for none.',
  })
  inForce(@Root() { inForce }: TrialRun): FrameworkRow | null {
    return inForce;
  }

  @FieldResolver(() => TrialSummaryType, { description: 'All institutions of the unit.' })
  summary(@Root() { tried, indicators }: TrialRun): TrialSummary {
    return summaryOf(tried, indicators);
  }

  @FieldResolver(() => [TrialUnitType], {
    description:
      'The units directly below, in the order of their names; those without an institution are left out.',
  })
  units(@Root() { tried, indicators, below, units }: TrialRun): TrialUnit[] {
    const byUnit = Map.groupBy(tried, ({ unitId }) => below.get(unitId) ?? null);
    return [...byUnit]
      .flatMap(([unitId, inside]) =>
        unitId === null ? [] : [{ unitId, summary: summaryOf(inside, indicators) }],
      )
      .sort((a, b) =>
        compareText(required(units, a.unitId).sortName, required(units, b.unitId).sortName),
      );
  }

  @FieldResolver(() => [TriedInstitutionType], {
    description:
      'The institutions that would move or of which something cannot be said, those that move first.',
  })
  institutions(
    @Root() { tried }: TrialRun,
    @Arg('first', () => Int, {
      defaultValue: 50,
      description: `The number of institutions, 1 to ${PAGE_LIMIT}.`,
    })
    first: number,
  ): TriedInstitution[] {
    checkLimit('first', first);
    const moving = tried.filter(moves);
    const unsure = tried.filter((each) => !moves(each) && cannotBeSaid(each));
    return [...moving, ...unsure].slice(0, first);
  }
}

function moves({ levelMove, moves: all }: TriedInstitution): boolean {
  return [levelMove, ...all.values()].some((move) => move === 'UP' || move === 'DOWN');
}

@Resolver(() => TrialUnitType)
class TrialUnitResolver {
  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit.' })
  unit(@Ctx() context: Context, @Root() { unitId }: TrialUnit): Promise<UnitRow | null> {
    return loadUnit(context, unitId);
  }
}

@Resolver(() => TriedInstitutionType)
class TriedInstitutionResolver {
  @FieldResolver(() => InstitutionType, { description: 'The institution.' })
  institution(
    @Ctx() context: Context,
    @Root() { id }: TriedInstitution,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The level; null where it cannot be said or there are none for its kind.',
  })
  level(@Root() { score }: TriedInstitution): number | null {
    return score.level;
  }

  @FieldResolver(() => [TriedIndicatorType], { description: 'The indicators that apply to it.' })
  indicators(@Root() { score, moves: all }: TriedInstitution): TriedIndicator[] {
    return score.indicators.map((each) => ({ ...each, move: all.get(each.indicator) ?? null }));
  }

  @FieldResolver(() => [String], {
    description:
      'The codes of the questions for its kind to which it has no approved answer: those that it was never asked, and texts that it left open.',
  })
  unasked(@Root() { score }: TriedInstitution): string[] {
    return score.unasked;
  }
}

@Resolver(() => TriedIndicatorType)
class TriedIndicatorResolver {
  @FieldResolver(() => PillarStage, {
    nullable: true,
    description: 'The stage; null where it cannot be said.',
  })
  stage(@Root() { stage }: TriedIndicator): PillarStage | null {
    return stage;
  }
}

export const TRIAL_RESOLVERS = [
  FrameworkTrialResolver,
  TrialUnitResolver,
  TriedInstitutionResolver,
  TriedIndicatorResolver,
] as const;
