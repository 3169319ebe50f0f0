import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId, registerNode } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { loadRound, type RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import {
  loadStatusUpdate,
  pillarResultsOf,
  statusUpdateRows,
  type PillarResultRow,
  type StatusUpdateRow,
} from './status-update.queries.js';
import {
  PillarResultType,
  StatusUpdateConnection,
  StatusUpdateFilter,
  StatusUpdateType,
} from './status-update.type.js';

registerNode('StatusUpdate', loadStatusUpdate);

const NEWEST_FIRST: Order = {
  name: 'status-update-newest',
  descending: true,
  columns: [
    { name: 'referenceDate', type: 'date' },
    { name: 'id', type: 'number' },
  ],
};

@Resolver(() => StatusUpdateType)
export class StatusUpdateResolver {
  @Query(() => StatusUpdateConnection, {
    description: 'Approved updates, those of the newest round first.',
  })
  statusUpdates(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => StatusUpdateFilter, {
      nullable: true,
      description: 'Which updates to list.',
    })
    filter: StatusUpdateFilter | null,
  ): Promise<Connection<StatusUpdateRow>> {
    const rowId = (type: string, id: string | null | undefined) =>
      id == null ? null : (fromGlobalId(type, id) ?? 0);
    const conditions = {
      institutionId: rowId('Institution', filter?.institution),
      roundId: rowId('ReportingRound', filter?.round),
    };
    return readPage(
      context,
      'status updates',
      conditions,
      0,
      pageOf(pageArguments, NEWEST_FIRST),
      () => statusUpdateRows(context.database, conditions),
    );
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When the institution handed it in.' })
  submittedAt(@Root() update: StatusUpdateRow): Date {
    return new Date(update.submittedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'When it was approved: figures known at an earlier moment do not have it.',
  })
  approvedAt(@Root() update: StatusUpdateRow): Date {
    return new Date(update.approvedAt);
  }

  @FieldResolver(() => InstitutionType, { description: 'Who reported.' })
  institution(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, update.institutionId);
  }

  @FieldResolver(() => ReportingRoundType, { description: 'The round it answers.' })
  round(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<RoundRow | null> {
    return loadRound(context, update.roundId);
  }

  @FieldResolver(() => [PillarResultType], {
    description: 'The result in each pillar that applies to the institution.',
  })
  pillars(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<PillarResultRow[]> {
    return context.batch
      .load('pillar results', update.revisionId, (ids) => pillarResultsOf(context.database, ids))
      .then((results) => results ?? []);
  }
}

@Resolver(() => InstitutionType)
export class InstitutionStatusUpdatesResolver {
  @FieldResolver(() => StatusUpdateConnection, {
    description: 'Its approved updates, the newest round first.',
  })
  statusUpdates(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<StatusUpdateRow>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    return readPage(context, 'status updates of', {}, institution.id, page, (parent) =>
      statusUpdateRows(context.database, {}, parent),
    );
  }
}
