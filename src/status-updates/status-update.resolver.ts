import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { rowIdOf } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { loadRound, type RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import { loadApprovedBefore } from './approved-before.queries.js';
import { loadRevisions, type RevisionRow } from './revision.queries.js';
import { StatusUpdateRevisionType } from './revision.type.js';
import {
  loadPillarResults,
  statusUpdateRows,
  type PillarResultRow,
  type StatusUpdateRow,
} from './status-update.queries.js';
import {
  PillarResultType,
  StatusUpdateConnection,
  StatusUpdateFilter,
  StatusUpdateOrder,
  StatusUpdateType,
} from './status-update.type.js';

const ORDERS: Record<StatusUpdateOrder, Order> = {
  NEWEST_ROUND: {
    name: 'status-update-newest',
    descending: true,
    columns: [
      { name: 'referenceDate', type: 'date' },
      { name: 'id', type: 'number' },
    ],
  },
  OLDEST_SUBMISSION: {
    name: 'status-update-oldest',
    descending: false,
    columns: [
      { name: 'handedIn', type: 'text' },
      { name: 'id', type: 'number' },
    ],
  },
  NEWEST_DECISION: {
    name: 'status-update-decided',
    descending: true,
    columns: [
      { name: 'decided', type: 'text' },
      { name: 'id', type: 'number' },
    ],
  },
};

@Resolver(() => StatusUpdateType)
class StatusUpdateResolver {
  @Query(() => StatusUpdateConnection, { description: 'The updates that the viewer may see.' })
  statusUpdates(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => StatusUpdateFilter, {
      nullable: true,
      description: 'Conditions for the list.',
    })
    filter: StatusUpdateFilter | null,
    @Arg('orderBy', () => StatusUpdateOrder, {
      defaultValue: StatusUpdateOrder.NEWEST_ROUND,
      description: 'The order of the list.',
    })
    orderBy: StatusUpdateOrder,
  ): Promise<Connection<StatusUpdateRow>> {
    const conditions = {
      institutionId: rowIdOf('Institution', filter?.institution),
      roundId: rowIdOf('ReportingRound', filter?.round),
      unitId: rowIdOf('AdministrativeUnit', filter?.unit),
      states: filter?.states,
      awaitingDecision: filter?.awaitingDecision,
      claim: filter?.claim,
    };
    const page = pageOf(pageArguments, ORDERS[orderBy]);
    return readPage(context, 'status updates', conditions, 0, page, () =>
      statusUpdateRows(context, conditions),
    );
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The number of the latest approved revision, from 1; null while none is approved.',
  })
  revision(@Root() { approved }: StatusUpdateRow): number | null {
    return approved?.number ?? null;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the latest approved revision was submitted; null while none is approved.',
  })
  submittedAt(@Root() { approved }: StatusUpdateRow): Date | null {
    return approved && new Date(approved.submittedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the update was approved. Figures known at an earlier moment do not include it. Null while no revision is approved.',
  })
  approvedAt(@Root() { approved }: StatusUpdateRow): Date | null {
    return approved && new Date(approved.decidedAt);
  }

  @FieldResolver(() => InstitutionType, { description: 'The institution that reports.' })
  institution(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, update.institutionId);
  }

  @FieldResolver(() => ReportingRoundType, {
    description: 'The round in which the institution reports.',
  })
  round(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<RoundRow | null> {
    return loadRound(context, update.roundId);
  }

  @FieldResolver(() => [PillarResultType], {
    description:
      'The result of the latest approved revision in each pillar that applies to the institution; empty while none is approved.',
  })
  async pillars(
    @Ctx() context: Context,
    @Root() { approved }: StatusUpdateRow,
  ): Promise<PillarResultRow[]> {
    return (approved && (await loadPillarResults(context, approved.id))) ?? [];
  }

  @FieldResolver(() => [StatusUpdateRevisionType], {
    description:
      'The revisions, oldest first. All viewers see the approved ones, viewers who may inspect the update all that were submitted, and the institution its draft as well.',
  })
  revisions(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<RevisionRow[]> {
    return loadRevisions(context, update);
  }

  @FieldResolver(() => StatusUpdateRevisionType, {
    nullable: true,
    description: 'The last of `revisions`; null when the viewer sees none.',
  })
  async newestRevision(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<RevisionRow | null> {
    return (await loadRevisions(context, update)).at(-1) ?? null;
  }

  @FieldResolver(() => StatusUpdateRevisionType, {
    nullable: true,
    description:
      'The latest approved revision, which is the one that counts; null while none is approved.',
  })
  async approvedRevision(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<RevisionRow | null> {
    const revisions = await loadRevisions(context, update);
    return revisions.find(({ id }) => id === update.approved?.id) ?? null;
  }

  @FieldResolver(() => StatusUpdateType, {
    nullable: true,
    description:
      'The institution’s last approved update before this round, by the reference dates of the rounds and, if these are equal, by the order in which the rounds were created. A draft that is started now is filled from its `approvedRevision`. Null when there is none.',
  })
  approvedBefore(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<StatusUpdateRow | null> {
    return loadApprovedBefore(context, update);
  }
}

@Resolver(() => InstitutionType)
class InstitutionStatusUpdatesResolver {
  @FieldResolver(() => StatusUpdateConnection, {
    description: 'The updates of the institution that the viewer may see, newest round first.',
  })
  statusUpdates(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<StatusUpdateRow>> {
    const page = pageOf(pageArguments, ORDERS.NEWEST_ROUND);
    return readPage(context, 'status updates of', {}, institution.id, page, (parent) =>
      statusUpdateRows(context, {}, parent),
    );
  }
}

export const STATUS_UPDATE_RESOLVERS = [StatusUpdateResolver, InstitutionStatusUpdatesResolver];
