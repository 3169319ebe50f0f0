import { sql, type RawBuilder } from 'kysely';
import { doLater } from '../database/flight.js';
import type { Database } from '../database/orm.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import { COUNTERS, type Counter, type Step } from './count.js';
import { segmentOf } from './segment.js';

const COUNTER_COLUMNS: Record<Counter, string> = {
  institutions: 'institutions',
  illustrative: 'illustrative',
  completed: 'completed',
  reported: 'reported',
  inReview: 'in_review',
  notApplicable: 'not_applicable',
};

const listed = (of: (column: string, counter: Counter) => RawBuilder<unknown>, by = sql`, `) =>
  sql.join(
    COUNTERS.map((counter) => of(COUNTER_COLUMNS[counter], counter)),
    by,
  );
const COUNTS = listed((column) => sql`${sql.ref(column)}`);
const SUMS = listed((column) => sql`sum(step.${sql.ref(column)})::int`);
const SOME = listed((column) => sql`sum(step.${sql.ref(column)}) <> 0`, sql` or `);
const ADDED = listed(
  (column) => sql`${sql.ref(column)} = present.${sql.ref(column)} + excluded.${sql.ref(column)}`,
);

/** The SQL of the counts of rows that are read together; {@link COUNTED} are its columns. */
export const COUNTS_TOGETHER = listed(
  (column, counter) => sql`sum(${sql.ref(column)})::int as ${sql.ref(counter)}`,
);
export const COUNTED = {
  institutions: sql`institutions`,
  illustrative: sql`illustrative`,
  completed: sql`completed`,
  reported: sql`reported`,
  inReview: sql`"inReview"`,
  notApplicable: sql`"notApplicable"`,
} satisfies Record<Counter, RawBuilder<unknown>>;

/** A table of sums of steps. */
interface RollUp {
  table: string;
  keys: RawBuilder<unknown>;
  /** The SQL query of its rows from each `step`, with the `series` of all. */
  rows: RawBuilder<unknown>;
}

/** The counts of every unit: each step counts for its unit and for all units above it. */
const OF_UNITS: RollUp = {
  table: 'progress_count',
  keys: sql`unit_id, "group", subject, effective_on, round_id`,
  rows: sql`
    select above.id, step."group", step.subject, step.effective_on, step.round_id, ${SUMS}
    from step
    join administrative_unit as unit on unit.id = step.unit_id
    cross join unnest(unit.path) as above(id)
    group by 1, 2, 3, 4, 5 having ${SOME}`,
};

/** The counts by what institutions are, of the units in which they are themselves. */
const OF_SEGMENTS: RollUp = {
  table: 'segment_count',
  keys: sql`unit_id, series_id, effective_on, round_id`,
  rows: sql`
    select step.unit_id, series.id, step.effective_on, step.round_id, ${SUMS}
    from step
    join series using (segment, subject)
    group by 1, 2, 3, 4 having ${SOME}`,
};

/** The SQL of `step`, a row each, and of the `series` that they belong to, made where they are new. */
function stepsAndSeries(steps: readonly Step[]) {
  return sql`
    step as materialized (${stepRows(steps)}),
    -- Another transaction may make the same one meanwhile; an update waits for it, and has its id.
    fresh as (
      insert into segment_series (segment, subject)
      select distinct segment, subject from step
      where not exists (
        select from segment_series as known
        where (known.segment, known.subject) = (step.segment, step.subject))
      on conflict (segment, subject) do update set segment = excluded.segment
      returning id, segment, subject),
    series as (select id, segment, subject from segment_series union all table fresh)`;
}

function stepRows(steps: readonly Step[]) {
  return sql`
    select * from unnest(
      ${steps.map((step) => step.unitId)}::int[],
      ${steps.map((step) => step.group)}::text[],
      ${steps.map((step) => step.segment)}::text[],
      ${steps.map((step) => step.subject)}::text[],
      ${steps.map((step) => step.effectiveOn)}::date[],
      ${steps.map((step) => step.roundId)}::int[],
      ${sql.join(COUNTERS.map((counter) => sql`${steps.map((step) => step[counter])}::int[]`))})
      as step(unit_id, "group", segment, subject, effective_on, round_id, ${COUNTS})`;
}

/** Adds steps to both roll-ups. */
export async function addSteps(database: Database, steps: readonly Step[]): Promise<void> {
  const added = ({ table, keys, rows }: RollUp) => sql`
    insert into ${sql.table(table)} as present (${keys}, ${COUNTS}) ${rows}
    on conflict (${keys}) do update set ${ADDED}`;
  const moved = sql`
    with ${stepsAndSeries(steps)}, told_apart as (${added(OF_SEGMENTS)})
    ${added(OF_UNITS)}`;
  await doLater(database, moved);
}

/**
 * Fills both roll-ups again from steps that come in parts, within a transaction. The rows of each
 * unit then lie together, so that the counts of many units are read from few pages.
 */
export async function replaceSteps(
  database: Database,
  parts: AsyncIterable<readonly Step[]>,
): Promise<void> {
  const rollUps = [OF_UNITS, OF_SEGMENTS].map((each) => ({
    ...each,
    rebuilt: sql.table(`rebuilt_${each.table}`),
  }));
  for (const { table, rebuilt } of rollUps)
    await sql`create temporary table ${rebuilt} (like ${sql.table(table)}) on commit drop`.execute(
      database,
    );
  for await (const steps of parts)
    for (const { rebuilt, keys, rows } of rollUps)
      await sql`with ${stepsAndSeries(steps)}
        insert into ${rebuilt} (${keys}, ${COUNTS}) ${rows}`.execute(database);
  for (const { table, rebuilt, keys } of rollUps) {
    await sql`delete from ${sql.table(table)}`.execute(database);
    await sql`
      insert into ${sql.table(table)} (${keys}, ${COUNTS})
      select ${keys}, ${SUMS} from ${rebuilt} as step
      group by ${keys} having ${SOME} order by ${keys}`.execute(database);
  }
}

/** What both roll-ups hold; what has no segment is of the first. */
export async function storedSteps(database: Database): Promise<Step[]> {
  const counters = listed((column, counter) => sql`${sql.ref(column)} as ${sql.ref(counter)}`);
  const rest = sql`subject, effective_on as "effectiveOn", round_id as "roundId", ${counters}`;
  const ofUnits = await sql<Step>`
    select unit_id as "unitId", "group", '' as segment, ${rest} from progress_count`.execute(
    database,
  );
  const ofSegments = await sql<Omit<Step, 'group'>>`
    select unit_id as "unitId", segment, ${rest}
    from segment_count join segment_series as series on series.id = series_id`.execute(database);
  return [
    ...ofUnits.rows,
    ...ofSegments.rows.flatMap((row) => {
      const group = groupOf(segmentOf(row.segment).kind);
      return group ? [{ ...row, group }] : [];
    }),
  ];
}
