import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadCriterion, type CriterionRow } from '../frameworks/framework.queries.js';
import { CriterionType } from '../frameworks/framework.type.js';
import type { Context } from '../request/context.js';
import { loadEntries, type EntryRow } from './entry.queries.js';
import type { RevisionRow, TakenBackRow } from './revision.queries.js';
import {
  ApprovalTakenBackType,
  StatusUpdateEntryType,
  StatusUpdateRevisionType,
} from './revision.type.js';
import { loadPillarResults, type PillarResultRow } from './status-update.queries.js';
import { PillarResultType } from './status-update.type.js';

@Resolver(() => StatusUpdateRevisionType)
export class StatusUpdateRevisionResolver {
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

  @FieldResolver(() => [StatusUpdateEntryType], {
    nullable: true,
    description:
      'One entry for each criterion that applies to the institution, with or without an answer, in order; null for a viewer who may not inspect the update.',
  })
  async entries(
    @Ctx() context: Context,
    @Root() revision: RevisionRow,
  ): Promise<EntryRow[] | null> {
    return revision.inspects ? loadEntries(context, revision) : null;
  }
}

@Resolver(() => ApprovalTakenBackType)
export class ApprovalTakenBackResolver {
  @FieldResolver(() => GraphQLDateTime, { description: 'When the approval was taken back.' })
  at(@Root() { at }: TakenBackRow): Date {
    return new Date(at);
  }
}

@Resolver(() => StatusUpdateEntryType)
export class StatusUpdateEntryResolver {
  @FieldResolver(() => CriterionType, { description: 'The criterion.' })
  criterion(@Ctx() context: Context, @Root() entry: EntryRow): Promise<CriterionRow | null> {
    return loadCriterion(context, entry);
  }
}
