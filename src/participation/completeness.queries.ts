import { itemAt } from '../shared/required.js';
import { sql } from 'kysely';
import { mayPlan } from '../auth/policy.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { RoundRow } from '../rounds/round.queries.js';
import { loadUnit } from '../units/unit.queries.js';
import { sumUp, type CompletenessCell } from './completeness.js';
import { participations } from './participation.queries.js';

export interface CompletenessRow extends ReturnType<typeof sumUp> {
  unitId: number;
}

/**
 * The counts of the institutions that the viewer may inspect, batched.
 * @param unitId the unit of the round or one under it.
 * @returns null when the unit is unknown or not under the round's, or when there are no such
 * institutions and the viewer does not plan for the unit.
 */
export async function loadCompleteness(
  context: Context,
  round: RoundRow,
  unitId: number,
): Promise<CompletenessRow | null> {
  const unit = await loadUnit(context, unitId);
  if (!unit?.path.includes(round.unitId)) return null;
  const cells = await loadCells(context, { roundId: round.id, unitId });
  return cells || mayPlan(context.viewer, unit.path) ? { unitId, ...sumUp(cells ?? []) } : null;
}

interface RoundInUnit {
  roundId: number;
  unitId: number;
}

const loadCells = perRequest('completeness', cellsOf);

async function cellsOf(
  context: Context,
  keys: readonly RoundInUnit[],
): Promise<Map<RoundInUnit, CompletenessCell[]>> {
  const found = await sql<CompletenessCell & { number: number }>`
    select asked.number::int, branch.id as "unitId", called.kind, called.state, called.institutions, called.overdue,
      called.excused
    from unnest(${keys.map(({ roundId }) => roundId)}::int[],
      ${keys.map(({ unitId }) => unitId)}::int[]) with ordinality as asked(round_id, unit_id, number)
    cross join lateral (
      -- The unit below the asked one on the way to the institution; itself when nothing below is certain.
      select coalesce("unitPath"[array_position("unitPath", asked.unit_id) + 1], asked.unit_id) as branch_id,
        kind, state, count(*)::int as institutions,
        (count(*) filter (where overdue))::int as overdue,
        (count(*) filter (where exception->>'kind' = 'EXCUSED'))::int as excused
      from (${participations(context, sql`round.id = asked.round_id and place_then.path @> array[asked.unit_id]`)})
        as participation
      group by branch_id, kind, state
    ) as called
    join administrative_unit as branch on branch.id = called.branch_id
    order by branch.search_name collate "C", branch.id`.execute(context.database);
  const byNumber = Map.groupBy(found.rows, ({ number }) => number);
  return new Map([...byNumber].map(([number, cells]) => [itemAt(keys, number - 1), cells]));
}
