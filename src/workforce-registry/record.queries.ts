import { sql, type Expression } from 'kysely';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import {
  protectionFrom,
  type Addends,
  type CountedRow,
  type Place,
  type Protection,
} from './protection.js';
import type { RecordSpan } from './record-check.js';
import { PARTS, type Subject } from './record-kinds.js';
import {
  PEOPLE,
  type Audience,
  type RecordKind,
  type Tier,
  type Quantity,
} from './workforce.enums.js';

export interface RecordRow extends Subject, RecordSpan {
  id: number;
  versionId: number;
  version: number;
  unitId: number;
  /** The row ids of the unit and all above it. */
  unitPath: number[];
  source: string;
  sourceStatus: SourceStatus;
  note: string | null;
  removed: boolean;
  recordedAt: string;
  supersededAt: string | null;
  /** The subject as text that sorts. */
  subject: string;
}

/** Null means now. */
type KnownAt = Date | null;

function knownAtMoment(knownAt: KnownAt) {
  return knownAt === null
    ? sql<boolean>`version.superseded_at is null`
    : sql<boolean>`(version.recorded_at <= ${knownAt}::timestamptz
        and (version.superseded_at is null or version.superseded_at > ${knownAt}::timestamptz))`;
}

const SUBJECT = sql`record.unit_id, record.kind, record.tier, record.audience, record.agency, record.topic`;

const COLUMNS = sql`record.id, version.id as "versionId", version.number as version,
  record.unit_id as "unitId", unit.path as "unitPath", record.kind, record.tier, record.audience,
  record.agency, record.topic, version.valid_from as "validFrom", version.valid_to as "validTo",
  version.source, version.source_status as "sourceStatus", version.note, version.removed,
  version.recorded_at as "recordedAt", version.superseded_at as "supersededAt",
  concat_ws(' ', record.kind, record.tier, record.audience, record.agency, record.topic) as subject`;

const TABLES = sql`workforce_record as record
  join workforce_record_version as version on version.record_id = record.id
  join administrative_unit as unit on unit.id = record.unit_id`;

function newestUpTo(date: LocalDate, known: KnownAt, where: Expression<unknown>) {
  return sql`
    select distinct on (${SUBJECT}) ${COLUMNS} from ${TABLES}
    where ${where} and not version.removed and version.valid_from <= ${date}::date
      and ${knownAtMoment(known)}
    order by ${SUBJECT}, version.valid_from desc`;
}

/** The SQL of the counts of a version by quantity; empty when nothing is counted. */
function countsOf(versionId: Expression<unknown>) {
  return sql`(select coalesce(json_object_agg(quantity, value), '{}') from workforce_count
    where version_id = ${versionId})`;
}

const inUnits = (ids: readonly number[]) => sql`record.unit_id = any(${[...ids]}::int[])`;

export interface RecordFilter {
  kind?: RecordKind | null;
  tier?: Tier | null;
  audience?: Audience | null;
  knownAt: KnownAt;
}

function narrowed({ kind, tier, audience }: RecordFilter, unit: Expression<number>) {
  const conditions = [sql`record.unit_id = ${unit}`];
  if (kind) conditions.push(sql`record.kind = ${kind}`);
  if (tier) conditions.push(sql`record.tier = ${tier}`);
  if (audience) conditions.push(sql`record.audience = ${audience}`);
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** The records of a unit on a date, without those that have expired by then. */
export function rowsInForce(
  filter: RecordFilter,
  date: LocalDate,
  unit: Expression<number>,
): Expression<RecordRow> {
  const newest = newestUpTo(date, filter.knownAt, narrowed(filter, unit));
  return sql<RecordRow>`(
    select * from (${newest}) as newest
    where "validTo" is null or "validTo" >= ${date}::date)`;
}

export function allRows(
  filter: RecordFilter,
  removed: boolean,
  unit: Expression<number>,
): Expression<RecordRow> {
  return sql<RecordRow>`(
    select ${COLUMNS} from ${TABLES}
    where ${narrowed(filter, unit)} and ${knownAtMoment(filter.knownAt)}
      and (${removed} or not version.removed))`;
}

function rowsWhere(condition: Expression<unknown>) {
  return sql<RecordRow>`
    select ${COLUMNS} from ${TABLES} where ${condition} order by record.id, version.number`;
}

function countedWhere(condition: Expression<unknown>) {
  return sql<CountedRow & RecordRow>`
    select record.id as "recordId", ${COLUMNS}, ${countsOf(sql.ref('version.id'))} as counts
    from ${TABLES} where ${condition}`;
}

/** The SQL condition for the newest version of a record that was not removed. */
const PRESENT = sql`version.superseded_at is null and not version.removed`;

export async function recordsByIds(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, RecordRow>> {
  const newest = sql`record.id = any(${[...ids]}::int[]) and version.superseded_at is null`;
  const found = await rowsWhere(newest).execute(database);
  return new Map(found.rows.map((row) => [row.id, row]));
}

export async function versionsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, RecordRow[]>> {
  const found = await rowsWhere(sql`record.id = any(${[...ids]}::int[])`).execute(database);
  return Map.groupBy(found.rows, (row) => row.id);
}

export async function countedByIds(
  database: Database,
  versionIds: readonly number[],
): Promise<(CountedRow & RecordRow)[]> {
  const found = await countedWhere(sql`version.id = any(${[...versionIds]}::int[])`).execute(
    database,
  );
  return found.rows;
}

export async function presentRecords(
  database: Database,
  unitIds: readonly number[],
): Promise<(CountedRow & RecordRow)[]> {
  const ofUnits = sql`${inUnits(unitIds)} and ${PRESENT}`;
  return (await countedWhere(ofUnits).execute(database)).rows;
}

export async function spansOf(
  database: Database,
  unitId: number,
  { kind, tier, audience, agency, topic }: Subject,
  except: number | null,
): Promise<RecordSpan[]> {
  const found = await sql<RecordSpan>`
    select version.valid_from as "validFrom", version.valid_to as "validTo"
    from ${TABLES}
    where record.unit_id = ${unitId} and record.kind = ${kind}
      and record.tier is not distinct from ${tier}
      and record.audience is not distinct from ${audience}
      and record.agency is not distinct from ${agency}
      and record.topic is not distinct from ${topic}
      and record.id is distinct from ${except} and ${PRESENT}
    order by version.valid_from`.execute(database);
  return found.rows;
}

/** People who are a part of other people, as SQL: the part and the whole. */
const PARTS_OF_PEOPLE = sql.join(
  PARTS.filter(({ part }) => PEOPLE.includes(part)).map(
    ({ part, whole }) => sql`(${part}::text, ${whole}::text)`,
  ),
);

/**
 * The counts that must be hidden from the public: everything counted for these kinds in the topmost
 * units above the rows and in all units under those, on every date, for every version and subject.
 */
export async function protectionOf(
  database: Database,
  rows: readonly Pick<CountedRow, 'unitPath' | 'kind'>[],
  threshold: number,
): Promise<Protection> {
  if (rows.length === 0) return { threshold, families: new Map() };
  const roots = [...new Set(rows.map(({ unitPath }) => firstOf(unitPath)))];
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const inTrees = sql`unit.path[1] = any(${roots}::int[]) and unit.path && ${roots}::int[]
    and record.kind = any(${kinds}::text[])`;
  const [under, own] = await Promise.all([
    sql<Addends & Place & { quantity: Quantity }>`
      with by_record as (
        select unit.path[1] as root, record.kind, record.audience, record.unit_id, count.quantity,
          case when record.kind = 'COMMUNITY_TEAMS' then record.tier end as tier,
          min(least(count.value, whole.value - count.value)) as least, max(count.value) as most,
          bool_or(count.value > 0 and count.value < ${threshold}) as small
        from ${TABLES}
        join workforce_count as count on count.version_id = version.id
        left join (values ${PARTS_OF_PEOPLE}) as part(quantity, whole) using (quantity)
        left join workforce_count as whole
          on whole.version_id = version.id and whole.quantity = part.whole
        where ${inTrees} and unit.parent_id is not null
          and count.quantity = any(${[...PEOPLE]}::text[])
        group by root, record.id, count.quantity),
      by_unit as (
        select root, kind, tier, audience, unit_id, quantity, min(least) as least,
          sum(most) as most, bool_or(small) as small
        from by_record group by root, kind, tier, audience, unit_id, quantity)
      select array[root] as "unitPath", kind, tier, audience, null as agency, null as topic, quantity,
        count(*)::int as members, sum(least)::float8 as room, sum(most)::float8 as most,
        bool_or(small) as small
      from by_unit group by root, kind, tier, audience, quantity`.execute(database),
    countedWhere(sql`${inTrees} and unit.parent_id is null`).execute(database),
  ]);
  return protectionFrom(threshold, under.rows, own.rows);
}
