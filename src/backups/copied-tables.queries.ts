import { createHash } from 'node:crypto';
import { escapeIdentifier, type Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { linesIn, rowsName, type Contents, type TableContents } from './archive.js';
import type { ArchiveWriter } from './write-archive.js';

/** In bytes: a part of the file is held in memory. */
const PART = 4 * 1024 * 1024;

/** Every table of the hub's schema with its columns, without those that PostgreSQL computes. */
const TABLES = `
  select class.relname as name, array_agg(attname::text order by attnum) as columns
  from pg_class as class join pg_attribute on attrelid = class.oid
  where relnamespace = current_schema()::regnamespace and relkind = 'r'
    and attnum > 0 and not attisdropped and attgenerated = ''
  group by class.relname order by class.relname`;

const SEQUENCES = `
  select relname as name from pg_class
  where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname`;

/** Copies the rows of all tables into the backup, as the transaction of the connection sees them. */
export async function copyTables(client: Client, archive: ArchiveWriter): Promise<TableContents[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(TABLES);
  const tables: TableContents[] = [];
  for (const table of rows) tables.push(await copyTable(client, archive, table));
  return tables;
}

/** Text and not the binary form, which another version of PostgreSQL may not read. */
async function copyTable(
  client: Client,
  archive: ArchiveWriter,
  { name, columns }: { name: string; columns: string[] },
): Promise<TableContents> {
  const hash = createHash('sha256');
  const told = { name, columns, rows: 0, bytes: 0 };
  let parts = 0;
  let chunks: Buffer[] = [];
  let held = 0;
  const writePart = async () => {
    const content = Buffer.concat(chunks);
    [chunks, held] = [[], 0];
    hash.update(content);
    told.rows += linesIn(content);
    told.bytes += content.length;
    await archive.add(rowsName(name, (parts += 1)), content);
  };
  const rows = client.query(copyTo(`copy ${listOf(name, columns)} to stdout`));
  for await (const chunk of rows) {
    if (!Buffer.isBuffer(chunk)) continue;
    chunks.push(chunk);
    held += chunk.length;
    if (held >= PART) await writePart();
  }
  if (held > 0) await writePart();
  if (told.rows !== rows.rowCount)
    throw new Error(`${name} has ${rows.rowCount} rows, and ${told.rows} came.`);
  return { ...told, sha256: hash.digest('hex') };
}

/** A table with its columns as COPY takes them. */
export function listOf(name: string, columns: readonly string[]): string {
  return `${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')})`;
}

/** How far all sequences have come: never less than the rows that were copied. */
export async function sequences(client: Client): Promise<Contents['sequences']> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES);
  const found: Contents['sequences'] = [];
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${escapeIdentifier(name)}`,
    );
    found.push(...state.rows.map((each) => ({ name, ...each })));
  }
  return found;
}
