import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { mayOperate } from '../auth/policy.js';
import { criterionRows, type CriterionRow } from '../frameworks/criterion-row.js';
import type { FileSection } from '../frameworks/framework-file.js';
import { FrameworkComparisonType } from '../frameworks/framework-comparison.type.js';
import { outlineOf, type FrameworkOutline } from '../frameworks/framework-outline.js';
import { FrameworkOutlineType } from '../frameworks/framework-outline.type.js';
import {
  comparisonOf,
  type FrameworkComparison,
  type FrameworkRow,
} from '../frameworks/framework.queries.js';
import {
  CriterionType,
  FrameworkSectionType,
  FrameworkType,
} from '../frameworks/framework.type.js';
import type { Context } from '../request/context.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { draftsSeen, type FrameworkDraftRow } from './framework-draft.queries.js';
import { FrameworkDraftType, FrameworkProblem } from './framework-draft.type.js';
import { problemsOfDraft } from './publication.service.js';
import { mayRetire } from './retirement.service.js';
import { toldProblems } from './told-problem.js';

@Resolver(() => FrameworkDraftType)
class FrameworkDraftResolver {
  @Query(() => [FrameworkDraftType], {
    description:
      'All drafts of frameworks, by code and version, for planners and operators; for others the list is empty. There are only a few.',
  })
  frameworkDrafts(@Ctx() context: Context): Promise<FrameworkDraftRow[]> {
    return draftsSeen(context);
  }

  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() { language }: Context, @Root() { definition }: FrameworkDraftRow): string {
    return definition.name[language];
  }

  @FieldResolver(() => String, { description: 'The source of the criteria.' })
  source(@Root() { definition }: FrameworkDraftRow): string {
    return definition.document ?? definition.issuer;
  }

  @FieldResolver(() => SourceStatus, { description: 'How certain the source is.' })
  sourceStatus(@Root() { definition }: FrameworkDraftRow): SourceStatus {
    return definition.sourceStatus;
  }

  @FieldResolver(() => GraphQLLocalDate, {
    description: 'The first day on which it would be in force.',
  })
  validFrom(@Root() { definition }: FrameworkDraftRow): string {
    return definition.validFrom;
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it would be in force; null while there is no end.',
  })
  validTo(@Root() { definition }: FrameworkDraftRow): string | null {
    return definition.validTo ?? null;
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When it was stored last.' })
  updatedAt(@Root() { updatedAt }: FrameworkDraftRow): Date {
    return new Date(updatedAt);
  }

  @FieldResolver(() => [FrameworkSectionType], {
    description: 'The sections, in order; those in others stand after them.',
  })
  sections(@Root() { definition }: FrameworkDraftRow): FileSection[] {
    return definition.sections;
  }

  @FieldResolver(() => FrameworkOutlineType, { description: 'What it asks of whom, in short.' })
  outline(@Root() { definition }: FrameworkDraftRow): FrameworkOutline {
    return outlineOf(definition);
  }

  @FieldResolver(() => [CriterionType], {
    description: 'What an institution of a kind would be asked, in order: its form.',
  })
  form(
    @Root() { definition }: FrameworkDraftRow,
    @Arg('kind', () => InstitutionKind, { description: 'The kind of institution.' })
    kind: InstitutionKind,
  ): CriterionRow[] {
    // What is not published has no rows of criteria and questions.
    const stored = definition.criteria.map(({ code }) => ({ id: 0, questionId: 0, code }));
    return criterionRows(0, definition, stored).filter(({ kinds }) => kinds.includes(kind));
  }

  @FieldResolver(() => FrameworkComparisonType, {
    nullable: true,
    description: 'The comparison with the published version before; null when there is none.',
  })
  comparison(
    @Ctx() context: Context,
    @Root() { definition }: FrameworkDraftRow,
  ): Promise<FrameworkComparison | null> {
    return comparisonOf(context, definition);
  }

  @FieldResolver(() => [FrameworkProblem], {
    description: 'What keeps it from being published as things are now; empty when nothing does.',
  })
  async problems(
    @Ctx() context: Context,
    @Root() { definition }: FrameworkDraftRow,
  ): Promise<FrameworkProblem[]> {
    return toldProblems(await problemsOfDraft(context.database, definition), context.language);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may publish it, and nothing keeps it from being published.',
  })
  async canPublish(
    @Ctx() { database, viewer }: Context,
    @Root() { definition }: FrameworkDraftRow,
  ): Promise<boolean> {
    return mayOperate(viewer) && (await problemsOfDraft(database, definition)).length === 0;
  }
}

@Resolver(() => FrameworkType)
class FrameworkRetirementResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may retire it, and no round keeps it from being retired.',
  })
  canRetire(@Ctx() context: Context, @Root() framework: FrameworkRow): Promise<boolean> {
    return mayRetire(context, framework);
  }
}

export const DRAFT_RESOLVERS = [FrameworkDraftResolver, FrameworkRetirementResolver] as const;
