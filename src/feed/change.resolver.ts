import { GraphQLDateTime } from 'graphql-scalars';
import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { loadNode, Node, toGlobalId, type NodeRow } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import type { Context } from '../request/context.js';
import { AS_PUBLISHED, changeRows, type ChangeRow } from './change.queries.js';
import { ChangeConnection, ChangeType } from './change.type.js';

@Resolver(() => ChangeType)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    description:
      'Every change of published data since the hub keeps a feed, in the order of publication, deletions too. Read `last: 1` for the newest cursor, then what you keep, then ask with `after`, and with the endCursor of each page that is not empty: no change is skipped, and none comes twice. A node is named once in a revision.',
  })
  changes(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<ChangeRow>> {
    const page = pageOf(pageArguments, AS_PUBLISHED);
    return readPage(context, 'changes', {}, 0, page, () => changeRows(context.database));
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'When it was published: the same moment for all changes of a revision.',
  })
  at(@Root() change: ChangeRow): Date {
    return new Date(change.at);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'The id of the node, also of one that is no longer public; null when nodeType is null.',
  })
  nodeId(@Root() { nodeType, rowId }: ChangeRow): string | null {
    return nodeType === null ? null : toGlobalId(nodeType, rowId!);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'The node as it is now, not as it was then; null when the viewer may not see it, and when nodeType is null.',
  })
  node(@Ctx() context: Context, @Root() change: ChangeRow): Promise<NodeRow | null> | null {
    const { nodeType, rowId } = change;
    return nodeType === null ? null : loadNode(context, toGlobalId(nodeType, rowId!));
  }
}
