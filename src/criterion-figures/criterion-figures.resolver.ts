import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { PointsDistributionType } from '../distributions/distribution.type.js';
import type { PointsDistributionRow } from '../distributions/distribution.js';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import type { FrameworkRow } from '../frameworks/framework.queries.js';
import { CriterionType, FrameworkType } from '../frameworks/framework.type.js';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { KNOWN_AT } from '../graphql/known-at.js';
import { byPosition, pageOfList } from '../graphql/list-page.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { InstitutionGroup, InstitutionKind } from '../vocabulary/institution.enums.js';
import { CriterionFigureOrder } from './criterion-figures.enums.js';
import type { CriterionFiguresRow, OptionCountRow } from './criterion-figures.js';
import {
  CriterionFiguresConnection,
  CriterionFiguresType,
  CriterionReportType,
  OptionCountType,
} from './criterion-figures.type.js';
import { rowsAsked } from './criterion-order.js';
import { loadCriterionReport, type CriterionReportRow } from './criterion-report.queries.js';

/** What reading all answers costs, in objects: of the country, about five times as many as of a unit. */
const READING_COST = { unit: 100, country: 500 };

@ArgsType()
class CriterionReportArguments {
  @Field(() => ID, {
    description:
      'The code of a framework, for the version in force on the date, or the id of a version. One that there is not gives the error FRAMEWORK_UNKNOWN, and a code without a version in force on the date FRAMEWORK_NOT_IN_FORCE.',
  })
  framework!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The date; left out means today, or the last day of a unit that has ended.',
  })
  asOf?: LocalDate | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: KNOWN_AT })
  knownAt?: Date | null;

  @Field(() => [InstitutionKind], {
    nullable: true,
    description: 'Only institutions of these kinds on the date; left out means all.',
  })
  kinds?: InstitutionKind[] | null;

  @Field(() => [InstitutionGroup], {
    nullable: true,
    description:
      'Only institutions of these groups on the date; left out means all, and those of no group.',
  })
  groups?: InstitutionGroup[] | null;
}

@ArgsType()
class UnitReportArguments extends CriterionReportArguments {
  @Field(() => ID, { nullable: true, description: 'The unit; left out means the whole country.' })
  unit?: string | null;
}

@Resolver(() => CriterionReportType)
class CriterionReportResolver {
  @Query(() => CriterionReportType, {
    nullable: true,
    complexity: ({
      args,
      childComplexity,
    }: {
      args: { unit?: string | null };
      childComplexity: number;
    }) => (args.unit == null ? READING_COST.country : READING_COST.unit) + childComplexity,
    description:
      'The answers of the institutions of a unit, or of the country, by criterion of a framework. Viewers who do not see into the updates of the unit see provinces and the country, of all kinds and by what is known now, and of these what tells of no fewer than five institutions; the rest is null, with the reason in `withheld`. A date outside the period of the unit gives the error OUTSIDE_UNIT_SPAN. Null when no unit has the id.',
  })
  async criterionFigures(
    @Ctx() context: Context,
    @Args(() => UnitReportArguments) { unit, ...question }: UnitReportArguments,
  ): Promise<CriterionReportRow | null> {
    if (unit == null) return loadCriterionReport(context, null, question);
    const id = fromGlobalId('AdministrativeUnit', unit);
    const found = id === null ? null : await loadUnit(context, id);
    return found && loadCriterionReport(context, found, question);
  }

  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit; null means the whole country.',
  })
  unit(@Root() { unit }: CriterionReportRow): UnitRow | null {
    return unit;
  }

  @FieldResolver(() => FrameworkType, { description: 'The version of the framework.' })
  framework(@Root() { framework }: CriterionReportRow): FrameworkRow {
    return framework;
  }

  @FieldResolver(() => CriterionFiguresConnection, {
    description: 'The criteria that ask one of the kinds, with their figures.',
  })
  criteria(
    @Root() report: CriterionReportRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('codes', () => [String], {
      nullable: true,
      description:
        'Only the criteria with these codes; left out means all. One that the framework does not have gives the error CRITERION_UNKNOWN; one that asks none of the kinds is left out.',
    })
    codes: string[] | null,
    @Arg('orderBy', () => CriterionFigureOrder, {
      defaultValue: CriterionFigureOrder.FRAMEWORK,
      description: 'The order of the list.',
    })
    orderBy: CriterionFigureOrder,
  ): Connection<CriterionFiguresRow> {
    const descending = pageArguments.direction === 'DESC';
    const order = byPosition(`criterion-figures-${orderBy}${descending ? '-descending' : ''}`);
    // The list itself is turned around, because what has no figure stays last.
    const page = pageOf({ ...pageArguments, direction: null }, order);
    return pageOfList(rowsAsked(report, codes, { by: orderBy, descending }), page);
  }
}

@Resolver(() => CriterionFiguresType)
class CriterionFiguresResolver {
  @FieldResolver(() => CriterionType, { description: 'The criterion.' })
  criterion(@Root() { criterion }: CriterionFiguresRow): CriterionRow {
    return criterion;
  }

  @FieldResolver(() => [OptionCountType], {
    nullable: true,
    description:
      'Of an answer by yes or no, by a level or an option: how many chose each, all of them in the order of the question, which add up to `answered`. Empty for other answers. Null when withheld.',
  })
  options(@Root() { options }: CriterionFiguresRow): OptionCountRow[] | null {
    return options;
  }

  @FieldResolver(() => PointsDistributionType, {
    nullable: true,
    description:
      'How the institutions are spread by the share of the points of the criterion that their answers earn. `institutions` of it is `answered`, `withoutPoints` is `doesNotApply`, and `unknown` are all others of a kind that the criterion asks. Null for a criterion without points.',
  })
  points(@Root() { points }: CriterionFiguresRow): PointsDistributionRow | null {
    return points;
  }
}

@Resolver(() => OptionCountType)
class OptionCountResolver {
  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() { language }: Context, @Root() { name }: OptionCountRow): string {
    return name[language];
  }
}

@Resolver(() => AdministrativeUnitType)
class UnitCriterionFiguresResolver {
  @FieldResolver(() => CriterionReportType, {
    nullable: true,
    complexity: ({ childComplexity }) => READING_COST.unit + childComplexity,
    description:
      'The answers of the institutions of the unit, by criterion of a framework: as `Query.criterionFigures`. Null only with an error.',
  })
  criterionFigures(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Args(() => CriterionReportArguments) question: CriterionReportArguments,
  ): Promise<CriterionReportRow> {
    return loadCriterionReport(context, unit, question);
  }
}

export const CRITERION_FIGURE_RESOLVERS = [
  UnitCriterionFiguresResolver,
  CriterionReportResolver,
  CriterionFiguresResolver,
  OptionCountResolver,
] as const;
