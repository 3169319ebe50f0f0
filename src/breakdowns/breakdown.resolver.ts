import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { loadRules } from '../counts/rules.queries.js';
import { costOfKnowing } from '../graphql/answer-size.js';
import { asksFor } from '../graphql/asked-for.js';
import type { Connection, PageRow } from '../graphql/connection.js';
import { momentKnown } from '../graphql/known-at.js';
import { pageOf } from '../graphql/page.js';
import { costOfRows, orderOfRows, pageOfRows, type RowsCost } from '../graphql/row-page.js';
import { indicatorsAsked } from '../progress/progress.arguments.js';
import { lineSubjects, type LineSubject } from '../progress/report.js';
import type { ReportParts } from '../progress/progress.queries.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import { unitAsked } from '../units/unit-asked.queries.js';
import { partsOf } from '../units/unit-parts.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import { BreakdownArguments } from './breakdown.arguments.js';
import {
  isOfTarget,
  keyOfRow,
  mayHaveStandings,
  rankedBy,
  rowsOf,
  withStandings,
  type BreakdownRow,
} from './breakdown.js';
import { loadBases } from './breakdown.queries.js';
import { BreakdownRowConnection } from './breakdown.type.js';
import { checkBreakdown } from './check-breakdown.js';

/** What reading the counts costs, whatever part of the rows is shown. */
const COST = 50;

const ORDER = orderOfRows('breakdown');

@Resolver()
export class BreakdownResolver {
  @Query(() => BreakdownRowConnection, {
    nullable: true,
    complexity: (cost: RowsCost & { args: Partial<BreakdownArguments> }) =>
      costOfKnowing(cost.args.knownAt) + costOfRows(COST)(cost),
    description:
      'Progress broken down by units below, or by what institutions are, on a date: a row for each part, group and indicator. Parts without institutions are left out, units are not. The institutions of the rows add up to those of the unit, with two exceptions: by LEVEL, one that teaches several levels is in several rows, and by UNIT, one whose place is not known as exactly is in none. Null with an error when the unit, the date or the arguments are not valid.',
  })
  async breakdown(
    @Ctx() context: Context,
    @Args(() => BreakdownArguments) asked: BreakdownArguments,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<BreakdownRow & PageRow>> {
    checkBreakdown(asked);
    const page = pageOf(asked, ORDER);
    const moment = await momentKnown(context, asked.knownAt);
    const unit = asked.unit ? await unitAsked(context, asked.unit) : null;
    const asOf = asked.asOf ?? (unit ? await presentDay(context, unit, moment) : context.today);
    if (unit) await checkInSpan(context, unit, asOf, asked.basis, moment);
    const { codes, counted } = await indicatorsAsked(context, asked);
    const filter = { groups: asked.groups ?? null, indicators: codes };
    const bases = await loadBases(context, {
      units: await unitsCounted(context, unit, asOf, asked),
      request: {
        asOf,
        knownAt: moment,
        basis: asked.basis,
        indicators: counted,
        parts: partsAskedFor(info, asked, lineSubjects(await loadRules(context), filter)),
      },
      byUnit: asked.by.includes('UNIT'),
      bySegment: asked.by.some((dimension) => dimension !== 'UNIT'),
    });
    const all = bases.flatMap((base) => rowsOf(base, asked.by, filter));
    return pageOfRows(shownOf(all, asked), page, keyOfRow);
  }
}

/** The units whose counts make the rows. */
async function unitsCounted(
  context: Context,
  unit: UnitRow | null,
  asOf: LocalDate,
  { by, unitKind, basis }: BreakdownArguments,
): Promise<UnitRow[]> {
  const byUnit = by.includes('UNIT');
  if (unit && !byUnit) return [unit];
  const kind = (byUnit && unitKind) || null;
  return (await partsOf(context, unit, { asOf, basis, kind })).units;
}

function partsAskedFor(
  info: GraphQLResolveInfo,
  asked: BreakdownArguments,
  subjects: readonly LineSubject[],
): ReportParts {
  const inRows = (field: string) =>
    asksFor(info, 'nodes', 'line', field) || asksFor(info, 'edges', 'node', 'line', field);
  const { orderBy, standings } = asked;
  return {
    standings:
      (inRows('targets') || Boolean(standings) || (orderBy ? isOfTarget(orderBy.figure) : false)) &&
      mayHaveStandings(asked.by, subjects),
    rounds: inRows('carriedForward') || inRows('counted') || orderBy?.figure === 'CARRIED_FORWARD',
    warnings: false,
  };
}

function shownOf(rows: BreakdownRow[], asked: BreakdownArguments): BreakdownRow[] {
  const { orderBy, standings } = asked;
  const targetYear = asked.targetYear ?? null;
  const kept = standings ? withStandings(rows, standings, targetYear) : rows;
  return orderBy ? rankedBy(kept, { ...orderBy, targetYear }) : kept;
}
