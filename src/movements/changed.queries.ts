import { sql } from 'kysely';
import type { Connection } from '../graphql/connection.js';
import type { Page } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { institutionsAround, type InstitutionRow } from '../institutions/institution.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { sidesOf, type BothSides, type Ends } from './both-sides.queries.js';
import type { ChangePart } from './change.js';
import type { LineRow } from './change.queries.js';
import { thenOf, type InstitutionThen } from './then.js';

export interface PartRow extends ChangePart {
  count: number;
  line: LineRow;
}

export interface ChangedRow {
  institution: InstitutionRow;
  line: LineRow;
}

/**
 * The institutions of a part, a page of them.
 * @throws RequestError of the page.
 */
export async function loadChanged(
  context: Context,
  { ids, line }: PartRow,
  page: Page,
): Promise<Connection<ChangedRow>> {
  const { date, knownAt } = line.ends.after;
  const read = await readPage<InstitutionRow>(
    context,
    'institutions changed',
    { ids, date, knownAt },
    0,
    page,
    () =>
      institutionsAround(context.database, date, knownAt).where(
        sql<boolean>`institution.id = any(${ids}::int[])`,
      ),
  );
  const changed = (institution: InstitutionRow): ChangedRow => ({ institution, line });
  return {
    ...read,
    edges: read.edges.map(({ cursor, node }) => ({ cursor, node: changed(node) })),
    nodes: read.nodes.map(changed),
  };
}

/** How a listed institution was at one end; pages of all parts are read together, and read again. */
export async function loadThen(
  context: Context,
  { institution, line }: ChangedRow,
  end: 'before' | 'after',
): Promise<InstitutionThen> {
  const sides = await loadSides.required(context, institution.id, line.ends);
  return thenOf(line, sides[end]);
}

const loadSides = perRequest(
  'institutions at both ends',
  async (context: Context, ids: readonly number[], ends: Ends) => {
    const sides = await sidesOf(context, ids, ends);
    return new Map(sides.map((each): [number, BothSides] => [each.id, each]));
  },
);
