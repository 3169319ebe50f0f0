import { sql } from 'kysely';
import { mayPlan } from '../auth/policy.js';
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
  const key: string = `${round.id} ${unitId}`;
  const cells = await context.batch.load('completeness', key, (keys) => cellsOf(context, keys));
  return cells || mayPlan(context.viewer, unit.path) ? { unitId, ...sumUp(cells ?? []) } : null;
}

/** @param keys row ids of a round and a unit each. */
async function cellsOf(
  context: Context,
  keys: readonly string[],
): Promise<Map<string, CompletenessCell[]>> {
  const pairs = keys.map((key) => key.split(' ').map(Number));
  const found = await sql<CompletenessCell & { key: string }>`
    select asked.key, branch.id as "unitId", called.kind, called.state, called.institutions, called.overdue,
      called.excused
    from unnest(${[...keys]}::text[], ${pairs.map(([round]) => round)}::int[],
      ${pairs.map(([, unit]) => unit)}::int[]) as asked(key, round_id, unit_id)
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
  return Map.groupBy(found.rows, ({ key }) => key);
}
