import { sql, type Expression } from 'kysely';
import type { Database, Tables } from '../database/orm.js';
import {
  requestsFor,
  rowsKnownAt,
  versionsOf,
  type KnownRequest,
} from '../database/row-versions.js';
import { keyOf, knownLoader, requestOf } from '../reads/known-loader.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import {
  PLAN_COLUMNS,
  TARGET_COLUMNS,
  loadTargetsHolding,
  type PlanRow,
  type TargetRow,
} from './plan.queries.js';

/** Milliseconds since 1970; Infinity means everything known. */
type Moment = number;

/**
 * Null in what holds now. Each change of a target is a new version of its plan, so one moment tells
 * how the plan and all its targets were.
 */
const SINCE =
  sql<Moment | null>`case when plan.known_until is not null then plan.known_since end`.as('since');

const KNOWN_AT = sql.ref('asked.known_at');

const plansThen = () => rowsKnownAt<Tables['plan']>('plan', KNOWN_AT).as('plan');
const targetsThen = () => rowsKnownAt<Tables['target']>('target', KNOWN_AT).as('target');

/**
 * The targets for a unit, as known at a moment: its own, those of the units above it, and those of the
 * country.
 */
export const loadTargetsKnown = knownLoader('targets held', loadTargetsHolding, targetsHeld);

async function targetsHeld(
  database: Database,
  requests: readonly KnownRequest[],
): Promise<Map<number, TargetRow[]>> {
  const rows = await database
    .selectFrom(requestsFor(requests))
    .innerJoin('administrative_unit as unit', 'unit.id', 'asked.id')
    .innerJoinLateral(plansThen(), (join) =>
      join.on(sql<boolean>`plan.unit_id is null or plan.unit_id = any(unit.path)`),
    )
    .innerJoinLateral(targetsThen(), (join) => join.onRef('target.plan_id', '=', 'plan.id'))
    .select([...TARGET_COLUMNS, SINCE, 'asked.index'])
    .orderBy('target.due_on')
    .orderBy('target.id')
    .execute();
  return Map.groupBy(rows, ({ index }) => index);
}

/** The years of the targets that were known at a moment. */
export async function targetYears(database: Database, knownAt: Moment): Promise<number[]> {
  const rows =
    knownAt === Infinity
      ? await database.selectFrom('target').select('year').distinct().execute()
      : await database
          .selectFrom(requestsFor([{ id: 0, knownAt }]))
          .innerJoinLateral(targetsThen(), (join) => join.onTrue())
          .select('target.year')
          .distinct()
          .execute();
  return rows.map(({ year }) => year).sort((a, b) => a - b);
}

/** The plan as it was known from a moment on; null when nothing began or nothing ended then. */
export function loadPastPlan(context: Context, id: number, since: Moment): Promise<PlanRow | null> {
  return loadPlanThen(context, keyOf(id, since));
}

const loadPlanThen = shared(
  'past plans',
  async (database, keys: readonly string[]): Promise<Map<string, PlanRow>> => {
    const rows = await database
      .selectFrom(requestsFor(keys.map(requestOf)))
      .innerJoinLateral(plansThen(), (join) => join.onRef('plan.id', '=', 'asked.id'))
      .select([...PLAN_COLUMNS, SINCE, 'plan.known_until as until'])
      .execute();
    return new Map(rows.map((row) => [keyOf(row.id, row.since), row]));
  },
);

/** The targets of a plan as they were known from a moment on. */
export async function loadPastTargets(
  context: Context,
  planId: number,
  since: Moment,
): Promise<TargetRow[]> {
  return (await loadTargetsThen(context, keyOf(planId, since))) ?? [];
}

const loadTargetsThen = shared(
  'past targets',
  async (database, keys: readonly string[]): Promise<Map<string, TargetRow[]>> => {
    const rows = await database
      .selectFrom(requestsFor(keys.map(requestOf)))
      .innerJoinLateral(plansThen(), (join) => join.onRef('plan.id', '=', 'asked.id'))
      .innerJoinLateral(targetsThen(), (join) => join.onRef('target.plan_id', '=', 'plan.id'))
      .select([...TARGET_COLUMNS, SINCE])
      .orderBy('target.due_on')
      .orderBy('target.id')
      .execute();
    return Map.groupBy(rows, (row) => keyOf(row.planId, row.since));
  },
);

/** The target as it was known while its plan said what it did from a moment on. */
export async function loadPastTarget(
  context: Context,
  id: number,
  since: Moment,
): Promise<TargetRow | null> {
  return loadTargetThen(context, keyOf(id, since));
}

const loadTargetThen = shared(
  'past target',
  async (database, keys: readonly string[]): Promise<Map<string, TargetRow>> => {
    const rows = await database
      .selectFrom(requestsFor(keys.map(requestOf)))
      .innerJoinLateral(targetsThen(), (join) => join.onRef('target.id', '=', 'asked.id'))
      .innerJoinLateral(plansThen(), (join) => join.onRef('plan.id', '=', 'target.plan_id'))
      .select([...TARGET_COLUMNS, SINCE])
      .execute();
    return new Map(rows.map((row) => [keyOf(row.id, row.since), row]));
  },
);

/** All versions of a plan: what it says now, and what it said before. */
export function planVersions(database: Database, plan: Expression<number>): Expression<PlanRow> {
  const ofPlan = sql`version.row_id = ${plan}`;
  return database
    .selectFrom(versionsOf<Tables['plan']>('plan', ofPlan).as('plan'))
    .select([...PLAN_COLUMNS, SINCE, 'plan.known_until as until']);
}

/** Since when each plan says what it says now; null for what was there before versions were kept. */
export const loadPlanRecorded = shared(
  'plan recorded',
  async (database, ids: readonly number[]) => {
    const rows = await database
      .selectFrom('row_version')
      .select(['row_id as id', 'recorded_at as recordedAt'])
      .where('of_table', '=', 'plan')
      .where('superseded_at', 'is', null)
      .where('row_id', 'in', [...ids])
      .execute();
    return new Map(
      rows.flatMap(({ id: row, recordedAt }) =>
        recordedAt === null ? [] : [[row, new Date(recordedAt)] as const],
      ),
    );
  },
);
