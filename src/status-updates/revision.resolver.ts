import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadCriterion, type CriterionRow } from '../frameworks/framework.queries.js';
import { CriterionType } from '../frameworks/framework.type.js';
import type { Context } from '../request/context.js';
import { loadEntries, type EntryRow } from './entry.queries.js';
import type { RevisionRow } from './revision.queries.js';
import { StatusUpdateEntryType, StatusUpdateRevisionType } from './revision.type.js';
import { loadPillarResults, type PillarResultRow } from './status-update.queries.js';
import { PillarResultType } from './status-update.type.js';

@Resolver(() => StatusUpdateRevisionType)
export class StatusUpdateRevisionResolver {
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was handed in; null for a draft.',
  })
  submittedAt(@Root() revision: RevisionRow): Date | null {
    return revision.submittedAt === null ? null : new Date(revision.submittedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was decided on; null while it is not.',
  })
  decidedAt(@Root() revision: RevisionRow): Date | null {
    return revision.decidedAt === null ? null : new Date(revision.decidedAt);
  }

  @FieldResolver(() => [PillarResultType], {
    description: 'What its answers come to in each pillar that applies to the institution.',
  })
  pillars(@Ctx() context: Context, @Root() revision: RevisionRow): Promise<PillarResultRow[]> {
    return loadPillarResults(context, revision.id);
  }

  @FieldResolver(() => [StatusUpdateEntryType], {
    nullable: true,
    description:
      'One for each question that is asked of the institution, answered or not, in order; null for a viewer who may not see into the update.',
  })
  async entries(
    @Ctx() context: Context,
    @Root() revision: RevisionRow,
  ): Promise<EntryRow[] | null> {
    return revision.inspects ? loadEntries(context, revision) : null;
  }
}

@Resolver(() => StatusUpdateEntryType)
export class StatusUpdateEntryResolver {
  @FieldResolver(() => CriterionType, { description: 'The question.' })
  criterion(@Ctx() context: Context, @Root() entry: EntryRow): Promise<CriterionRow | null> {
    return loadCriterion(context, entry);
  }
}
