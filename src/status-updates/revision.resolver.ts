import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import { loadFramework, type FrameworkRow } from '../frameworks/framework.queries.js';
import { CriterionType, FrameworkType } from '../frameworks/framework.type.js';
import { frameworkLevelName, sectionLevelName } from '../frameworks/level-name.js';
import type { Context } from '../request/context.js';
import { answerCountsOf, type AnswerCounts } from './answer-counts.queries.js';
import { loadEntries, type EntryRow } from './entry.queries.js';
import { loadFrameworkResults } from './framework-result.queries.js';
import { FrameworkResultType, SectionResultType } from './framework-result.type.js';
import type { RevisionRow, TakenBackRow } from './revision.queries.js';
import {
  AnswerCountsType,
  ApprovalTakenBackType,
  StatusUpdateEntryType,
  StatusUpdateRevisionType,
} from './revision.type.js';
import type { FrameworkResult } from './score.js';
import { loadPillarResults, type PillarResultRow } from './status-update.queries.js';
import { PillarResultType } from './status-update.type.js';

@Resolver(() => StatusUpdateRevisionType)
class StatusUpdateRevisionResolver {
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the revision was submitted; null for a draft.',
  })
  submittedAt(@Root() revision: RevisionRow): Date | null {
    return revision.submittedAt === null ? null : new Date(revision.submittedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the decision was made; null while there is none.',
  })
  decidedAt(@Root() revision: RevisionRow): Date | null {
    return revision.decidedAt === null ? null : new Date(revision.decidedAt);
  }

  @FieldResolver(() => [PillarResultType], {
    description: 'The result of the answers in each pillar that applies to the institution.',
  })
  async pillars(
    @Ctx() context: Context,
    @Root() revision: RevisionRow,
  ): Promise<PillarResultRow[]> {
    return (await loadPillarResults(context, revision.id)) ?? [];
  }

  @FieldResolver(() => [FrameworkResultType], {
    description:
      'What the answers give under each framework of the round: the points of its sections, and levels.',
  })
  async frameworks(
    @Ctx() context: Context,
    @Root() revision: RevisionRow,
  ): Promise<FrameworkResult[]> {
    return (await loadFrameworkResults(context, revision.id)) ?? [];
  }

  @FieldResolver(() => [StatusUpdateEntryType], {
    nullable: true,
    description:
      'One entry for each question that the round asks of the institution, with or without an answer, in order; null for a viewer who may not inspect the update.',
  })
  async entries(
    @Ctx() context: Context,
    @Root() revision: RevisionRow,
  ): Promise<EntryRow[] | null> {
    return revision.inspects ? loadEntries(context, revision) : null;
  }

  @FieldResolver(() => AnswerCountsType, {
    nullable: true,
    description:
      'How many questions are answered, and how many answers are new; null for a viewer who may not inspect the update.',
  })
  async answerCounts(
    @Ctx() context: Context,
    @Root() revision: RevisionRow,
  ): Promise<AnswerCounts | null> {
    return revision.inspects ? answerCountsOf(context, revision) : null;
  }
}

@Resolver(() => ApprovalTakenBackType)
class ApprovalTakenBackResolver {
  @FieldResolver(() => GraphQLDateTime, { description: 'When the approval was taken back.' })
  at(@Root() { at }: TakenBackRow): Date {
    return new Date(at);
  }
}

@Resolver(() => StatusUpdateEntryType)
class StatusUpdateEntryResolver {
  @FieldResolver(() => CriterionType, {
    description:
      'The criterion that asks the question, in the first framework of the round that has it. Its evidence rule is that of all of them together.',
  })
  criterion(@Root() { criterion }: EntryRow): CriterionRow {
    return criterion;
  }

  @FieldResolver(() => [CriterionType], {
    description:
      'The criteria that ask the question of this kind of institution, one of each framework.',
  })
  criteria(@Root() { criterion }: EntryRow): readonly CriterionRow[] {
    return criterion.uses;
  }
}

@Resolver(() => FrameworkResultType)
class FrameworkResultResolver {
  @FieldResolver(() => FrameworkType, { description: 'The framework.' })
  framework(
    @Ctx() context: Context,
    @Root() { frameworkId }: FrameworkResult,
  ): Promise<FrameworkRow | null> {
    return loadFramework(context, frameworkId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the framework calls the level, in the language of the request; null without.',
  })
  async levelName(
    @Ctx() context: Context,
    @Root() { frameworkId, level }: FrameworkResult,
  ): Promise<string | null> {
    const { definition } = await loadFramework.required(context, frameworkId);
    return frameworkLevelName(definition, level)?.[context.language] ?? null;
  }

  @FieldResolver(() => [SectionResultType], {
    description: 'The sections of which the kind is asked anything, in order.',
  })
  async sections(
    @Ctx() context: Context,
    @Root() { frameworkId, sections }: FrameworkResult,
  ): Promise<SectionResultType[]> {
    const { definition } = await loadFramework.required(context, frameworkId);
    return sections.map((section) => ({
      ...section,
      levelName:
        sectionLevelName(definition, section.code, section.level)?.[context.language] ?? null,
    }));
  }
}

export const REVISION_RESOLVERS = [
  StatusUpdateRevisionResolver,
  ApprovalTakenBackResolver,
  StatusUpdateEntryResolver,
  FrameworkResultResolver,
];
