import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { tellFigures } from '../database/tell-figures.js';
import { stepsOf, subtract, sum, type Step } from './count.js';
import type { InstitutionFacts } from './facts.js';
import { countedFacts, type CountedFacts } from './facts.queries.js';
import { addSteps } from './roll-up.queries.js';
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

export function stepsOfFacts({ institutions, rules }: CountedFacts): Step[] {
  return sum(institutions.flatMap((facts) => stepsOf(facts, rules)));
}

/**
 * Changes the counts of the units and of all units above them, from the steps before a change to
 * those after it. Call it in the transaction of the change.
 */
export async function moveCounts(em: EntityManager, before: Step[], after: Step[]): Promise<void> {
  const moved = subtract(after, before);
  if (moved.length === 0) return;
  await addSteps(databaseOf(em), moved);
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

/** The facts of all institutions, some at a time. */
export async function* chunksOfFacts(
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
