import { sql } from 'kysely';
import { mayKeepPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Done, type Event } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Context } from '../request/context.js';
import { required } from '../shared/required.js';
import { loadUnit, unitsByIds } from '../units/unit.queries.js';
import { plansByIds, type PlanRow } from './plan.queries.js';

export interface ChangedPlan {
  id: number;
}

export async function mayChangePlan(context: Context, { unitId }: PlanRow): Promise<boolean> {
  const unit = unitId === null ? null : await loadUnit(context, unitId);
  return mayKeepPlan(context.viewer, unit?.path ?? null);
}

export interface PlanChangeInput {
  version: number;
  idempotencyKey?: string | null;
}

export interface PlanChangeRequest {
  action: string;
  /** The row id; null for a malformed id. */
  planId: number | null;
  /** The field of the input that names the plan or its target; `id` if left out. */
  field?: string;
  input: PlanChangeInput;
  illustrative?: boolean;
}

/**
 * Runs a change of a plan: finds it, and checks the rights and the version. The plan gets a new
 * version even if only a target changes.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function changePlan<Value>(
  context: Context,
  { action, planId, field = 'id', input, illustrative }: PlanChangeRequest,
  act: (database: Database, plan: PlanRow) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  requireViewer(context.viewer);
  const request = { action, input, publishes: true, ...(illustrative && { illustrative }) };
  return change(context, request, async (em) => {
    const database = databaseOf(em);
    const plan = planId === null ? null : (await plansByIds(database, [planId])).get(planId);
    if (!plan) return refused([notFound(field)]);
    const { unitId } = plan;
    const unit = unitId === null ? null : required(await unitsByIds(database, [unitId]), unitId);
    if (!mayKeepPlan(context.viewer, unit?.path ?? null)) throw forbidden();
    if (plan.version !== input.version) {
      const subject = { subjectType: 'Plan', subjectId: plan.id };
      const versions = { present: plan.version, seen: input.version };
      return refused([await conflictWith(database, { ...subject, ...versions })]);
    }
    const result = await act(database, plan);
    if (result.events.length > 0)
      await sql`update plan set version = version + 1 where id = ${plan.id}`.execute(database);
    return result;
  });
}

export function unchanged<Value>(value: Value): Done<Value> {
  return { value, refusals: [], events: [] };
}

export function done<Value>(
  plan: PlanRow,
  value: Value,
  before: object | null,
  after: object | null,
): Done<Value> {
  const { id, unitId, version } = plan;
  const events = [planEvent({ id, unitId, version: version + 1 }, before, after)];
  return { value, refusals: [], events };
}

export function planEvent(
  { id, unitId, version }: Pick<PlanRow, 'id' | 'unitId' | 'version'>,
  before: object | null,
  after: object | null,
): Event {
  const subject = { subjectType: 'Plan', subjectId: id, subjectVersion: version };
  return { ...subject, unitId, before, after };
}
