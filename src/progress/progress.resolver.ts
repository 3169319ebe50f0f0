import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { costOfKnowing, oneObject, severalObjects, withItems } from '../graphql/answer-size.js';
import { asksFor } from '../graphql/asked-for.js';
import { knownAtOf, momentKnown } from '../graphql/known-at.js';
import { fromGlobalId } from '../graphql/node.js';
import { COMMON_INDICATORS, isPillar } from '../indicators/indicator.js';
import { loadIndicator, type IndicatorRow } from '../indicators/indicator.queries.js';
import { IndicatorType } from '../indicators/indicator.type.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { errorFrom } from '../shared/errors.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import type { AssumptionRow } from './assume.js';
import { assume } from './assume.queries.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { ProgressAssumptionType } from './assume.type.js';
import { indicatorsAsked, ProgressArguments } from './progress.arguments.js';
import { loadProgress, type ProgressRequest, type ReportParts } from './progress.queries.js';
import { ProgressReportType, ProgressWarningType, StandingMethodType } from './progress.type.js';
import { reportOf, type ProgressReportRow } from './report.js';
import { lengthOfSeries, SeriesArguments } from './series.arguments.js';
import { SERIES_LIMIT, type SeriesDates } from './series.js';
import { STANDING_METHOD } from './standing.js';
import { datesOfUnit } from './unit-series.queries.js';
import type { ProgressWarningRow } from './warnings.js';

const NULL_WITH_ERROR =
  'null, with an error at its path, for a date outside the period of the unit (OUTSIDE_UNIT_SPAN) or assumptions that are not possible for it (ASSUMPTION_REFUSED); the rest of the answer stays.';

/** What the cost of a report depends on, and of a series of them. */
interface ReportCost {
  args: Partial<Pick<ProgressArguments, 'groups' | 'pillars' | 'indicators' | 'own' | 'knownAt'>> &
    SeriesDates;
  childComplexity: number;
}

/** For the cost of lists in the lines: each counts as often as there are lines. */
function sizeOfReport({ args, childComplexity }: ReportCost): number {
  const { groups, pillars, indicators, own, knownAt } = args;
  const common = COMMON_INDICATORS.length;
  const named = pillars || indicators ? (pillars ?? []).length + (indicators ?? []).length : common;
  // How many a hub has of its own is not known here.
  const lines = (groups?.length ?? 2) * (named + (own ? common : 0));
  return costOfKnowing(knownAt) + withItems(lines, childComplexity);
}

@Resolver(() => AdministrativeUnitType)
class UnitProgressResolver {
  @FieldResolver(() => ProgressReportType, {
    nullable: true,
    complexity: (cost: ReportCost) => oneObject(sizeOfReport(cost)),
    description: `The progress of the unit on a date, compared with its targets. It is ${NULL_WITH_ERROR}`,
  })
  async progress(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Arg('asOf', () => GraphQLLocalDate, {
      nullable: true,
      description: 'The date; left out means today, or the last day of a unit that has ended.',
    })
    asOf: LocalDate | null,
    @Args(() => ProgressArguments) options: ProgressArguments,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProgressReportRow> {
    const moment = await momentKnown(context, options.knownAt);
    const date = asOf ?? (await presentDay(context, unit, moment));
    return readReport(context, unit, date, options, partsAskedFor(info));
  }

  @FieldResolver(() => [ProgressReportType], {
    nullable: 'items',
    complexity: (cost: ReportCost) => severalObjects(lengthOfSeries(cost.args), sizeOfReport(cost)),
    description: `The progress of the unit on each of several dates, at most ${SERIES_LIMIT}: those given in \`on\`, those of \`months\`, or the reference dates of all rounds that called the unit’s institutions; the last two as far as the basis allows. The standing on a date looks back to the rounds before it, so an item equals \`progress(asOf:)\` of its date. Series of several units: ask it of the \`nodes\` of \`administrativeUnits(filter: { kind, under, ids, on })\`, all of which are counted together. An item is ${NULL_WITH_ERROR}`,
  })
  async progressSeries(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Args(() => SeriesArguments) series: SeriesArguments,
    @Args(() => ProgressArguments) options: ProgressArguments,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(ProgressReportRow | Error)[]> {
    const dates = await datesOfUnit(context, unit, series, options);
    const parts = partsAskedFor(info);
    const reports = dates.map((date) => readReport(context, unit, date, options, parts));
    // One date that is refused must not take the other reports with it.
    return (await Promise.allSettled(reports)).map((report) =>
      report.status === 'fulfilled' ? report.value : errorFrom(report.reason),
    );
  }
}

@Resolver(() => ProgressReportType)
class ProgressReportResolver {
  @FieldResolver(() => StandingMethodType, {
    description: 'The method by which the standing against targets is found.',
  })
  standingMethod(): typeof STANDING_METHOD {
    return STANDING_METHOD;
  }
}

@Resolver(() => ProgressAssumptionType)
class ProgressAssumptionResolver {
  @FieldResolver(() => [Pillar], {
    description:
      'The pillars concerned, those of which a named indicator is made among them; if the request named nothing, all that apply.',
  })
  pillars(@Root() { indicators }: AssumptionRow): Pillar[] {
    return indicators.filter(isPillar);
  }

  @FieldResolver(() => [IndicatorType], {
    description:
      'The indicators concerned, the pillars among them; of one that is made of others its parts that apply.',
  })
  indicators(
    @Ctx() context: Context,
    @Root() { indicators }: AssumptionRow,
  ): Promise<IndicatorRow[]> {
    return Promise.all(indicators.map((code) => loadIndicator(context, code)));
  }

  @FieldResolver(() => InstitutionType, { description: 'The institution concerned.' })
  institution(
    @Ctx() context: Context,
    @Root() assumption: AssumptionRow,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, assumption.institutionId);
  }
}

@Resolver(() => ProgressWarningType)
class ProgressWarningResolver {
  @FieldResolver(() => String, {
    description: 'A sentence for people, in the language of the request.',
  })
  message(@Ctx() context: Context, @Root() warning: ProgressWarningRow): string {
    return warning.text[context.language];
  }
}

export const PROGRESS_RESOLVERS = [
  UnitProgressResolver,
  ProgressReportResolver,
  ProgressAssumptionResolver,
  ProgressWarningResolver,
] as const;

/** The parts that the query selects and that are read separately. */
function partsAskedFor(info: GraphQLResolveInfo): ReportParts {
  return {
    standings: asksFor(info, 'lines', 'targets'),
    rounds: asksFor(info, 'lines', 'carriedForward') || asksFor(info, 'lines', 'counted'),
    warnings: asksFor(info, 'warnings'),
  };
}

async function readReport(
  context: Context,
  unit: UnitRow,
  asOf: LocalDate,
  options: ProgressArguments,
  parts: ReportParts,
): Promise<ProgressReportRow> {
  const moment = await momentKnown(context, options.knownAt);
  await checkInSpan(context, unit, asOf, options.basis, moment);
  const { basis } = options;
  const { codes, counted } = await indicatorsAsked(context, options);
  const request: ProgressRequest = {
    unitId: unit.id,
    asOf,
    knownAt: moment,
    basis,
    indicators: counted,
    parts,
  };
  const stated = (options.assume ?? []).map(
    ({ institution, pillars, indicators: named, completed }) => ({
      institutionId: fromGlobalId('Institution', institution),
      pillars: pillars ?? null,
      indicators: named ?? null,
      completed,
    }),
  );
  const inputs = await assume(context, await loadProgress(context, request), stated);
  const filter = { groups: options.groups ?? null, indicators: codes };
  const knownAt = await knownAtOf(context, options.knownAt);
  return reportOf(inputs, { asOf, knownAt, basis }, filter);
}
