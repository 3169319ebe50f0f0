import { sql, type Expression } from 'kysely';
import { foundByText } from '../database/found-by-text.js';
import type { Database } from '../database/orm.js';
import { knownLoader } from '../reads/known-loader.js';
import { kept, perRequest } from '../reads/loader.js';
import { rowsByKey } from '../reads/rows-by-key.js';
import type { LocalDate } from '../shared/dates.js';
import {
  ancestryNow,
  ancestryThen,
  wholeLineage,
  type Ancestry,
} from '../units/lineage.queries.js';
import type { Moment } from '../counts/facts.js';
import { frameworksOfRound } from './called.queries.js';
import type { Calendar } from './round-calendar.js';
import type { SourceStatus } from '../vocabulary/source-status.js';

export interface RoundRow {
  id: number;
  /** In the order in which they are asked. */
  frameworkIds: number[];
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
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  version: number;
  sourceStatus: SourceStatus;
}

/** A round with what is recorded of its past. */
export interface RecordedRound extends RoundRow {
  /** Null for a round that was always known, as one that was called outside this hub. */
  recordedAt: Moment | null;
  /** Earlier dates, each known until a moment, in the order of these. */
  before: readonly (Calendar & { supersededAt: Moment })[];
}

function rounds(database: Database) {
  return database
    .selectFrom('reporting_round as round')
    .select([
      'round.id',
      frameworksOfRound('round').as('frameworkIds'),
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
      sql<string | null>`round.withdrawn_at`.as('withdrawnAt'),
      'round.withdrawal_reason as withdrawalReason',
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

/** The rounds of a code that are not withdrawn, whichever units called them. */
export function roundsByCode(database: Database, code: string): Promise<RoundRow[]> {
  return rounds(database)
    .where('round.code', '=', code)
    .where('round.withdrawn_at', 'is', null)
    .orderBy('round.id')
    .execute();
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
    .where('round.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return round !== undefined;
}

/**
 * Of the rounds in which institutions have saved answers, whether something is submitted and not
 * withdrawn.
 */
export async function answersIn(
  database: Database,
  roundIds: readonly number[],
): Promise<Map<number, boolean>> {
  const found = await sql<{ id: number; submitted: boolean }>`
    select round_id as id, bool_or(submitted_at is not null
      and decision is distinct from 'WITHDRAWN') as submitted
    from status_update join status_update_revision as revision
      on revision.update_id = status_update.id
    where round_id = any(${[...roundIds]}::int[]) group by round_id`.execute(database);
  return new Map(found.rows.map(({ id, submitted }) => [id, submitted]));
}

export const loadAnswersIn = perRequest(
  'answers in rounds',
  ({ database }, ids: readonly number[]) => answersIn(database, ids),
);

/**
 * @param withdrawn whether the withdrawn rounds are listed, or the others.
 * @param search a part of a name or of the code; null for all.
 */
export function roundRows(
  database: Database,
  { withdrawn, search }: { withdrawn: boolean; search: string | null },
  unit?: Expression<number>,
): Expression<RoundRow> {
  const text = sql<string>`concat_ws(' ', round.code, round.name_vi, round.name_en)`;
  const listed = rounds(database)
    .where('round.withdrawn_at', withdrawn ? 'is not' : 'is', null)
    .$if(search !== null, (query) => query.where(foundByText(text, search ?? '')));
  return unit ? listed.where('round.unit_id', '=', unit) : listed;
}

/**
 * The rounds that called institutions of each unit: its own, and those of the units to which it or
 * its whole predecessors belonged. `roundsKnownAt` takes from them what was known at a moment.
 * @param ancestry the units, with the predecessors that are known of.
 */
export async function roundsReaching(
  database: Database,
  ancestry: Ancestry,
): Promise<Map<number, RecordedRound[]>> {
  const found = await sql<RecordedRound & { index: number }>`
    with recursive ${wholeLineage(ancestry)}, callers as (
      select distinct lineage.index, ancestor.id
      from lineage join administrative_unit as unit on unit.id = lineage.id,
        unnest(unit.path) as ancestor(id)
    )
    select callers.index, round.*,
      (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt",
      (select coalesce(json_agg(json_build_object('opensOn', opens_on, 'dueOn', due_on,
          'referenceDate', reference_date, 'closesOn', closes_on,
          'supersededAt', (extract(epoch from superseded_at) * 1000)::float8)
          order by superseded_at), '[]')
        from reporting_round_dates where round_id = round.id) as before
    from callers join ${rounds(database)} as round on round."unitId" = callers.id
    join reporting_round as recorded on recorded.id = round.id
    order by round."referenceDate", round.id`.execute(database);
  return rowsByKey(found.rows.map(({ index, ...round }) => [index, round]));
}

/** The same by the successions that were known at a moment. */
export const loadRoundsReaching = knownLoader(
  'rounds reaching then',
  kept('rounds reaching', (database, unitIds) => roundsReaching(database, ancestryNow(unitIds))),
  (database, requests) => roundsReaching(database, ancestryThen(requests)),
);
