import { sql } from 'kysely';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { undoCodes } from './code.service.js';
import { undatedAttributes, type Fact } from './facts.js';
import { factsDifference, writeFacts, type FactsChange } from './institution-fact.service.js';
import { loadStored } from './institution-record.queries.js';
import { Institution } from './institution.entity.js';
import { plannedPeriods } from './periods.js';
import { difference, writePeriods, type PeriodChange } from './relocation.service.js';

/**
 * The row ids of the institutions of which something was recorded at a moment, and which are no
 * longer as they were then. Facts are compared and not their moments, because what was undone since
 * is recorded again.
 */
export async function institutionsBuiltOn(database: Database, at: Date): Promise<number[]> {
  const moment = momentOf(at);
  const found = await sql<{ id: number }>`
    with recorded as (
      select institution_id, attribute, valid_from, value, unit_id, recorded_at, superseded_at
      from institution_fact
      union all
      select institution_id, 'CODE', valid_from, json_build_array(system, code, valid_to)::text, null,
        recorded_at, superseded_at
      from institution_code
    )
    select distinct id from (
      select institution_id as id from recorded
      where institution_id in (select institution_id from recorded
        where recorded_at = ${moment} or superseded_at = ${moment})
      group by institution_id, attribute, valid_from, value, unit_id
      having bool_or(superseded_at is null) <> bool_or(
        recorded_at <= ${moment} and (superseded_at is null or superseded_at > ${moment}))) as fact
    order by id`.execute(database);
  return found.rows.map(({ id }) => id);
}

/**
 * Takes back what was recorded of institutions at a moment: all that is known now is as it was before,
 * for every date, and what was known in between stays known. An institution that was new then stays
 * as what was known of it, without a code. Call it inside `publish`, and only where
 * {@link institutionsBuiltOn} finds nothing.
 * @returns the row ids of the institutions concerned.
 */
export async function undoInstitutions(
  em: EntityManager,
  at: Date,
  knownAt: Date,
): Promise<number[]> {
  const database = databaseOf(em);
  const { added, restored } = await factsOfMoment(database, at);
  const coded = await undoCodes(em, at, knownAt);
  const ids = [
    ...new Set([...added, ...restored].map(({ institutionId }) => institutionId).concat(coded)),
  ];
  const units = await UnitIndex.load(database);
  const before = await stepsOfInstitutions(database, ids);
  const stored = await loadStored(database, ids);
  const gone = new Set(added.map(({ id }) => id));
  const back = Map.groupBy(restored, ({ institutionId }) => institutionId);
  const facts: FactsChange[] = [];
  const periods: PeriodChange[] = [];
  for (const { id, facts: present, periods: known } of stored.values()) {
    const left: Fact[] = [
      ...present.filter((fact) => !gone.has(fact.id)),
      ...(back.get(id) ?? []).map(({ attribute, value, from }) => ({ attribute, value, from })),
    ];
    facts.push({ id, ...factsDifference(present, left) });
    periods.push({ id, ...difference(known, plannedPeriods(left, units)) });
    if (left.length > 0) await em.nativeUpdate(Institution, { id }, undatedAttributes(left));
  }
  await writeFacts(em, facts, knownAt);
  await writePeriods(em, periods, knownAt);
  await moveCounts(em, before, await stepsOfInstitutions(database, ids));
  return ids;
}

interface FactOfMoment extends Fact {
  id: number;
  institutionId: number;
}

async function factsOfMoment(database: Database, at: Date) {
  const moment = momentOf(at);
  const found = await sql<FactOfMoment & { added: boolean; from: LocalDate | null }>`
    select id, institution_id as "institutionId", attribute, valid_from as "from",
      coalesce(value, unit_id::text) as value, superseded_at is null as added
    from institution_fact as fact
    where superseded_at = ${moment} or superseded_at is null and exists (
      select from institution_fact as mine
      where mine.recorded_at = ${moment} and mine.institution_id = fact.institution_id
        and mine.attribute = fact.attribute and mine.valid_from is not distinct from fact.valid_from
        and mine.value is not distinct from fact.value
        and mine.unit_id is not distinct from fact.unit_id)`.execute(database);
  const { added = [], restored = [] } = Object.groupBy(found.rows, (row) =>
    row.added ? 'added' : 'restored',
  );
  return { added, restored };
}

function momentOf(at: Date) {
  return sql`${at.toISOString()}::timestamptz`;
}
