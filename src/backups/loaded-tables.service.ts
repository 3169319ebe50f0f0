import { finished } from 'node:stream/promises';
import { escapeIdentifier, type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Contents, TableContents } from './archive.js';
import { listOf } from './copied-tables.queries.js';

const FOREIGN_KEYS = `
  select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
  from pg_constraint join pg_class on pg_class.oid = conrelid
  where contype = 'f' and connamespace = current_schema()::regnamespace order by conname`;

/**
 * Has the tables filled as they were, whatever refers to what, without triggers that tell of it or refuse
 * it; what the migrations put there goes. Call it in a transaction of an owner of the tables.
 * @param fill writes the rows.
 */
export async function withBareTables(
  client: PoolClient,
  { tables, sequences }: Contents,
  fill: () => Promise<void>,
): Promise<void> {
  const { rows: keys } =
    await client.query<Record<'table' | 'name' | 'definition', string>>(FOREIGN_KEYS);
  for (const { table, name } of keys)
    await client.query(
      `alter table ${escapeIdentifier(table)} drop constraint ${escapeIdentifier(name)}`,
    );
  const names = tables.map(({ name }) => escapeIdentifier(name));
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${names.join(', ')}`);
  await fill();
  for (const { name, last, called } of sequences)
    await client.query('select setval($1::text::regclass, $2::bigint, $3::bool)', [
      escapeIdentifier(name),
      last,
      called,
    ]);
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const { table, name, definition } of keys)
    await client.query(
      `alter table ${escapeIdentifier(table)} add constraint ${escapeIdentifier(name)} ${definition}`,
    );
}

/** Writes rows into tables, one table after the other, as they come from a backup. */
export class TableFiller {
  #filling: { name: string; stream: ReturnType<typeof copyFrom>; done: Promise<void> } | null =
    null;
  readonly #tables: ReadonlyMap<string, TableContents>;

  constructor(
    private readonly client: PoolClient,
    tables: readonly TableContents[],
  ) {
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async take(name: string, rows: Buffer): Promise<void> {
    const { stream, done } = this.#filling?.name === name ? this.#filling : await this.#begin(name);
    const written = new Promise<void>((resolve, reject) => {
      stream.write(rows, (error) => (error ? reject(error) : resolve()));
    });
    // What the database refuses ends the stream, and with it the wait.
    await Promise.race([written, done]);
  }

  /** Ends the table that is being filled. */
  async end(): Promise<void> {
    if (!this.#filling) return;
    const { name, stream, done } = this.#filling;
    this.#filling = null;
    stream.end();
    await done;
    const expected = this.#tables.get(name)?.rows;
    if (stream.rowCount !== expected)
      throw new Error(`${name} took ${stream.rowCount} rows of ${expected}.`);
  }

  async #begin(name: string) {
    await this.end();
    const columns = this.#tables.get(name)?.columns ?? [];
    const stream = this.client.query(copyFrom(`copy ${listOf(name, columns)} from stdin`));
    const done = finished(stream);
    done.catch(() => undefined);
    return (this.#filling = { name, stream, done });
  }
}
