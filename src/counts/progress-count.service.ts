import { required } from '../shared/required.js';
import { sql } from 'kysely';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { tellFigures } from '../database/tell-figures.js';
import { COUNTERS, keyOf, stepsOf, subtract, sum, type Step } from './count.js';
import type { InstitutionFacts } from './facts.js';
import { countedFacts, type CountedFacts } from './facts.queries.js';
import { readRules } from './rules.queries.js';
import { showsOtherwise } from './visible-change.js';

const CHUNK = 1000;

/** The steps of institutions in the counts of their own units, by what is recorded now. */
export async function stepsOfInstitutions(
  database: Database,
  ids: readonly number[],
): Promise<Step[]> {
  const chunks: Step[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK)
    chunks.push(stepsOfFacts(await countedFacts(database, ids.slice(start, start + CHUNK))));
  return sum(chunks.flat());
}

function stepsOfFacts({ institutions, rules }: CountedFacts): Step[] {
  return sum(institutions.flatMap((facts) => stepsOf(facts, rules)));
}

/**
 * Changes the counts of the units and of all units above them, from the steps before a change to
 * those after it. Call it in the transaction of the change.
 */
export async function moveCounts(em: EntityManager, before: Step[], after: Step[]): Promise<void> {
  const moved = subtract(after, before);
  if (moved.length === 0) return;
  await sql`
    insert into progress_count as present (${COLUMNS})
    ${upTheTree(moved)}
    on conflict (unit_id, "group", subject, effective_on, round_id) do update set
      institutions = present.institutions + excluded.institutions,
      illustrative = present.illustrative + excluded.illustrative,
      completed = present.completed + excluded.completed,
      reported = present.reported + excluded.reported,
      in_review = present.in_review + excluded.in_review,
      not_applicable = present.not_applicable + excluded.not_applicable`.execute(databaseOf(em));
}

const COLUMNS = sql`unit_id, "group", subject, effective_on, round_id,
  institutions, illustrative, completed, reported, in_review, not_applicable`;

/** The SQL query of the steps for their units and all units above them. */
function upTheTree(steps: readonly Step[]) {
  const sums = COUNTERS.map((counter) => sql`sum(step.${sql.ref(counter)})::int`);
  return sql`
    select above.id, step."group", step.subject, step."effectiveOn", step."roundId", ${sql.join(sums)}
    from unnest(
      ${steps.map((step) => step.unitId)}::int[],
      ${steps.map((step) => step.group)}::text[],
      ${steps.map((step) => step.subject)}::text[],
      ${steps.map((step) => step.effectiveOn)}::date[],
      ${steps.map((step) => step.roundId)}::int[],
      ${sql.join(COUNTERS.map((counter) => sql`${steps.map((step) => step[counter])}::int[]`))})
      as step("unitId", "group", subject, "effectiveOn", "roundId",
        ${sql.join(COUNTERS.map((counter) => sql.ref(counter)))})
    join administrative_unit as unit on unit.id = step."unitId"
    cross join unnest(unit.path) as above(id)
    group by above.id, step."group", step.subject, step."effectiveOn", step."roundId"
    having ${sql.join(
      sums.map((total) => sql`${total} <> 0`),
      sql` or `,
    )}`;
}

/**
 * Changes the counts for a change of known facts, without reading them again. Call it in the
 * transaction that writes the same change.
 * @param before the facts before anything was written.
 * @param change gives the facts of one institution after the change.
 */
export async function moveCountsBy(
  em: EntityManager,
  before: CountedFacts,
  change: (facts: InstitutionFacts) => InstitutionFacts,
): Promise<void> {
  const after = { ...before, institutions: before.institutions.map(change) };
  await moveCounts(em, stepsOfFacts(before), stepsOfFacts(after));
}

/**
 * For submissions and withdrawals, which are visible only where nothing is reported. The feed of
 * changes names the institutions for which they are.
 */
export async function moveReviews(
  em: EntityManager,
  before: CountedFacts,
  change: (facts: InstitutionFacts) => InstitutionFacts,
): Promise<void> {
  await moveCountsBy(em, before, change);
  const { institutions, rules } = before;
  const shown = institutions.filter((facts) => showsOtherwise(facts, change(facts), rules));
  await tellFigures(
    em,
    'Institution',
    shown.map(({ id }) => id),
  );
}

/**
 * Makes a change of what frameworks decide, and moves the counts of all institutions with it. Nothing
 * else that is counted may change. Call it in the transaction of the publication.
 */
export async function changeRules<Result>(
  em: EntityManager,
  change: () => Promise<Result>,
  report: (done: number, total: number) => void = () => undefined,
): Promise<Result> {
  const database = databaseOf(em);
  const rules = await readRules(database);
  const result = await change();
  for await (const after of chunksOfFacts(database, report))
    await moveCounts(em, stepsOfFacts({ ...after, rules }), stepsOfFacts(after));
  return result;
}

export interface Difference {
  key: string;
  stored: Step | null;
  recounted: Step | null;
}

/** Counts everything again from the updates and compares it with the roll-up. */
export async function verifyCounts(
  em: EntityManager,
  report: (done: number, total: number) => void = () => undefined,
): Promise<Difference[]> {
  const database = databaseOf(em);
  const recounted = await recountAll(database, report);
  const stored = await storedCounts(database);
  return [...new Set([...recounted.keys(), ...stored.keys()])].sort().flatMap((key) => {
    const pair = { key, stored: stored.get(key) ?? null, recounted: recounted.get(key) ?? null };
    const same = COUNTERS.every(
      (counter) => (pair.stored?.[counter] ?? 0) === (pair.recounted?.[counter] ?? 0),
    );
    return same ? [] : [pair];
  });
}

/**
 * Fills the roll-up again from the updates. The rows of each unit then lie together, so that the
 * counts of many units are read from few pages. Call it in a transaction.
 */
export async function rebuildCounts(
  em: EntityManager,
  report: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const database = databaseOf(em);
  await sql`create temporary table rebuilt_count (like progress_count) on commit drop`.execute(
    database,
  );
  for await (const steps of chunksOfSteps(database, report))
    await sql`insert into rebuilt_count (${COLUMNS}) ${upTheTree(steps)}`.execute(database);
  await database.deleteFrom('progress_count').execute();
  await sql`
    insert into progress_count (${COLUMNS})
    select unit_id, "group", subject, effective_on, round_id, sum(institutions), sum(illustrative),
      sum(completed), sum(reported), sum(in_review), sum(not_applicable)
    from rebuilt_count
    group by 1, 2, 3, 4, 5
    having sum(institutions) <> 0 or sum(illustrative) <> 0 or sum(completed) <> 0
      or sum(reported) <> 0 or sum(in_review) <> 0 or sum(not_applicable) <> 0
    order by 1, 2, 3, 4, 5`.execute(database);
}

async function recountAll(
  database: Database,
  report: (done: number, total: number) => void,
): Promise<Map<string, Step>> {
  const steps: Step[] = [];
  for await (const chunk of chunksOfSteps(database, report)) steps.push(...chunk);
  return new Map((await stepsUpTheTree(database, steps)).map((step) => [keyOf(step), step]));
}

async function stepsUpTheTree(database: Database, steps: Step[]): Promise<Step[]> {
  const units = await database.selectFrom('administrative_unit').select(['id', 'path']).execute();
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  return sum(
    steps.flatMap((step) => required(paths, step.unitId).map((unitId) => ({ ...step, unitId }))),
  );
}

/** The facts of all institutions, some at a time. */
async function* chunksOfFacts(
  database: Database,
  report: (done: number, total: number) => void,
): AsyncGenerator<CountedFacts> {
  const rows = await database.selectFrom('institution').select('id').orderBy('id').execute();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const ids = rows.slice(start, start + CHUNK).map(({ id }) => id);
    yield await countedFacts(database, ids);
    report(Math.min(start + CHUNK, rows.length), rows.length);
  }
}

async function* chunksOfSteps(
  database: Database,
  report: (done: number, total: number) => void,
): AsyncGenerator<Step[]> {
  for await (const facts of chunksOfFacts(database, report)) yield stepsOfFacts(facts);
}

async function storedCounts(database: Database): Promise<Map<string, Step>> {
  const rows = await database
    .selectFrom('progress_count')
    .select([
      'unit_id as unitId',
      'group',
      'subject',
      'effective_on as effectiveOn',
      'round_id as roundId',
      'institutions',
      'illustrative',
      'completed',
      'reported',
      'in_review as inReview',
      'not_applicable as notApplicable',
    ])
    .execute();
  return new Map(rows.map((row) => [keyOf(row), row]));
}
