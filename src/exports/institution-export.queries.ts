import { sql } from 'kysely';
import { readRules } from '../counts/rules.queries.js';
import { rowsInTurns, type Snapshot } from '../database/snapshot.js';
import { codesOf } from '../institutions/institution-code.queries.js';
import { institutionRows, type InstitutionRow } from '../institutions/institution.queries.js';
import { pillarStatuses } from '../progress/indicator-status.js';
import { publicViews } from '../progress/public-view.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { WantedInstitutions } from './institution-conditions.js';
import type { ExportedInstitution } from './institution-record.js';
import { NOWHERE, placesAbove, unitsAndAbove } from './places-above.queries.js';

const TURN = 200;

export async function* exportedInstitutions(
  snapshot: Snapshot,
  {
    asOf,
    unit,
    revision,
    of,
  }: { asOf: LocalDate; unit: UnitRow | null; revision: number; of: WantedInstitutions },
): AsyncGenerator<ExportedInstitution[]> {
  const { database } = snapshot;
  const rules = await readRules(database);
  for await (const institutions of listedInstitutions(snapshot, asOf, unit, of)) {
    const ids = institutions.map(({ id }) => id);
    const viewOf = await publicViews(database, ids, rules);
    const shown = institutions.map((institution) => {
      const seen = viewOf(institution.id, asOf);
      const statuses = pillarStatuses(seen, asOf);
      return { institution, period: seen.observed.period, statuses };
    });
    const units = await unitsAndAbove(
      snapshot,
      shown.flatMap(({ period }) => period?.unitId ?? []),
    );
    const codes = await codesOf(database, ids);
    yield shown.map(({ institution, period, statuses }) => {
      const place = units.get(period?.unitId ?? 0);
      return {
        institution,
        asOf,
        revision,
        place,
        ...(place ? placesAbove(place, units) : NOWHERE),
        systems: systemsOf(institution, codes.get(institution.id) ?? []),
        settled: period?.settled ?? false,
        statuses,
      };
    });
  }
}

/** The systems in which an institution has the code that it goes by. */
export function systemsOf(
  { code: its }: { code: string },
  codes: readonly { code: string; system: string }[],
): string[] {
  return [...new Set(codes.flatMap(({ code, system }) => (code === its ? [system] : [])))];
}

/** The institutions of a date, in a unit or all, by their codes and in turns. */
export function listedInstitutions(
  snapshot: Snapshot,
  asOf: LocalDate,
  unit: UnitRow | null,
  of: WantedInstitutions = {},
): AsyncGenerator<InstitutionRow[]> {
  const within = unit ? sql<number>`${unit.id}::int` : undefined;
  const query = sql<InstitutionRow>`
    select * from ${institutionRows(snapshot.database, { ...of, on: asOf }, within)} as institution
    order by code collate "C", id`;
  return rowsInTurns(snapshot, query, TURN);
}
