import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Context } from '../request/context.js';
import type { Database } from '../database/orm.js';
import { connectionOf, type Connection, type PageRow } from './connection.js';
import { checkBounds, type Page } from './page.js';
import type { Lifetime } from '../reads/batch.js';

/** A query whose rows carry the columns of the page's order; `parent` is the id of their parent. */
export type RowsUnder<Row> = (parent: Expression<number>) => Expression<Row>;

/**
 * A page of the rows under a parent. Parents with the same arguments in one request are read by one
 * statement, and counted by one more if a count is selected.
 * @param name identifies the list; together with `variables` it names the batch.
 * @param parent an id; lists without a parent pass 0.
 */
export async function readPage<Row extends { id: number }>(
  context: Context,
  name: string,
  variables: unknown,
  parent: number,
  page: Page,
  rows: RowsUnder<Row>,
): Promise<Connection<Row & PageRow>> {
  // Read before the rows: a later move makes the cursors outdated.
  const { movedBy } = page.order;
  const reordered = movedBy ? ((await context.publication()).reorderings[movedBy] ?? 0) : 0;
  checkBounds(page, reordered);
  // The public's rows are the same for everybody; they may depend on the day.
  const list = `${name} ${JSON.stringify([variables, context.today])}`;
  const lifetime: Lifetime = context.viewer ? 'REQUEST' : 'SHARED';
  const read = await context.batch.load(
    `${list} ${JSON.stringify(page)}`,
    lifetime,
    parent,
    (parents: readonly number[]) => pagesUnder(context.database, parents, page, rows),
  );
  const count = async () => {
    const total = await context.batch.load(
      `${list} count`,
      lifetime,
      parent,
      (parents: readonly number[]) => countsUnder(context.database, parents, rows),
    );
    return total ?? 0;
  };
  return connectionOf(read ?? [], page, count, reordered);
}

async function pagesUnder<Row>(
  database: Database,
  parents: readonly number[],
  page: Page,
  rows: RowsUnder<Row>,
): Promise<Map<number, (Row & PageRow)[]>> {
  const columns = page.order.columns.map(({ name, type }) =>
    type === 'text' ? sql`row.${sql.ref(name)} collate "C"` : sql`row.${sql.ref(name)}`,
  );
  // Keys rise along the list unless it is descending; reading backward reverses that.
  const beyond = page.order.descending ? sql`<` : sql`>`;
  const short = page.order.descending ? sql`>` : sql`<`;
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  const key = sql`(${sql.join(columns)})`;
  if (page.after) conditions.push(sql`${key} ${beyond} (${sql.join(page.after)})`);
  if (page.before) conditions.push(sql`${key} ${short} (${sql.join(page.before)})`);
  const direction = page.order.descending === page.backward ? sql`asc` : sql`desc`;
  const ordered = columns.map((column) => sql`${column} ${direction}`);

  const result = await sql<Row & Record<string, string | number | null> & { pageParent: number }>`
    select parent.id as "pageParent", page.*
    from unnest(${parents}::int[]) as parent(id)
    cross join lateral (
      select row.*, row_number() over (order by ${sql.join(ordered)}) as "pageOrdinal"
      from ${rows(sql.ref('parent.id'))} as row
      where ${sql.join(conditions, sql` and `)}
      order by ${sql.join(ordered)}
      limit ${page.limit + 1}
    ) as page
    order by "pageParent", "pageOrdinal"`.execute(database);

  const pages = new Map<number, (Row & PageRow)[]>();
  for (const row of result.rows) {
    const pageKey = page.order.columns.map(({ name }) => row[name] as string | number | null);
    const list = pages.get(row.pageParent) ?? [];
    list.push({ ...row, pageKey });
    pages.set(row.pageParent, list);
  }
  return pages;
}

async function countsUnder<Row>(
  database: Database,
  parents: readonly number[],
  rows: RowsUnder<Row>,
): Promise<Map<number, number>> {
  const result = await sql<{ parentId: number; total: number }>`
    select parent.id as "parentId", counted.total
    from unnest(${parents}::int[]) as parent(id)
    cross join lateral (
      select count(*)::int as total from ${rows(sql.ref('parent.id'))} as row
    ) as counted`.execute(database);
  return new Map(result.rows.map(({ parentId, total }) => [parentId, total]));
}
