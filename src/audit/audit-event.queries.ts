import { sql, type Expression, type RawBuilder } from 'kysely';
import { mayInspect, mayOperate, mayPlan, mayReport } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { isDrafting } from './drafting.js';

/** An entry of the trail as the graph reads it. */
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
  /** The unit's and the ids above it; null for what concerns no unit. */
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

/**
 * One entry by row id, batched. Null for all but operators, where it concerns no unit; the planners of
 * the unit that it happened in; and whoever may inspect the institution today.
 */
export async function loadAuditEvent(context: Context, id: number): Promise<AuditEventRow | null> {
  const event = await context.batch.load('audit event', id, async (ids) => {
    const rows: AuditEventRow[] = await events(context.database)
      .where('event.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  });
  if (!event) return null;
  if (overseesEvent(context, event)) return event;
  return event.institutionId !== null && (await inspects(context, event.institutionId))
    ? event
    : null;
}

/** Whether the viewer sees the event by office: an operator, or a planner of the unit of then. */
export function overseesEvent({ viewer }: Context, event: AuditEventRow): boolean {
  return event.unitId === null && event.institutionId === null
    ? mayOperate(viewer)
    : mayPlan(viewer, event.unitPath ?? []);
}

/** Whether the viewer may see what was written: of a draft only those who write it. */
export function seesContent({ viewer }: Context, event: AuditEventRow): boolean {
  return (
    !isDrafting(event.action) ||
    (event.institutionId !== null && mayReport(viewer, event.institutionId))
  );
}

/** Whether the viewer may see an institution's story. */
export async function inspects(context: Context, institutionId: number): Promise<boolean> {
  if (!context.viewer) return false;
  const place = await loadPlace(context, institutionId);
  return place !== null && mayInspect(context.viewer, place);
}

export interface AuditConditions {
  unitId: number | null;
  institutionId: number | null;
  subject: { type: string; id: number } | null;
  accountId: number | null;
  action: string | null;
  /** The first moment, and the first one after the span. */
  from: Date | null;
  to: Date | null;
}

/** The rows of the trail that are the viewer's by office. */
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
  // One right stands alone, so that PostgreSQL may begin with the few units of a small planner.
  const allowed = rights.length > 0 ? sql.join(rights, sql` or `) : sql`false`;
  let query = events(database).where(sql<boolean>`(${allowed})`);
  if (unitId !== null) query = query.where(sql<boolean>`event.unit_id in (${under([unitId])})`);
  if (institutionId !== null) query = query.where('event.institution_id', '=', institutionId);
  if (subject !== null)
    query = query
      .where('event.subject_type', '=', subject.type)
      .where('event.subject_id', '=', subject.id);
  // Accounts are known to operators alone; to others an account's id names nobody.
  if (accountId !== null)
    query = query.where('event.account_id', '=', mayOperate(viewer) ? accountId : 0);
  if (action !== null) query = query.where('event.action', '=', action);
  if (from !== null) query = query.where(sql<boolean>`event.at >= ${from}::timestamptz`);
  if (to !== null) query = query.where(sql<boolean>`event.at < ${to}::timestamptz`);
  return query;
}

/** The SQL query of the units themselves and all under them. */
function under(unitIds: readonly number[]) {
  return sql`select id from administrative_unit where path && ${[...unitIds]}::int[]`;
}

/** The rows of an institution's story. */
export function historyRows(
  database: Database,
  institution: Expression<number>,
): Expression<AuditEventRow> {
  return events(database).where('event.institution_id', '=', institution);
}
