import { sql, type Expression, type RawBuilder } from 'kysely';
import { databaseOf, type EntityManager } from './orm.js';

/**
 * The trigger by which a table keeps what its rows said before, so that no writer can forget it. Its
 * rows have an `id`. The moment is that of the publication; see the function `keep_version` of the
 * migration.
 */
export function keepsVersions(table: string) {
  return {
    name: 'keeps_versions',
    timing: 'after' as const,
    events: ['insert' as const, 'update' as const, 'delete' as const],
    forEach: 'row' as const,
    expression: `create trigger "keeps_versions" after insert or update or delete on "${table}" for each row execute function keep_version()`,
  };
}

/** From when to when a version was what is known, in milliseconds since 1970. */
export interface KnownSpan {
  /** 0 for what was there before versions were kept. */
  known_since: number;
  /** Null for what holds now. */
  known_until: number | null;
}

/** The SQL query of versions of rows, with the columns of the table and those of {@link KnownSpan}. */
export function versionsOf<Row>(
  table: string,
  where: Expression<unknown>,
): RawBuilder<Row & KnownSpan> {
  const milliseconds = (column: string) =>
    sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;
  return sql<Row & KnownSpan>`(
    select kept.*, coalesce(${milliseconds('version.recorded_at')}, 0) as known_since,
      ${milliseconds('version.superseded_at')} as known_until
    from row_version as version
    cross join lateral jsonb_populate_record(null::${sql.table(table)}, version.content) as kept
    where version.of_table = ${table} and ${where})`;
}

/**
 * The SQL query of the rows of a table as they were known at a moment, a `timestamptz`.
 * @param where what narrows the versions; an index finds them by {@link contentId} of two columns.
 */
export function rowsKnownAt<Row>(
  table: string,
  moment: Expression<unknown>,
  where: Expression<unknown> = sql`true`,
): RawBuilder<Row & KnownSpan> {
  const known = sql`(version.recorded_at is null or version.recorded_at <= ${moment})
    and (version.superseded_at is null or version.superseded_at > ${moment})`;
  return versionsOf(table, sql`${known} and ${where}`);
}

/** The SQL of an id in the content of a version. */
export const contentId = (column: string) => sql`(version.content ->> ${sql.lit(column)})::int`;

/** What is asked of the row with an id, as known at a moment in milliseconds since 1970. */
export interface KnownRequest {
  id: number;
  knownAt: number;
}

/** The SQL query of requests, `asked`, by their position from 1 on. */
export function requestsFor(requests: readonly KnownRequest[]) {
  const moments = requests.map(({ knownAt }) => new Date(knownAt).toISOString());
  return sql<{ index: number; id: number; known_at: string }>`(
    select index::int, id, known_at from unnest(
      ${requests.map(({ id }) => id)}::int[], ${moments}::timestamptz[])
      with ordinality as request(id, known_at, index))`.as('asked');
}

/**
 * Lets the rest of the transaction record at an earlier moment, for a story that is told afterwards;
 * null ends that.
 */
export async function recordAt(em: EntityManager, moment: Date | null): Promise<void> {
  const text = moment?.toISOString() ?? '';
  await sql`select set_config('hub.recorded_at', ${text}, true)`.execute(databaseOf(em));
}
