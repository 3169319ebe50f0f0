import type { TestHub } from './hub.js';

/**
 * Every row of every table as text, sorted: two dumps are equal when nothing at all was changed in
 * between. Sign people in before the first one; a sign-in is a row, too.
 */
export async function dumpOf({ em }: TestHub): Promise<string> {
  const fork = em.fork();
  const tables = await fork.execute<{ name: string }[]>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const rows = tables.map(
    ({ name }) => `select '${name} ' || present::text as line from ${name} as present`,
  );
  const [dump] = await fork.execute<{ text: string }[]>(
    `select string_agg(line, E'\\n' order by line collate "C") as text
     from (${rows.join(' union all ')}) as lines`,
  );
  return dump!.text;
}
