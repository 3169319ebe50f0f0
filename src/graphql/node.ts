// Routes use ids without loading the schema, which otherwise loads this first.
import 'reflect-metadata';
import { type GraphQLResolveInfo } from 'graphql';
import { Field, ID, Info, InterfaceType, Root } from 'type-graphql';
import type { Context } from '../request/context.js';
import { parseGlobalId, toGlobalId } from './global-id.js';

export { fromGlobalId, parseGlobalId, rowIdOf, toGlobalId } from './global-id.js';

export interface NodeRow {
  id: number;
  nodeType?: string;
  /** Only in a row as it was once known: when that began, in milliseconds since 1970. */
  since?: number | null;
}

@InterfaceType({
  description: 'An object with an id that is unique in the whole graph.',
  resolveType: (row: NodeRow) => row.nodeType,
})
export abstract class Node {
  @Field(() => ID, {
    name: 'id',
    description: 'An opaque, stable id, unique in the whole graph. Pass it to `node`.',
  })
  globalId(@Root() row: NodeRow, @Info() info: GraphQLResolveInfo): string {
    return toGlobalId(info.parentType.name, row.id, row.since);
  }
}

export type NodeLoader = (context: Context, id: number) => Promise<NodeRow | null>;
export type PastNodeLoader = (
  context: Context,
  id: number,
  since: number,
) => Promise<NodeRow | null>;

const loaders = new Map<string, NodeLoader>();
const pastLoaders = new Map<string, PastNodeLoader>();

/** Lets `node` find rows of object types, by their names. Rows that the viewer may not see must load as null. */
export function registerNodes(
  nodes: Readonly<Record<string, NodeLoader>>,
  pastNodes: Readonly<Record<string, PastNodeLoader>>,
): void {
  for (const [type, load] of Object.entries(nodes)) loaders.set(type, load);
  for (const [type, load] of Object.entries(pastNodes)) pastLoaders.set(type, load);
}

/** The row of a global id; null when it is malformed, unknown or hidden from this viewer. */
export async function loadNode(context: Context, globalId: string): Promise<NodeRow | null> {
  const parsed = parseGlobalId(globalId);
  if (!parsed) return null;
  const { type, id, since } = parsed;
  const row = await (since === null
    ? loaders.get(type)?.(context, id)
    : pastLoaders.get(type)?.(context, id, since));
  return row ? { ...row, nodeType: type } : null;
}
