import type { TestHub } from './hub.js';

/**
 * Every row of every table as text, sorted: two dumps are equal when nothing at all was changed in
 * between. Sign people in before the first one; a sign-in is a row, too.
 */
export async function dumpOf({ em }: TestHub): Promise<string> {
  const fork = em.fork();
  const tables = await fork.execute<{ name: string }[]>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const rows = tables.map(({ name }) => `select '${name} ' || t::text as line from ${name} as t`);
  const [dump] = await fork.execute<{ text: string }[]>(
    `select string_agg(line, E'\\n' order by line collate "C") as text
     from (${rows.join(' union all ')}) as lines`,
  );
  return dump!.text;
}

/** The lines that only one of two dumps has. */
export function differenceOf(before: string, after: string): string[] {
  if (before === after) return [];
  const lines = [before, after].map((dump) => new Set(dump.split('\n')));
  return lines.flatMap((some, index) => [...some].filter((line) => !lines[1 - index]!.has(line)));
}
