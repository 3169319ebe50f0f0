import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { NotCalledReason } from '../vocabulary/round.enums.js';

/** An institution of a unit, and what a round on a reference date makes of it. */
export interface CallingRow {
  institutionId: number;
  /** The kind on the reference date; where it is not operating then, the kind of today. */
  kind: InstitutionKind;
  /** Null when it is called. */
  reason: NotCalledReason | null;
}

/** What a round would be. */
export interface PlannedRound {
  unitId: number;
  frameworkIds: readonly number[];
  referenceDate: LocalDate;
}

/**
 * The institutions that a round would call, and those of its unit that it would not, by the rule of
 * `calls`: those in the unit on the reference date or today, and those of which it is not known
 * whether they are in it.
 */
export async function callingOf(
  database: Database,
  { unitId, frameworkIds, referenceDate }: PlannedRound,
  today: LocalDate,
): Promise<CallingRow[]> {
  const on = (date: LocalDate) => sql`
    select period.institution_id, period.kind, period.search_name, period.settled, unit.id as unit_id,
      coalesce(unit.path @> array[${unitId}::int], false) as within
    from institution_period as period
    left join administrative_unit as unit on unit.id = period.unit_id
    where period.superseded_at is null
      and (period.valid_from is null or period.valid_from <= ${date}::date)
      and (period.valid_to is null or period.valid_to >= ${date}::date)`;
  const { rows } = await sql<CallingRow>`
    with dated as (${on(referenceDate)}), present as (${on(today)}),
      above as (select unnest(path) as id from administrative_unit where id = ${unitId}::int)
    select institution.id as "institutionId", coalesce(dated.kind, present.kind) as kind,
      case
        when dated.within and exists (select from framework
          where framework.id = any(${[...frameworkIds]}::int[]) and dated.kind = any(framework.kinds)) then null
        when dated.within then 'KIND_NOT_ASKED'
        when dated.institution_id is not null and not dated.settled
          and (dated.unit_id is null or dated.unit_id in (select id from above)) then 'UNSETTLED'
        when dated.institution_id is not null then 'ELSEWHERE'
        when institution.closed_on < ${referenceDate}::date then 'CLOSED'
        else 'NOT_OPEN_YET'
      end as reason
    from institution
    left join dated on dated.institution_id = institution.id
    left join present on present.institution_id = institution.id
    where dated.within or present.within
      or not dated.settled and (dated.unit_id is null or dated.unit_id in (select id from above))
    order by reason, coalesce(dated.search_name, present.search_name) collate "C", institution.id`.execute(
    database,
  );
  return rows;
}
