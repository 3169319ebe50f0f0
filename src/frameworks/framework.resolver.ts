import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../request/context.js';
import {
  allFrameworks,
  loadCriteria,
  type CriterionRow,
  type FrameworkRow,
} from './framework.queries.js';
import { CriterionType, FrameworkType } from './framework.type.js';

@Resolver(() => FrameworkType)
export class FrameworkResolver {
  @Query(() => [FrameworkType], {
    description: 'All frameworks in all versions, oldest first. There are only a few.',
  })
  frameworks(@Ctx() context: Context): Promise<FrameworkRow[]> {
    return allFrameworks(context.database);
  }

  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() context: Context, @Root() framework: FrameworkRow): string {
    return context.language === 'en' ? framework.nameEn : framework.nameVi;
  }

  @FieldResolver(() => [CriterionType], { description: 'The criteria, in order.' })
  criteria(@Ctx() context: Context, @Root() framework: FrameworkRow): Promise<CriterionRow[]> {
    return loadCriteria(context, framework.id);
  }
}

@Resolver(() => CriterionType)
export class CriterionResolver {
  @FieldResolver(() => String, { description: 'The question, in the language of the request.' })
  text(@Ctx() context: Context, @Root() criterion: CriterionRow): string {
    return context.language === 'en' ? criterion.textEn : criterion.textVi;
  }
}
