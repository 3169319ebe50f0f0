import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../request/context.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { isPillar } from './indicator.js';
import { loadIndicator, loadIndicators, type IndicatorRow } from './indicator.queries.js';
import { IndicatorType } from './indicator.type.js';

@Resolver(() => IndicatorType)
export class IndicatorResolver {
  @Query(() => [IndicatorType], {
    description:
      'All indicators of the hub: the four pillars, all four together, then its own in the order in which they were added. There are only a few.',
  })
  indicators(@Ctx() context: Context): Promise<IndicatorRow[]> {
    return loadIndicators(context);
  }

  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() context: Context, @Root() indicator: IndicatorRow): string {
    return context.language === 'en' ? indicator.nameEn : indicator.nameVi;
  }

  @FieldResolver(() => [IndicatorType], {
    description:
      'The indicators of which it is made. It is completed when all of them that apply are, each by its own update that counts. Empty when frameworks decide it.',
  })
  parts(@Ctx() context: Context, @Root() { parts }: IndicatorRow): Promise<IndicatorRow[]> {
    return Promise.all((parts ?? []).map((code) => loadIndicator(context, code)));
  }

  @FieldResolver(() => Pillar, {
    nullable: true,
    description: 'The pillar; null for an indicator that is none.',
  })
  pillar(@Root() { code }: IndicatorRow): Pillar | null {
    return isPillar(code) ? code : null;
  }
}
