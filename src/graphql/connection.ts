import { Field, Int, ObjectType, Root, type ClassType } from 'type-graphql';
import { encodeCursor, type Key } from './cursor.js';
import type { Page } from './page.js';

@ObjectType({ description: 'The position of a page in its list.' })
class PageInfo {
  @Field(() => Boolean, {
    description: 'Whether more rows follow. Always false when paging backward without `before`.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether there are rows before. Always false when paging forward without `after`.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first row; null when the page is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row; null when the page is empty.',
  })
  endCursor!: string | null;
}

interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  /** Counted only when the query selects it. */
  count: () => Promise<number>;
}

/** A row with its key. A page reads one row more than its limit, in the order of reading. */
export interface PageRow {
  pageKey: Key;
}

/**
 * Makes a connection of the rows that were read for a page.
 * @param reordered the last reordering before the rows were read, for cursors of an order in which rows can move.
 */
export function connectionOf<Node extends PageRow>(
  rows: Node[],
  page: Page,
  count: () => Promise<number>,
  reordered = 0,
): Connection<Node> {
  const more = rows.length > page.limit;
  const kept = rows.slice(0, page.limit);
  if (page.backward) kept.reverse();
  const edges = kept.map((node) => ({
    cursor: encodeCursor(
      page.order.name,
      page.order.movedBy ? [reordered, ...node.pageKey] : node.pageKey,
    ),
    node,
  }));
  return {
    edges,
    nodes: kept,
    pageInfo: {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  };
}

export function connectionType(node: () => ClassType, name: string): ClassType {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list, with its position.` })
  class EdgeType {
    @Field(() => String, { description: 'The position in the list, for `after` and `before`.' })
    cursor!: string;

    @Field(node, { description: 'The object in the list.' })
    node!: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} objects.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows of the page, each with its cursor.' })
    edges!: EdgeType[];

    @Field(() => [node()], { description: 'The rows of the page.' })
    nodes!: unknown[];

    @Field(() => PageInfo, { description: 'The position of the page in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'The number of rows in the whole list.' })
    totalCount(@Root() connection: Connection<unknown>): Promise<number> {
      return connection.count();
    }
  }
  return ConnectionType;
}
