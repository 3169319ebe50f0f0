import { sql } from 'kysely';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { firstOf, required } from '../shared/required.js';
import { COUNTERS, keyOf, Sums, type Step } from './count.js';
import { chunksOfFacts, stepsOfFacts } from './progress-count.service.js';
import { replaceSteps, storedSteps } from './roll-up.queries.js';

type Report = (done: number, total: number) => void;

export interface Difference {
  key: string;
  stored: Step | null;
  recounted: Step | null;
}

/** Counts everything again from the updates and compares it with the roll-ups. */
export async function verifyCounts(
  em: EntityManager,
  report: Report = () => undefined,
): Promise<Difference[]> {
  const database = databaseOf(em);
  const recounted = byKey(await recountAll(database, report));
  const stored = byKey(await storedSteps(database));
  return [...new Set([...recounted.keys(), ...stored.keys()])].sort().flatMap((key) => {
    const pair = { key, stored: stored.get(key) ?? null, recounted: recounted.get(key) ?? null };
    const same = COUNTERS.every(
      (counter) => (pair.stored?.[counter] ?? 0) === (pair.recounted?.[counter] ?? 0),
    );
    return same ? [] : [pair];
  });
}

function byKey(steps: readonly Step[]): Map<string, Step> {
  return new Map(steps.map((step) => [keyOf(step), step]));
}

/** Fills the roll-ups again from the updates. Call it in a transaction. */
export async function rebuildCounts(
  em: EntityManager,
  report: Report = () => undefined,
): Promise<void> {
  const database = databaseOf(em);
  await replaceSteps(database, chunksOfSteps(database, report));
}

/** Whether a version before did not tell apart what it counted. */
export async function lacksSegments(em: EntityManager): Promise<boolean> {
  const found = await sql<{ lacks: boolean }>`
    select exists(select from progress_count) and not exists(select from segment_count) as lacks`.execute(
    databaseOf(em),
  );
  return firstOf(found.rows).lacks;
}

/** What both roll-ups should hold. Only the sums are held: a country's steps would fill gigabytes. */
async function recountAll(database: Database, report: Report): Promise<Step[]> {
  const units = await database.selectFrom('administrative_unit').select(['id', 'path']).execute();
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const ofUnits = new Sums<Step>();
  const ofSegments = new Sums<Step>();
  for await (const steps of chunksOfSteps(database, report)) {
    ofSegments.add(steps);
    for (const step of steps)
      ofUnits.add(required(paths, step.unitId).map((unitId) => ({ ...step, unitId, segment: '' })));
  }
  return [...ofUnits.all(), ...ofSegments.all()];
}

async function* chunksOfSteps(database: Database, report: Report): AsyncGenerator<Step[]> {
  for await (const facts of chunksOfFacts(database, report)) yield stepsOfFacts(facts);
}
