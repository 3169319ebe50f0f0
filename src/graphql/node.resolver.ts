import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../request/context.js';
import { RequestError } from '../shared/errors.js';
import { severalObjects } from './answer-size.js';
import { loadNode, Node, type NodeRow } from './node.js';
import { PAGE_LIMIT } from './page.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The object with this id; null when there is none or the viewer may not see it.',
  })
  node(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'An id that the graph returned.' }) id: string,
  ): Promise<NodeRow | null> {
    return loadNode(context, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    complexity: ({
      args,
      childComplexity,
    }: {
      args: { ids?: string[] };
      childComplexity: number;
    }) => severalObjects((args.ids ?? []).length, childComplexity),
    description: `The objects with these ids, at most ${PAGE_LIMIT}, in the same order. An id without an object, or with one that the viewer may not see, gives null.`,
  })
  nodes(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: 'Ids that the graph returned.' }) ids: string[],
  ): Promise<(NodeRow | null)[]> {
    if (ids.length > PAGE_LIMIT)
      throw new RequestError(
        'TOO_MANY_IDS',
        {
          vi: `ids có ${ids.length} giá trị; nhiều nhất là ${PAGE_LIMIT}.`,
          en: `ids has ${ids.length} values; at most ${PAGE_LIMIT} are taken.`,
        },
        { argument: 'ids' },
      );
    return Promise.all(ids.map((id) => loadNode(context, id)));
  }
}
