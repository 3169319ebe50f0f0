import { sql } from 'kysely';
import { refused, type Answer } from '../changes/change.service.js';
import type { Context } from '../request/context.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import { notFound } from '../graphql/input-check.js';
import type { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import { isPillar } from '../indicators/indicator.js';
import { indicatorsOf } from '../indicators/indicator.queries.js';
import { indicatorProblems, targetProblems } from './plan-fields.js';
import { loadTarget, targetsByIds, targetsOf, type TargetRow } from './plan.queries.js';
import { changePlan, done, unchanged, type ChangedPlan } from './plan-change.service.js';

export interface ChangedTarget {
  id: number;
}

export interface TargetInput {
  group: InstitutionGroup;
  pillar?: Pillar | null;
  indicator?: string | null;
  year: number;
  percent: number;
  dueOn?: LocalDate | null;
  sourceStatus: SourceStatus;
  version: number;
  idempotencyKey?: string | null;
}

/**
 * Sets the target of a group, an indicator and a year, or changes the existing one. Progress reads
 * targets as they are, so nothing has to be counted again.
 */
export function setTarget(
  context: Context,
  planId: number | null,
  input: TargetInput,
): Promise<Answer<ChangedTarget>> {
  const { group, year, percent, sourceStatus } = input;
  const indicator = input.indicator ?? input.pillar ?? 'ALL_FOUR';
  const dueOn = input.dueOn ?? `${year}-12-31`;
  const illustrative = sourceStatus === 'ILLUSTRATIVE';
  const request = { action: 'targetSet', planId, field: 'plan', input, illustrative };
  return changePlan(context, request, async (database, plan) => {
    const problems = [
      ...indicatorProblems(input, await indicatorsOf(database)),
      ...targetProblems({ year, dueOn, percent }),
    ];
    if (problems.length > 0) return refused(problems);

    const present = (await targetsOf(database, [plan.id]))
      .get(plan.id)
      ?.find((each) => each.group === group && each.indicator === indicator && each.year === year);
    const target = { group, indicator, year, dueOn, percent, sourceStatus };
    if (present && JSON.stringify(toldOf(present)) === JSON.stringify(toldOf(target)))
      return unchanged({ id: present.id });
    const set = await sql<{ id: number }>`
      insert into target (plan_id, "group", indicator, year, due_on, percent, source_status)
      values (${plan.id}, ${group}, ${indicator}, ${year}, ${dueOn}, ${percent}, ${sourceStatus})
      on conflict (plan_id, "group", indicator, year) do update set due_on = excluded.due_on,
        percent = excluded.percent, source_status = excluded.source_status
      returning id`.execute(database);
    return done(
      plan,
      { id: firstOf(set.rows).id },
      present ? toldOf(present) : null,
      toldOf(target),
    );
  });
}

export async function removeTarget(
  context: Context,
  targetId: number | null,
  input: { version: number; idempotencyKey?: string | null },
): Promise<Answer<ChangedPlan>> {
  // A target never changes its plan, so the plan may be read first.
  const known = targetId === null ? null : await loadTarget(context, targetId);
  const request = { action: 'targetRemove', planId: known?.planId ?? null, input };
  return changePlan(context, request, async (database, plan) => {
    const target = known && (await targetsByIds(database, [known.id])).get(known.id);
    if (!target) return refused([notFound('id')]);
    await sql`delete from target where id = ${target.id}`.execute(database);
    return done(plan, { id: plan.id }, toldOf(target), null);
  });
}

function toldOf(target: Omit<TargetRow, 'id' | 'planId'>) {
  const { group, indicator, year, dueOn, percent, sourceStatus } = target;
  // The trail tells a pillar as it always did: null for all four together.
  const about = isPillar(indicator)
    ? { pillar: indicator }
    : indicator === 'ALL_FOUR'
      ? { pillar: null }
      : { indicator };
  return { target: { group, ...about, year, dueOn, percent, sourceStatus } };
}
