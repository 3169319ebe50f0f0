import { institutionsEverIn } from '../counts/facts.queries.js';
import { frameworksInForce } from '../counts/rules.js';
import type { Database } from '../database/orm.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { allFrameworks, type FrameworkRow } from '../frameworks/framework.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import { tryOn, type TriedInstitution } from './trial.queries.js';

/** A framework tried on a unit. */
export interface TrialRun {
  asOf: LocalDate;
  inForce: FrameworkRow | null;
  /** The codes of the indicators that it decides. */
  indicators: string[];
  tried: TriedInstitution[];
  /** The units directly below the one that is tried, or the provinces. */
  units: ReadonlyMap<number, UnitRow>;
  /** For each unit with institutions, the one of them that it is or is in. */
  below: ReadonlyMap<number, number>;
}

/**
 * @param unit null for all institutions.
 * @param report is told how many of how many institutions have been tried.
 */
export async function runTrial(
  database: Database,
  file: FrameworkFile,
  unit: UnitRow | null,
  asOf: LocalDate,
  report: (done: number, total: number) => void = () => undefined,
): Promise<TrialRun> {
  const frameworks = await allFrameworks(database);
  const inForce =
    frameworksInForce(frameworks, asOf, Infinity).find(({ code }) => code === file.code) ?? null;
  const ids = unit ? await everIn(database, unit.id) : await allInstitutions(database);
  const trial = { file, inForce: inForce?.definition ?? null, asOf };
  const all: TriedInstitution[] = [];
  for await (const chunk of tryOn(database, trial, ids, (done) => report(done, ids.length)))
    all.push(...chunk);
  const places = await unitsByIds(database, [...new Set(all.map(({ unitId }) => unitId))]);
  const pathOf = (id: number) => required(places, id).path;
  // An institution may have been in the unit once and be elsewhere on the date.
  const tried = unit ? all.filter(({ unitId }) => pathOf(unitId).includes(unit.id)) : all;
  const depth = unit?.path.length ?? 0;
  const below = new Map(
    tried.flatMap(({ unitId }): [number, number][] => {
      const next = pathOf(unitId)[depth];
      return next === undefined ? [] : [[unitId, next]];
    }),
  );
  const units = await unitsByIds(database, [...new Set(below.values())]);
  const indicators = file.indicators.map(({ indicator }) => indicator);
  return { asOf, inForce, indicators, tried, units, below };
}

async function everIn(database: Database, unitId: number): Promise<number[]> {
  const ever = await institutionsEverIn(database, [unitId]);
  return ever.map(({ institutionId }) => institutionId);
}

async function allInstitutions(database: Database): Promise<number[]> {
  const rows = await database.selectFrom('institution').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
