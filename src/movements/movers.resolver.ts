import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection, PageRow } from '../graphql/connection.js';
import { pageOf } from '../graphql/page.js';
import { costOfRows, orderOfRows, pageOfRows } from '../graphql/row-page.js';
import type { Context } from '../request/context.js';
import { CHANGE_RESOLVERS } from './change.resolver.js';
import { MoversArguments } from './movers.arguments.js';
import type { Mover } from './movers.js';
import { readMovers } from './movers.queries.js';
import { ProgressMoverConnection } from './movers.type.js';

/** What reading the counts of all units costs, whatever part of the list is shown. */
const COST = 50;

const ORDER = orderOfRows('progress-movers');

@Resolver()
class MoversResolver {
  @Query(() => ProgressMoverConnection, {
    nullable: true,
    complexity: costOfRows(COST),
    description:
      'The units below a unit, or of the country, by how the figures of one line changed between two dates, those that changed most first. Null, with an error, for a date outside the period of the unit (OUTSIDE_UNIT_SPAN), an unknown unit (NOT_FOUND) and dates in the wrong order (DATES_OUT_OF_ORDER).',
  })
  async progressMovers(
    @Ctx() context: Context,
    @Args(() => MoversArguments) asked: MoversArguments,
  ): Promise<Connection<Mover & PageRow>> {
    const page = pageOf(asked, ORDER);
    return pageOfRows(await readMovers(context, asked), page, ({ unit }) => String(unit.id));
  }
}

/** Every resolver of this room. */
export const MOVEMENT_RESOLVERS = [MoversResolver, ...CHANGE_RESOLVERS] as const;
