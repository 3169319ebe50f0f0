import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { oneObject, shortList, withItems } from '../graphql/answer-size.js';
import type { Connection } from '../graphql/connection.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import { COMMON_INDICATORS } from '../indicators/indicator.js';
import { loadIndicator, type IndicatorRow } from '../indicators/indicator.queries.js';
import { IndicatorType } from '../indicators/indicator.type.js';
import { institutionOrder } from '../institutions/institution.queries.js';
import { ProgressWarningType } from '../progress/progress.type.js';
import type { ProgressWarningRow } from '../progress/warnings.js';
import type { Context } from '../request/context.js';
import { loadRound, type RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import { namesIn } from '../shared/enumeration.js';
import { loadStatusUpdate, type StatusUpdateRow } from '../status-updates/status-update.queries.js';
import { StatusUpdateType } from '../status-updates/status-update.type.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { ChangeArguments } from './change.arguments.js';
import { readChange, type ChangeRow, type LineRow } from './change.queries.js';
import { warningsOfChange } from './change-warnings.queries.js';
import {
  ChangedInstitutionConnection,
  ChangedInstitutionType,
  InstitutionThenType,
  ProgressChangeLineType,
  ProgressChangePartType,
  ProgressChangeType,
  ProgressCountsDifferenceType,
  ProgressCountsType,
} from './change.type.js';
import { loadChanged, loadThen, type ChangedRow, type PartRow } from './changed.queries.js';
import { figuresOf, percentPointsOf, type Figures } from './figures.js';
import { ProgressChangeReason } from './movement.enums.js';
import { differenceOf, type ChangeCounts } from './reason.js';
import type { InstitutionThen } from './then.js';

/** What reading the facts of the institutions costs, whatever part of the answer is shown. */
const UNIT_COST = 50;
const COUNTRY_COST = 500;

interface ChangeCost {
  args: Partial<ChangeArguments>;
  childComplexity: number;
}

/** For the cost of pages in the lines: each counts as often as there are lines. */
function sizeOfChange({ args, childComplexity }: ChangeCost): number {
  const { unit, groups, pillars, indicators } = args;
  const named = (pillars ?? []).length + (indicators ?? []).length;
  const lines = (groups?.length ?? 2) * (pillars || indicators ? named : COMMON_INDICATORS.length);
  return (unit ? UNIT_COST : COUNTRY_COST) + oneObject(withItems(lines, childComplexity));
}

@Resolver(() => ProgressChangeType)
class ProgressChangeResolver {
  @Query(() => ProgressChangeType, {
    nullable: true,
    complexity: sizeOfChange,
    description:
      'What changed between two dates, or in what was known between two moments, and why: for each line the figures before and after, and the parts that add up to the difference exactly. Each institution whose counts differ is in one part. Null, with an error, for a date outside the period of the unit (OUTSIDE_UNIT_SPAN), an unknown unit (NOT_FOUND), dates in the wrong order (DATES_OUT_OF_ORDER), and for moments of knowledge without a unit (CHANGE_TOO_WIDE).',
  })
  progressChange(
    @Ctx() context: Context,
    @Args(() => ChangeArguments) asked: ChangeArguments,
  ): Promise<ChangeRow> {
    return readChange(context, asked);
  }

  @FieldResolver(() => [ProgressWarningType], {
    description:
      'Warnings to consider when reading the change: those that the reports of the two dates give, except of targets. One that holds for one of the dates only, or with another number, begins with “Before” or “After” and the date.',
  })
  warnings(@Ctx() context: Context, @Root() change: ChangeRow): Promise<ProgressWarningRow[]> {
    return warningsOfChange(context, change);
  }
}

@Resolver(() => ProgressChangeLineType)
class ProgressChangeLineResolver {
  @FieldResolver(() => IndicatorType, { description: 'The indicator that is counted.' })
  indicator(@Ctx() context: Context, @Root() line: LineRow): Promise<IndicatorRow> {
    return loadIndicator(context, line.indicator.code);
  }

  @FieldResolver(() => ProgressCountsType, { description: 'The figures on the first date.' })
  before(@Root() line: LineRow): Figures {
    return figuresOf(line.before);
  }

  @FieldResolver(() => ProgressCountsType, { description: 'The figures on the second date.' })
  after(@Root() line: LineRow): Figures {
    return figuresOf(line.after);
  }

  @FieldResolver(() => ProgressCountsDifferenceType, {
    description: 'The difference of the counts; the parts add up to it exactly.',
  })
  difference(@Root() line: LineRow): ChangeCounts {
    return differenceOf(line.before, line.after);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The difference of the percentage, in percentage points; null when no institution is counted on one of the dates.',
  })
  percentPoints(@Root() line: LineRow): number | null {
    return percentPointsOf(line.before, line.after);
  }

  @FieldResolver(() => [ProgressChangePartType], {
    complexity: ({ args, childComplexity }: PartsCost) =>
      shortList(withItems(args.reasons?.length ?? REASONS.length, childComplexity)),
    description:
      'The parts in the order of the reasons. A reason for which no counts differ has no part.',
  })
  parts(
    @Root() line: LineRow,
    @Arg('reasons', () => [ProgressChangeReason], {
      nullable: true,
      description: 'Only the parts with these reasons; left out means all.',
    })
    reasons: ProgressChangeReason[] | null,
  ): PartRow[] {
    return line.parts
      .filter(({ reason }) => reasons?.includes(reason) ?? true)
      .map((part) => ({ ...part, count: part.ids.length, line }));
  }
}

const REASONS = namesIn(ProgressChangeReason);

interface PartsCost {
  args: { reasons?: ProgressChangeReason[] | null };
  childComplexity: number;
}

@Resolver(() => ProgressChangePartType)
class ProgressChangePartResolver {
  @FieldResolver(() => ChangedInstitutionConnection, {
    description: 'The institutions of the part, sorted by name. `totalCount` equals `count`.',
  })
  changed(
    @Ctx() context: Context,
    @Root() part: PartRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<ChangedRow>> {
    return loadChanged(context, part, pageOf(pageArguments, institutionOrder('NAME')));
  }
}

@Resolver(() => ChangedInstitutionType)
class ChangedInstitutionResolver {
  @FieldResolver(() => InstitutionThenType, { description: 'How it was on the first date.' })
  before(@Ctx() context: Context, @Root() row: ChangedRow): Promise<InstitutionThen> {
    return loadThen(context, row, 'before');
  }

  @FieldResolver(() => InstitutionThenType, { description: 'How it was on the second date.' })
  after(@Ctx() context: Context, @Root() row: ChangedRow): Promise<InstitutionThen> {
    return loadThen(context, row, 'after');
  }
}

@Resolver(() => InstitutionThenType)
class InstitutionThenResolver {
  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description:
      'The commune, or the smallest unit that is certain; null when it was not operating or its place was not known.',
  })
  unit(
    @Ctx() context: Context,
    @Root() { unitId }: InstitutionThen,
  ): Promise<UnitRow | null> | null {
    return unitId === null ? null : loadUnit(context, unitId);
  }

  @FieldResolver(() => ReportingRoundType, {
    nullable: true,
    description:
      'The round of the update that counts, of an indicator that is made of others the oldest; null without a stage.',
  })
  round(
    @Ctx() context: Context,
    @Root() { roundId }: InstitutionThen,
  ): Promise<RoundRow | null> | null {
    return roundId === null ? null : loadRound(context, roundId);
  }

  @FieldResolver(() => StatusUpdateType, {
    nullable: true,
    description: 'The update that counts, of several the oldest; null without a stage.',
  })
  update(
    @Ctx() context: Context,
    @Root() { updateId }: InstitutionThen,
  ): Promise<StatusUpdateRow | null> | null {
    return updateId === null ? null : loadStatusUpdate(context, updateId);
  }
}

export const CHANGE_RESOLVERS = [
  ProgressChangeResolver,
  ProgressChangeLineResolver,
  ProgressChangePartResolver,
  ChangedInstitutionResolver,
  InstitutionThenResolver,
] as const;
