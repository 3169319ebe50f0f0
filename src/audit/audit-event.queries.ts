import { sql, type Expression, type RawBuilder } from 'kysely';
import { mayInspect, mayOperate, mayPlan, mayReport } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { isDrafting } from './drafting.js';

export interface AuditEventRow {
  id: number;
  at: string;
  accountId: number | null;
  accountName: string;
  address: string | null;
  action: string;
  subjectType: string;
  subjectId: number;
  subjectVersion: number | null;
  institutionId: number | null;
  unitId: number | null;
  /** The ids of the unit and of the units above it; null when no unit is concerned. */
  unitPath: number[] | null;
  before: object | null;
  after: object | null;
}

function events(database: Database) {
  return database
    .selectFrom('audit_event as event')
    .leftJoin('administrative_unit as unit', 'unit.id', 'event.unit_id')
    .select([
      'event.id',
      sql<string>`event.at`.as('at'),
      'event.account_id as accountId',
      'event.account_name as accountName',
      'event.address',
      'event.action',
      'event.subject_type as subjectType',
      'event.subject_id as subjectId',
      'event.subject_version as subjectVersion',
      'event.institution_id as institutionId',
      'event.unit_id as unitId',
      sql<number[] | null>`unit.path`.as('unitPath'),
      sql<object | null>`event.before`.as('before'),
      sql<object | null>`event.after`.as('after'),
    ]);
}

const loadAnyEvent = perRequest(
  'audit event',
  async ({ database }, ids: readonly number[]): Promise<Map<number, AuditEventRow>> => {
    const rows = await events(database)
      .where('event.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/**
 * One entry by row id, batched. Visible to operators if it concerns no unit, to the planners of the
 * unit in which it happened, and to viewers who may inspect the institution today; null for others.
 */
export async function loadAuditEvent(context: Context, id: number): Promise<AuditEventRow | null> {
  const event = await loadAnyEvent(context, id);
  if (!event) return null;
  if (overseesEvent(context, event)) return event;
  return event.institutionId !== null && (await inspects(context, event.institutionId))
    ? event
    : null;
}

/**
 * Whether the viewer sees the event by role: as an operator, or as a planner of the unit at that
 * time.
 */
export function overseesEvent({ viewer }: Context, event: AuditEventRow): boolean {
  return event.unitId === null && event.institutionId === null
    ? mayOperate(viewer)
    : mayPlan(viewer, event.unitPath ?? []);
}

/** Whether the viewer may see the changed values. For a draft, only its authors may. */
export function seesContent({ viewer }: Context, event: AuditEventRow): boolean {
  return (
    !isDrafting(event.action) ||
    (event.institutionId !== null && mayReport(viewer, event.institutionId))
  );
}

export async function inspects(context: Context, institutionId: number): Promise<boolean> {
  if (!context.viewer) return false;
  const place = await loadPlace(context, institutionId);
  return place !== null && mayInspect(context.viewer, place);
}

/** What an action of the trail is called. */
const ACTION = /^[\w -]+$/;

export interface AuditConditions {
  unitId: number | null;
  institutionId: number | null;
  subject: { type: string; id: number } | null;
  accountId: number | null;
  action: string | null;
  /** From this moment on, and before the second one. */
  from: Date | null;
  to: Date | null;
}

export function auditEventRows(
  { database, viewer }: Context,
  conditions: AuditConditions,
): Expression<AuditEventRow> {
  const { unitId, institutionId, subject, accountId, action, from, to } = conditions;
  const plannedUnits = (viewer?.grants ?? [])
    .filter(({ role }) => role === 'PLANNER')
    .flatMap(({ unitIds }) => unitIds);
  const rights: RawBuilder<boolean>[] = [];
  if (mayOperate(viewer))
    rights.push(sql<boolean>`(event.unit_id is null and event.institution_id is null)`);
  if (plannedUnits.length > 0) rights.push(sql<boolean>`event.unit_id in (${under(plannedUnits)})`);
  // A single condition lets PostgreSQL begin with the few units of a small planner.
  const allowed = rights.length > 0 ? sql.join(rights, sql` or `) : sql`false`;
  let query = events(database).where(sql<boolean>`(${allowed})`);
  if (unitId !== null) query = query.where(sql<boolean>`event.unit_id in (${under([unitId])})`);
  if (institutionId !== null) query = query.where('event.institution_id', '=', institutionId);
  if (subject !== null)
    query = query
      .where('event.subject_type', '=', subject.type)
      .where('event.subject_id', '=', subject.id);
  // Only operators know accounts; for others, the id of an account finds nothing.
  if (accountId !== null)
    query = query.where('event.account_id', '=', mayOperate(viewer) ? accountId : 0);
  // Said in the statement, so that PostgreSQL sees whether the action is rare; others than these are none.
  if (action !== null)
    query = query.where(
      ACTION.test(action) ? sql<boolean>`event.action = ${sql.lit(action)}` : sql<boolean>`false`,
    );
  if (from !== null) query = query.where(sql<boolean>`event.at >= ${from}::timestamptz`);
  if (to !== null) query = query.where(sql<boolean>`event.at < ${to}::timestamptz`);
  return query;
}

function under(unitIds: readonly number[]) {
  return sql`select id from administrative_unit where path && ${[...unitIds]}::int[]`;
}

export function historyRows(
  database: Database,
  institution: Expression<number>,
): Expression<AuditEventRow> {
  return events(database).where('event.institution_id', '=', institution);
}
