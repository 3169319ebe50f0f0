import { sql, type Expression } from 'kysely';
import type { Database } from '../database/orm.js';
import { kept } from '../reads/loader.js';
import { rowsByKey } from '../reads/rows-by-key.js';
import type { LocalDate } from '../shared/dates.js';
import type { SourceStatus } from '../vocabulary/source-status.js';

export interface RoundRow {
  id: number;
  frameworkId: number;
  unitId: number;
  code: string;
  nameVi: string;
  nameEn: string;
  opensOn: LocalDate;
  dueOn: LocalDate;
  referenceDate: LocalDate;
  closesOn: LocalDate;
  /** When a planner closed it early; null while only the dates decide. */
  closedAt: string | null;
  returnDays: number;
  version: number;
  sourceStatus: SourceStatus;
}

function rounds(database: Database) {
  return database
    .selectFrom('reporting_round as round')
    .select([
      'round.id',
      'round.framework_id as frameworkId',
      'round.unit_id as unitId',
      'round.code',
      'round.name_vi as nameVi',
      'round.name_en as nameEn',
      'round.opens_on as opensOn',
      'round.due_on as dueOn',
      'round.reference_date as referenceDate',
      'round.closes_on as closesOn',
      sql<string | null>`round.closed_at`.as('closedAt'),
      'round.return_days as returnDays',
      'round.version',
      'round.source_status as sourceStatus',
    ]);
}

export async function roundsByIds(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, RoundRow>> {
  const rows = await rounds(database)
    .where('round.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const loadRound = kept('round', roundsByIds);

export async function isCodeTaken(
  database: Database,
  unitId: number,
  code: string,
): Promise<boolean> {
  const round = await rounds(database)
    .where('round.unit_id', '=', unitId)
    .where('round.code', '=', code)
    .executeTakeFirst();
  return round !== undefined;
}

export function roundRows(database: Database, unit?: Expression<number>): Expression<RoundRow> {
  return unit ? rounds(database).where('round.unit_id', '=', unit) : rounds(database);
}

/**
 * The rounds that called institutions of each unit: its own, and those of the units to which it or
 * its whole predecessors belonged; oldest first.
 */
export async function roundsReaching(
  database: Database,
  unitIds: readonly number[],
): Promise<Map<number, RoundRow[]>> {
  const found = await sql<RoundRow & { reachedId: number }>`
    with recursive lineage as (
      select id as reached, id from unnest(${unitIds}::int[]) as asked(id)
      union
      select lineage.reached, succession.predecessor_id
      from lineage join unit_succession as succession
        on succession.successor_id = lineage.id and succession.extent = 'WHOLE'
    ), callers as (
      select distinct lineage.reached, ancestor.id
      from lineage join administrative_unit as unit on unit.id = lineage.id,
        unnest(unit.path) as ancestor(id)
    )
    select callers.reached as "reachedId", round.*
    from callers join ${rounds(database)} as round on round."unitId" = callers.id
    order by round."referenceDate", round.id`.execute(database);
  return rowsByKey(found.rows.map(({ reachedId, ...round }) => [reachedId, round]));
}

export const loadRoundsReaching = kept('rounds reaching', roundsReaching);
