import { sql } from 'kysely';
import { totalOf } from '../counts/count.js';
import { countsOn } from '../counts/progress-count.queries.js';
import type { Rules } from '../counts/rules.js';
import type { Database } from '../database/orm.js';
import { calls } from '../rounds/called.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { paired } from '../shared/required.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';

/** The figures of a unit and a group, for all four pillars together. */
interface Figure {
  unitId: number;
  group: InstitutionGroup;
  institutions: number;
  completed: number;
}

/** A figure that differs before and after a change. */
export interface FigureChange extends Pick<Figure, 'unitId' | 'group'> {
  institutionsBefore: number;
  institutionsAfter: number;
  completedBefore: number;
  completedAfter: number;
}

/** The figures of units on a date, as they are at this point of the transaction. */
export async function figuresOf(
  database: Database,
  unitIds: readonly number[],
  date: LocalDate,
  rules: Rules,
): Promise<Figure[]> {
  const wanted = unitIds.map((unitId) => ({
    ...{ unitIds: [unitId], date, knownAt: Infinity },
    ...{ indicators: ['ALL_FOUR'], byRound: false },
  }));
  const counted = await countsOn(database, wanted, rules);
  return paired(unitIds, counted).flatMap(([unitId, cells]) =>
    Object.values(InstitutionGroup).map((group) => {
      const own = cells.filter((cell) => cell.group === group && cell.subject === 'ALL_FOUR');
      const { institutions, completed } = totalOf(own);
      return { unitId, group, institutions, completed };
    }),
  );
}

export function changedFigures(
  before: readonly Figure[],
  after: readonly Figure[],
): FigureChange[] {
  return paired(before, after).flatMap(([old, { unitId, group, institutions, completed }]) =>
    old.institutions === institutions && old.completed === completed
      ? []
      : [
          {
            ...{ unitId, group },
            ...{ institutionsBefore: old.institutions, institutionsAfter: institutions },
            ...{ completedBefore: old.completed, completedAfter: completed },
          },
        ],
  );
}

/** The rounds in which an institution has a report on which nobody has decided, by row id. */
export async function roundsWithOpenReports(database: Database, id: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select round_id as id from status_update join reporting_round as round on round.id = round_id
    where institution_id = ${id} and state not in ('APPROVED', 'WITHDRAWN')
      and withdrawn_at is null and closed_at is null
    order by round.due_on, round_id`.execute(database);
  return found.rows.map((row) => row.id);
}

/** The rounds that have not closed and call an institution, by row id. */
export async function roundsCalling(
  database: Database,
  id: number,
  today: LocalDate,
): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select round.id from reporting_round as round
    where withdrawn_at is null and closed_at is null and closes_on >= ${today}::date
      and exists (select from institution_period as period
        join administrative_unit as unit on unit.id = period.unit_id
        where period.institution_id = ${id} and ${calls('round', 'period', 'unit')})
    order by round.due_on, round.id`.execute(database);
  return found.rows.map((row) => row.id);
}

/** The targets of the country and of these units for these groups, by row id. */
export async function targetsConcerned(
  database: Database,
  figures: readonly FigureChange[],
): Promise<number[]> {
  const units = [...new Set(figures.map(({ unitId }) => unitId))];
  const groups = [...new Set(figures.map(({ group }) => group))];
  const found = await sql<{ id: number }>`
    select target.id from target join plan on plan.id = target.plan_id
    where (plan.unit_id is null or plan.unit_id = any(${units}::int[]))
      and "group" = any(${groups}::text[])
    order by target.year, target.id`.execute(database);
  return found.rows.map((row) => row.id);
}
