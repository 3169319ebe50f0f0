import { sql, type RawBuilder } from 'kysely';

/** Rows as {@link columnsOf} gives them: a list of each of their values; null for no rows. */
export type Columns<Row> = { readonly [Name in keyof Row]-?: readonly Row[Name][] | null };

/**
 * The SQL of one value that holds thousands of rows column by column. PostgreSQL makes it in half the
 * time of an object for each row, and Node reads it in a fifth of the time of rows.
 */
export function columnsOf<Row>(columns: {
  [Name in keyof Row]-?: RawBuilder<unknown>;
}): RawBuilder<Columns<Row>> {
  const lists = Object.entries<RawBuilder<unknown>>(columns).flatMap(([name, column]) => [
    sql.lit(name),
    sql`json_agg(${column})`,
  ]);
  return sql<Columns<Row>>`json_build_object(${sql.join(lists)})`;
}

export function rowsIn<Row extends object>(columns: Columns<Row>): Row[] {
  const lists = Object.entries<readonly unknown[] | null>(columns);
  return (lists[0]?.[1] ?? []).map((_, place) => {
    const row: Record<string, unknown> = {};
    for (const [name, values] of lists) row[name] = values?.[place];
    return row as Row;
  });
}
