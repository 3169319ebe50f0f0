import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadIndicator } from '../indicators/indicator.queries.js';
import type { Context } from '../request/context.js';
import { FrameworkState } from '../vocabulary/framework.enums.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { FrameworkChange } from './framework-comparison.js';
import { FrameworkChangeType, FrameworkComparisonType } from './framework-comparison.type.js';
import {
  outlineOf,
  type FrameworkOutline,
  type KindOutline,
  type OutlinedIndicator,
} from './framework-outline.js';
import {
  FrameworkIndicatorType,
  FrameworkOutlineType,
  FrameworkSectionOutlineType,
} from './framework-outline.type.js';
import {
  comparisonOf,
  loadCriteria,
  stateOf,
  type FrameworkComparison,
  type FrameworkRow,
} from './framework.queries.js';
import { CriterionType, FrameworkType } from './framework.type.js';
import type { CriterionRow } from './criterion-row.js';

@Resolver(() => FrameworkType)
class FrameworkVersionResolver {
  @FieldResolver(() => FrameworkState, { description: 'What has become of it by today.' })
  state(@Ctx() context: Context, @Root() framework: FrameworkRow): Promise<FrameworkState> {
    return stateOf(context, framework);
  }

  @FieldResolver(() => FrameworkOutlineType, { description: 'What it asks of whom, in short.' })
  outline(@Root() { definition }: FrameworkRow): FrameworkOutline {
    return outlineOf(definition);
  }

  @FieldResolver(() => [CriterionType], {
    description: 'What an institution of a kind is asked, in order: its form.',
  })
  async form(
    @Ctx() context: Context,
    @Root() framework: FrameworkRow,
    @Arg('kind', () => InstitutionKind, { description: 'The kind of institution.' })
    kind: InstitutionKind,
  ): Promise<CriterionRow[]> {
    const criteria = await loadCriteria(context, framework.id);
    return criteria.filter(({ kinds }) => kinds.includes(kind));
  }

  @FieldResolver(() => FrameworkComparisonType, {
    nullable: true,
    description: 'The comparison with the version before; null for the first version.',
  })
  comparison(
    @Ctx() context: Context,
    @Root() { code, version, definition }: FrameworkRow,
  ): Promise<FrameworkComparison | null> {
    return comparisonOf(context, { ...definition, code, version });
  }
}

@Resolver(() => FrameworkSectionOutlineType)
class FrameworkSectionOutlineResolver {
  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() { language }: Context, @Root() { name }: KindOutline['sections'][number]): string {
    return name[language];
  }
}

@Resolver(() => FrameworkIndicatorType)
class FrameworkIndicatorResolver {
  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  async name(@Ctx() context: Context, @Root() { name, code }: OutlinedIndicator): Promise<string> {
    const { language } = context;
    if (name) return name[language];
    const { nameVi, nameEn } = await loadIndicator(context, code);
    return language === 'en' ? nameEn : nameVi;
  }
}

@Resolver(() => FrameworkChangeType)
class FrameworkChangeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What it was, in the language of the request; null where there was nothing, or nothing to say in short.',
  })
  before(@Ctx() { language }: Context, @Root() { before }: FrameworkChange): string | null {
    return before?.[language] ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What it is, in the language of the request; null where there is nothing any more, or nothing to say in short.',
  })
  after(@Ctx() { language }: Context, @Root() { after }: FrameworkChange): string | null {
    return after?.[language] ?? null;
  }
}

export const FRAMEWORK_VERSION_RESOLVERS = [
  FrameworkVersionResolver,
  FrameworkSectionOutlineResolver,
  FrameworkIndicatorResolver,
  FrameworkChangeResolver,
] as const;
