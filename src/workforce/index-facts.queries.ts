import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { cellsOf } from '../progress/count.js';
import { factsOf, frameworkFacts, institutionsEverIn } from '../progress/facts.queries.js';
import {
  observe,
  type FrameworkFact,
  type InstitutionFacts,
  type Moment,
} from '../progress/observe.js';
import type { LocalDate } from '../shared/dates.js';
import type { SourceStatus } from '../shared/source-status.js';
import { spanCovers } from '../units/unit.queries.js';
import type { KnownRecord, UnitTree } from './found-inputs.js';
import type { GapInstitution } from './gaps.js';

/** A record with what it rests on. */
export interface SourcedRecord extends KnownRecord {
  unitPath: number[];
  source: string;
  sourceStatus: SourceStatus;
}

/** An institution as the index counts it, with the update that says so. */
export type IndexedInstitution = GapInstitution & { updateId: number | null };

/** A unit and those under it on a date. */
export async function unitTreeOf(
  database: Database,
  unitId: number,
  asOf: LocalDate,
): Promise<UnitTree> {
  const rows = await database
    .selectFrom('administrative_unit as unit')
    .select(['unit.id', 'unit.parent_id as parentId'])
    .where(sql<boolean>`unit.path @> array[${unitId}]::int[]`)
    .where(spanCovers('unit.valid_from', 'unit.valid_to', asOf))
    .execute();
  const childrenOf = Map.groupBy(rows, ({ parentId }) => parentId);
  const build = (id: number): UnitTree => ({
    id,
    children: (childrenOf.get(id) ?? []).map((child) => build(child.id)),
  });
  return build(unitId);
}

/** The records of a unit and of all under it that begin at a date or before, as known at a moment. */
export async function recordsKnown(
  database: Database,
  unitId: number,
  asOf: LocalDate,
  knownAt: Date | null,
): Promise<SourcedRecord[]> {
  const known = knownAt
    ? sql`version.recorded_at <= ${knownAt}::timestamptz
        and (version.superseded_at is null or version.superseded_at > ${knownAt}::timestamptz)`
    : sql`version.superseded_at is null`;
  const found = await sql<SourcedRecord>`
    select record.id as "recordId", version.id as "versionId", record.unit_id as "unitId",
      unit.path as "unitPath", record.kind, record.tier, record.audience, record.agency, record.topic,
      version.valid_from as "validFrom", version.valid_to as "validTo", version.source,
      version.source_status as "sourceStatus",
      (select coalesce(json_object_agg(quantity, value), '{}') from workforce_count
        where version_id = version.id) as counts
    from administrative_unit as unit
    join workforce_record as record on record.unit_id = unit.id
    join workforce_record_version as version on version.record_id = record.id
    where unit.path @> array[${unitId}]::int[] and not version.removed
      and version.valid_from <= ${asOf}::date and ${known}
    order by version.valid_from, record.id`.execute(database);
  return found.rows;
}

/** The institutions of a unit on a date with how each stands in all four pillars. */
export async function institutionsIndexed(
  database: Database,
  unitId: number,
  asOf: LocalDate,
  knownAt: Moment,
): Promise<IndexedInstitution[]> {
  const [ever, units, frameworks] = await Promise.all([
    institutionsEverIn(database, [unitId]),
    sql<{ id: number }>`
      select id from administrative_unit where path @> array[${unitId}]::int[]`.execute(database),
    frameworkFacts(database),
  ]);
  const ids = ever.map(({ institutionId }) => institutionId);
  const [facts, names] = await Promise.all([
    factsOf(database, ids),
    sql<{ id: number; name: string }>`
      select id, name from institution where id = any(${ids}::int[])`.execute(database),
  ]);
  const inside = new Set(units.rows.map(({ id }) => id));
  const nameOf = new Map(names.rows.map(({ id, name }) => [id, name]));
  return [...facts.values()].flatMap((each) => {
    const counted = countedAs(each, frameworks, asOf, knownAt);
    if (!counted || !inside.has(counted.unitId)) return [];
    const { unitId: _unit, ...institution } = counted;
    return [{ ...institution, name: nameOf.get(each.id)! }];
  });
}

/** How an institution counts on a date; null when it does not, as one without a pillar that applies. */
function countedAs(
  facts: InstitutionFacts,
  frameworks: readonly FrameworkFact[],
  asOf: LocalDate,
  knownAt: Moment,
): (Omit<IndexedInstitution, 'name'> & { unitId: number }) | null {
  const observed = observe(facts, frameworks, asOf, knownAt);
  const cells = cellsOf(facts, observed).filter(({ subject }) => subject === 'ALL_FOUR');
  const [one] = cells.filter(({ institutions }) => institutions === 1);
  if (!one) return null;
  const reported = cells.some((cell) => cell.reported === 1);
  const pending = observed.pending?.returned ? 'RETURNED' : 'IN_REVIEW';
  return {
    id: facts.id,
    unitId: one.unitId,
    group: one.group,
    completed: cells.some((cell) => cell.completed === 1),
    observation: reported ? 'REPORTED' : observed.pending ? pending : 'NOT_REPORTED',
    updateId: reported ? observed.approved!.updateId : null,
  };
}
