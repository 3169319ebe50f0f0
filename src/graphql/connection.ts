import { Field, Int, ObjectType, Root, type ClassType } from 'type-graphql';
import { encodeCursor, type Key } from './cursor.js';
import type { Page } from './page.js';

@ObjectType({ description: 'Where a page lies in its list.' })
class PageInfo {
  @Field(() => Boolean, {
    description: 'Whether more rows follow. Paging backward without `before`, false.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether rows precede. Paging forward without `after`, false.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The first row’s cursor; null when the page is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last row’s cursor; null when the page is empty.',
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
  /** Counted only when asked for. */
  count: () => Promise<number>;
}

/** Rows of a page with their keys, at most one more than the limit, in the order they were read. */
export interface PageRow {
  pageKey: Key;
}

/**
 * Makes a connection of what was read for a page.
 * @param reordered the last reordering before it was read, for cursors of a movable order.
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
      page.order.movable ? [reordered, ...node.pageKey] : node.pageKey,
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

/** The Relay connection and edge types of an object type. */
export function connectionType(node: () => ClassType, name: string): ClassType {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, and its position.` })
  class EdgeType {
    @Field(() => String, { description: 'The position, for `after` and `before`.' })
    cursor!: string;

    @Field(node, { description: 'The row itself.' })
    node!: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows of the page with their cursors.' })
    edges!: EdgeType[];

    @Field(() => [node()], { description: 'The rows of the page.' })
    nodes!: unknown[];

    @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole list has.' })
    totalCount(@Root() connection: Connection<unknown>): Promise<number> {
      return connection.count();
    }
  }
  return ConnectionType;
}
