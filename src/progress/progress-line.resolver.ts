import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadIndicator, type IndicatorRow } from '../indicators/indicator.queries.js';
import { IndicatorType } from '../indicators/indicator.type.js';
import type { Context } from '../request/context.js';
import type { ProgressLineRow } from './progress-line.js';
import { ProgressLineType } from './progress-line.type.js';

@Resolver(() => ProgressLineType)
export class ProgressLineResolver {
  @FieldResolver(() => IndicatorType, { description: 'The indicator that is counted.' })
  indicator(@Ctx() context: Context, @Root() line: ProgressLineRow): Promise<IndicatorRow> {
    return loadIndicator(context, line.indicator.code);
  }
}
