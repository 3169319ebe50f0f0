import { GraphQLDateTime } from 'graphql-scalars';
import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { loadNode, Node, type NodeRow } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import type { Context } from '../request/context.js';
import { AS_PUBLISHED, changeRows, nodeIdOf, type ChangeRow } from './change.queries.js';
import { ChangeConnection, ChangeType } from './change.type.js';

@Resolver(() => ChangeType)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    description:
      'All changes of published data since the hub has kept this feed, in the order of publication, including deletions, and including what a new day changes: that is published at 00:00 in Vietnam. To follow them: read `last: 1` for the newest cursor, then read the data that you keep, then query with `after` and continue with the endCursor of each page that is not empty. This skips and repeats no change. Each node appears once per revision.',
  })
  changes(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<ChangeRow>> {
    const page = pageOf(pageArguments, AS_PUBLISHED);
    return readPage(context, 'changes', {}, 0, page, () => changeRows(context.database));
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'When the change was published. All changes of a revision have the same moment.',
  })
  at(@Root() change: ChangeRow): Date {
    return new Date(change.at);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'The id of the node, which stays when the node is no longer public; null when nodeType is null.',
  })
  nodeId(@Root() change: ChangeRow): string | null {
    return nodeIdOf(change);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'The node in its present state, not in that of the change. Null when the viewer may not see it, and when nodeType is null.',
  })
  node(@Ctx() context: Context, @Root() change: ChangeRow): Promise<NodeRow | null> | null {
    const id = nodeIdOf(change);
    return id === null ? null : loadNode(context, id);
  }
}
