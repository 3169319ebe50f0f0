import { sql, type RawBuilder } from 'kysely';
import { readRules } from '../counts/rules.queries.js';
import type { Database } from '../database/orm.js';
import { indicatorStatuses } from '../progress/indicator-status.js';
import { publicViews } from '../progress/public-view.queries.js';
import { institutionsIn, unitsReachedBy, unitsWithReports } from '../rounds/round-reach.queries.js';
import { todayOrLastDay, type LocalDate } from '../shared/dates.js';

/** How many institutions are read at once. */
const CHUNK = 500;

/** A node of which something is different since some days began; both null for figures everywhere. */
export interface DayChange {
  nodeType: string | null;
  rowId: number | null;
}

/** The days after one and up to another. */
interface Days {
  after: LocalDate;
  until: LocalDate;
  /** The SQL condition that one of the days is the date of a column: something begins or is due. */
  begins: (column: string) => RawBuilder<boolean>;
  /** That one of them follows the date of a column: something ended with it. */
  ended: (column: string) => RawBuilder<boolean>;
}

/**
 * The SQL queries of the nodes of which the calendar alone changes something. Whatever else gets a
 * date on which answers of that day become different has its query here.
 */
const EVENTS: readonly ((days: Days) => RawBuilder<DayChange>)[] = [
  // It opens, is due, is overdue, closes, or its reports begin to count.
  ({ begins, ended }) => sql`
    select 'ReportingRound' as "nodeType", id as "rowId" from reporting_round
    where withdrawn_at is null and (
      ${begins('due_on')} or ${ended('due_on')} or ${begins('reference_date')}
      or closed_at is null and (${begins('opens_on')} or ${ended('closes_on')}))`,
  ({ begins, ended }) => sql`
    select 'AdministrativeUnit', id from administrative_unit
    where ${begins('valid_from')} or ${ended('valid_to')}`,
  ({ begins }) => sql`
    select 'AdministrativeUnit', unnest(array[predecessor_id, successor_id]) from unit_succession
    where ${begins('effective_on')}`,
  // It opens, closes, moves, or becomes another kind.
  ({ begins, ended }) => sql`
    select 'Institution', institution_id from institution_period
    where superseded_at is null and (${begins('valid_from')} or ${ended('valid_to')})`,
  ({ begins, ended }) => sql`
    select 'Institution', institution_id from institution_code
    where superseded_at is null and (${begins('valid_from')} or ${ended('valid_to')})`,
  ({ begins, ended }) => sql`
    select 'Institution', institution_id from campus
    where superseded_at is null and (${begins('valid_from')} or ${ended('valid_to')})`,
  ({ begins }) => sql`
    select 'Institution', unnest(array[predecessor_id, successor_id]) from institution_succession
    where superseded_at is null and ${begins('effective_on')}`,
  ({ begins, ended }) => sql`
    select 'Framework', id from framework where ${begins('valid_from')} or ${ended('valid_to')}`,
  // What a framework asks decides what counts everywhere.
  ({ begins, ended }) => sql`
    select null, null::int from framework where ${begins('valid_from')} or ${ended('valid_to')}`,
  ({ begins, ended }) => sql`
    select 'Target', id from target where ${begins('due_on')} or ${ended('due_on')}`,
  ({ begins, ended }) => sql`
    select unnest(array['WorkforceRecord']), record_id from workforce_record_version
    where superseded_at is null and not removed
      and (${begins('valid_from')} or ${ended('valid_to')})`,
  ({ begins, ended }) => sql`
    select 'AdministrativeUnit', unnest(unit.path) from workforce_record_version as version
    join workforce_record as record on record.id = version.record_id
    join administrative_unit as unit on unit.id = record.unit_id
    where version.superseded_at is null and not version.removed
      and (${begins('version.valid_from')} or ${ended('version.valid_to')})`,
  // Counts of a unit are counts of what took it over whole.
  ({ begins }) => sql`
    select 'AdministrativeUnit', reached.id from (
      with recursive reached as (
        select unit_id as id from progress_count where ${begins('effective_on')}
        union
        select successor_id from reached join unit_succession as succession
          on succession.predecessor_id = reached.id and succession.extent = 'WHOLE'
      ) select id from reached) as reached`,
  // Reports from before the newest round that is due are carried forward.
  (days) => sql`
    select 'AdministrativeUnit', id from (${unitsWithReports(reachedByDue(days))}) as carrying`,
];

const reachedByDue = ({ begins }: Days) =>
  unitsReachedBy(
    sql`select unit_id from reporting_round where withdrawn_at is null and ${begins('due_on')}`,
  );

/** Every node that shows something else on a day than on an earlier one, by what is recorded now. */
export async function changesBetween(
  database: Database,
  after: LocalDate,
  until: LocalDate,
): Promise<DayChange[]> {
  const days: Days = {
    after,
    until,
    begins: (column) =>
      sql`(${sql.ref(column)} > ${after}::date and ${sql.ref(column)} <= ${until}::date)`,
    ended: (column) =>
      sql`(${sql.ref(column)} >= ${after}::date and ${sql.ref(column)} < ${until}::date)`,
  };
  const events = EVENTS.map((event) => event(days));
  const { rows } = await sql<DayChange>`${sql.join(events, sql` union `)}`.execute(database);
  // Figures everywhere are those of every institution too.
  if (rows.some(({ nodeType }) => nodeType === null)) return rows;
  const shown = await shownOtherwise(database, days);
  return [...rows, ...shown.map((rowId) => ({ nodeType: 'Institution', rowId }))];
}

/** The institutions whose status is another one for the public, because a round is due,
 * for all or for them alone, or counts. */
async function shownOtherwise(database: Database, days: Days): Promise<number[]> {
  const { begins, after, until } = days;
  const { rows } = await sql<{ id: number; closedOn: LocalDate | null }>`
    select institution.id, closed_on as "closedOn" from institution where id in (
      ${institutionsIn(reachedByDue(days))}
      union
      select institution_id from status_update
      join reporting_round as round on round.id = status_update.round_id
      where ${begins('round.reference_date')}
      union
      select institution_id from participation_exception
      where superseded_at is null and ${begins('due_on')})`.execute(database);
  if (rows.length === 0) return [];
  const rules = await readRules(database);
  const shown: number[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    const ids = chunk.map(({ id }) => id);
    const viewOf = await publicViews(database, ids, rules);
    for (const { id, closedOn } of chunk) {
      const [before, now] = [after, until].map((day) => {
        const date = todayOrLastDay(closedOn, day);
        return JSON.stringify(indicatorStatuses(viewOf(id, date), date));
      });
      if (before !== now) shown.push(id);
    }
  }
  return shown;
}
