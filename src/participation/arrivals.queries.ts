import { sql } from 'kysely';
import { mayPlan } from '../auth/policy.js';
import { approvalStands } from '../counts/standing-approval.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { itemAt } from '../shared/required.js';
import { loadUnit } from '../units/unit.queries.js';
import { daysOf, type ArrivalDay, type StepCount } from './arrivals.js';
import { participations } from './participation.queries.js';

export interface ArrivalsRow {
  unitId: number;
  called: number;
  byDay: ArrivalDay[];
}

/**
 * How the reports of the institutions that the viewer may inspect came in, batched.
 * @param unitId the unit of the round or one under it.
 * @returns null when completeness is: when the unit is unknown or not under the round's, or when there
 * are no such institutions and the viewer does not plan for the unit.
 */
export async function loadArrivals(
  context: Context,
  round: RoundRow,
  unitId: number,
): Promise<ArrivalsRow | null> {
  const unit = await loadUnit(context, unitId);
  if (!unit?.path.includes(round.unitId)) return null;
  const found = await loadSteps(context, { roundId: round.id, unitId });
  if (!found && !mayPlan(context.viewer, unit.path)) return null;
  const steps = found?.steps ?? [];
  const { today } = context;
  return {
    unitId,
    called: found?.called ?? 0,
    byDay: daysOf(steps, round.opensOn, round.closesOn < today ? round.closesOn : today),
  };
}

interface RoundInUnit {
  roundId: number;
  unitId: number;
}

interface Steps {
  called: number;
  steps: StepCount[];
}

const loadSteps = perRequest('arrivals', stepsOf);

/** The first day in Vietnam on which revisions of an update have a moment. */
const firstDay = (moment: string, condition: ReturnType<typeof sql>) => sql<LocalDate>`
  (select (min(${sql.ref(`revision.${moment}`)}) at time zone 'Asia/Ho_Chi_Minh')::date
    from status_update_revision as revision
    where revision.update_id = participation."updateId" and ${condition})`;

async function stepsOf(
  context: Context,
  keys: readonly RoundInUnit[],
): Promise<Map<RoundInUnit, Steps>> {
  const found = await sql<StepCount & { number: number; called: number }>`
    with called as (
      select asked.number, participation.submitted, participation.returned, participation.approved
      from unnest(${keys.map(({ roundId }) => roundId)}::int[],
        ${keys.map(({ unitId }) => unitId)}::int[]) with ordinality as asked(round_id, unit_id, number)
      cross join lateral (
        select ("submittedAt" at time zone 'Asia/Ho_Chi_Minh')::date as submitted,
          ${firstDay('decided_at', sql`revision.decision = 'RETURNED'`)} as returned,
          ${firstDay('decided_at', approvalStands('revision'))} as approved
        from (${participations(context, sql`round.id = asked.round_id and place_then.path @> array[asked.unit_id]`)})
          as participation
      ) as participation
    )
    select number::int, step, day, count(*)::int as institutions,
      (select count(*)::int from called as all_of_them where all_of_them.number = called.number) as called
    from called cross join lateral (values ('called', null::date), ('submitted', submitted),
      ('returned', returned), ('approved', approved)) as steps(step, day)
    where day is not null or step = 'called'
    group by number, step, day`.execute(context.database);
  const byNumber = Map.groupBy(found.rows, ({ number }) => number);
  return new Map(
    [...byNumber].map(([number, rows]) => [
      itemAt(keys, number - 1),
      // One row tells only that somebody was called.
      { called: rows[0]?.called ?? 0, steps: rows.filter(({ day }) => day !== null) },
    ]),
  );
}
