import { sql } from 'kysely';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { insertRows } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { InstitutionPeriod } from './institution-period.entity.js';
import { loadStored } from './institution-record.queries.js';
import { plannedPeriods, type PlannedPeriod } from './periods.js';
import { searchable } from '../shared/text.js';

/**
 * Moves institutions after units or successions were recorded. Call it inside `publish`.
 * @param unitIds the units that ended or got a successor.
 * @returns how many institutions moved, and for how many the commune has to be found out.
 */
export async function relocateInstitutions(
  em: EntityManager,
  unitIds: readonly number[],
  knownAt: Date,
): Promise<{ moved: number; unsettled: number }> {
  const database = databaseOf(em);
  const concerned = await sql<{ id: number }>`
    select institution_id as id from institution_fact
    where superseded_at is null and unit_id = any(${[...unitIds]}::int[])
    union
    select institution_id from institution_period
    where superseded_at is null and (unit_id = any(${[...unitIds]}::int[]) or not settled)`.execute(
    database,
  );
  const ids = concerned.rows.map(({ id }) => id);
  if (ids.length === 0) return { moved: 0, unsettled: 0 };
  const units = await UnitIndex.load(database);
  const before = await stepsOfInstitutions(database, ids);
  const stored = await loadStored(database, ids);
  const changes = [...stored.values()].flatMap((institution) => {
    const { id, facts, periods } = institution;
    const change = difference(periods, plannedPeriods(facts, units));
    return change.outdated.length > 0 || change.added.length > 0 ? [{ id, ...change }] : [];
  });
  await writePeriods(em, changes, knownAt);
  if (changes.length > 0) await moveCounts(em, before, await stepsOfInstitutions(database, ids));
  const unsettled = changes.filter(({ added }) => added.some((period) => !period.settled)).length;
  return { moved: changes.length, unsettled };
}

export interface PeriodChange {
  id: number;
  outdated: number[];
  added: PlannedPeriod[];
}

/** The periods to supersede and to add, so that the stored ones become the planned ones. */
export function difference(
  stored: readonly (PlannedPeriod & { id: number })[],
  planned: readonly PlannedPeriod[],
): Omit<PeriodChange, 'id'> {
  const key = (period: PlannedPeriod) => {
    const { unitId, settled, origin, locatedFrom, validFrom, validTo } = period;
    const { name, kind, levels, ownership, specialStatus } = period;
    const place = [unitId, settled, origin, locatedFrom, validFrom, validTo];
    return JSON.stringify([place, name, kind, levels, ownership, specialStatus]);
  };
  const wanted = new Set(planned.map(key));
  const present = new Set(stored.map(key));
  return {
    outdated: stored.filter((period) => !wanted.has(key(period))).map(({ id }) => id),
    added: planned.filter((period) => !present.has(key(period))),
  };
}

/** Superseded periods stay readable as what was known before. */
export async function writePeriods(
  em: EntityManager,
  changes: readonly PeriodChange[],
  knownAt: Date,
): Promise<void> {
  const outdated = changes.flatMap((change) => change.outdated);
  if (outdated.length > 0)
    await em.nativeUpdate(InstitutionPeriod, { id: { $in: outdated } }, { supersededAt: knownAt });
  const rows = changes.flatMap(({ id, added }) =>
    added.map(({ unitId, ...period }) => ({
      ...period,
      institution: id,
      unit: unitId,
      searchName: searchable(period.name),
      recordedAt: knownAt,
      supersededAt: null,
    })),
  );
  await insertRows(em, InstitutionPeriod, rows);
}
