import { sql } from 'kysely';
import { factsOf, institutionsEverIn } from '../counts/facts.queries.js';
import { observe } from '../counts/observe.js';
import type { InstitutionFacts, Moment } from '../counts/facts.js';
import { readRules } from '../counts/rules.queries.js';
import type { Rules } from '../counts/rules.js';
import { wholeState } from '../counts/whole-state.js';
import type { Database, Tables } from '../database/orm.js';
import { rowsKnownAt } from '../database/row-versions.js';
import { knownAs } from '../institutions/institution-period.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import { spanCovers } from '../units/unit.queries.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import type { KnownRecord, UnitTree } from './found-inputs.js';
import type { GapInstitution } from './gaps.js';

export interface SourcedRecord extends KnownRecord {
  unitPath: number[];
  source: string;
  sourceStatus: SourceStatus;
}

/** An institution as the index counts it, with the update that proves it. */
export type IndexedInstitution = GapInstitution & { updateId: number | null };

export async function unitTreesOf(
  database: Database,
  unitIds: readonly number[],
  asOf: LocalDate,
  knownAt: Moment,
): Promise<(id: number) => UnitTree> {
  const inside = sql`(select id from administrative_unit where path && ${[...unitIds]}::int[])`;
  const units =
    knownAt === Infinity
      ? sql<Tables['administrative_unit']>`administrative_unit`
      : rowsKnownAt<Tables['administrative_unit']>(
          'administrative_unit',
          sql`${new Date(knownAt).toISOString()}::timestamptz`,
          sql`version.row_id in ${inside}`,
        );
  const rows = await database
    .selectFrom(units.as('unit'))
    .select(['unit.id', 'unit.parent_id as parentId'])
    .where(sql<boolean>`unit.id in ${inside}`)
    .where(spanCovers('unit.valid_from', 'unit.valid_to', asOf))
    .execute();
  const childrenOf = Map.groupBy(rows, ({ parentId }) => parentId);
  const build = (id: number): UnitTree => ({
    id,
    children: (childrenOf.get(id) ?? []).map((child) => build(child.id)),
  });
  return build;
}

/**
 * The records of each unit and of all units under it that begin on a date or before, as known at a
 * moment.
 */
export async function recordsKnown(
  database: Database,
  unitIds: readonly number[],
  asOf: LocalDate,
  knownAt: Date | null,
): Promise<Map<number, SourcedRecord[]>> {
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
    where unit.path && ${[...unitIds]}::int[] and not version.removed
      and version.valid_from <= ${asOf}::date and ${known}
    order by version.valid_from, record.id`.execute(database);
  return byUnits(unitIds, found.rows, ({ unitPath }) => unitPath);
}

/** The institutions of each unit on a date with their state in all four pillars. */
export async function institutionsIndexed(
  database: Database,
  unitIds: readonly number[],
  asOf: LocalDate,
  knownAt: Moment,
): Promise<Map<number, IndexedInstitution[]>> {
  const [ever, units, rules] = await Promise.all([
    institutionsEverIn(database, unitIds),
    sql<{ id: number; path: number[] }>`
      select id, path from administrative_unit
      where path && ${[...unitIds]}::int[]`.execute(database),
    readRules(database),
  ]);
  const ids = [...new Set(ever.map(({ institutionId }) => institutionId))];
  const [facts, names] = await Promise.all([
    factsOf(database, ids),
    sql<{ id: number; name: string }>`
      select period.institution_id as id, period.name from institution_period as period
      where period.institution_id = any(${ids}::int[]) and ${knownAs('period', knownAt)}
        and ${spanCovers('period.valid_from', 'period.valid_to', asOf)}`.execute(database),
  ]);
  const pathOf = new Map(units.rows.map(({ id, path }) => [id, path]));
  const nameOf = new Map(names.rows.map(({ id, name }) => [id, name]));
  const counted = [...facts.values()].flatMap((each) => {
    const found = countedAs(each, rules, asOf, knownAt);
    if (!found) return [];
    const { unitId, ...institution } = found;
    return [
      {
        path: pathOf.get(unitId) ?? [],
        institution: { ...institution, name: required(nameOf, each.id) },
      },
    ];
  });
  const inUnits = byUnits(unitIds, counted, ({ path }) => path);
  return new Map(
    [...inUnits].map(([id, each]) => [id, each.map(({ institution }) => institution)]),
  );
}

function byUnits<Thing>(
  unitIds: readonly number[],
  things: readonly Thing[],
  pathOf: (thing: Thing) => readonly number[],
): Map<number, Thing[]> {
  const found = new Map<number, Thing[]>(unitIds.map((id) => [id, []]));
  for (const thing of things) for (const id of pathOf(thing)) found.get(id)?.push(thing);
  return found;
}

/**
 * The institution as counted on a date; null when it is not, for example without a pillar that
 * applies.
 */
function countedAs(
  facts: InstitutionFacts,
  rules: Rules,
  asOf: LocalDate,
  knownAt: Moment,
): (Omit<IndexedInstitution, 'name'> & { unitId: number }) | null {
  const observed = observe(facts, rules, asOf, knownAt);
  const { period } = observed;
  const group = period && groupOf(period.kind);
  if (!period || period.unitId === null || !group) return null;
  const allFour = required(new Map(rules.indicators.map((each) => [each.code, each])), 'ALL_FOUR');
  const { applies, reported, completed, pending } = wholeState(observed, allFour);
  if (!applies) return null;
  const whyNot = pending ? (pending.returned ? 'RETURNED' : 'IN_REVIEW') : 'NOT_REPORTED';
  return {
    id: facts.id,
    unitId: period.unitId,
    group,
    completed,
    observation: reported ? 'REPORTED' : whyNot,
    updateId: reported?.updateId ?? null,
  };
}
