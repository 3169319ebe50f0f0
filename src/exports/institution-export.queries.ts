import { sql } from 'kysely';
import { factsOf, frameworkFacts } from '../counts/facts.queries.js';
import { observe, placesOf } from '../counts/observe.js';
import { rowsInTurns, type Snapshot } from '../database/snapshot.js';
import { exceptionsOf, roundsFor } from '../exceptions/exception.queries.js';
import { institutionRows, type InstitutionRow } from '../institutions/institution.queries.js';
import { asPublic, pillarStatuses } from '../progress/pillar-status.js';
import { roundsReaching } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import type { ExportedInstitution } from './institution-record.js';

const TURN = 200;

export async function* exportedInstitutions(
  snapshot: Snapshot,
  { asOf, unit, revision }: { asOf: LocalDate; unit: UnitRow | null; revision: number },
): AsyncGenerator<ExportedInstitution[]> {
  const { database } = snapshot;
  const frameworks = await frameworkFacts(database);
  const listed = institutionRows(
    database,
    { on: asOf },
    unit ? sql<number>`${unit.id}::int` : undefined,
  );
  const query = sql<InstitutionRow>`
    select * from ${listed} as institution order by code collate "C", id`;
  for await (const institutions of rowsInTurns(snapshot, query, TURN)) {
    const ids = institutions.map(({ id }) => id);
    const facts = await factsOf(database, ids);
    const exceptions = await exceptionsOf(database, ids);
    const places = [...new Set([...facts.values()].flatMap(placesOf))];
    const rounds = await roundsReaching(database, places);
    const units = await unitsAndAbove(snapshot, places);
    yield institutions.map((institution) => {
      const known = facts.get(institution.id)!;
      const observed = observe(known, frameworks, asOf, Infinity);
      const called = placesOf(known).flatMap((id) => rounds.get(id) ?? []);
      const place = units.get(observed.period?.unitId ?? 0);
      return {
        institution,
        asOf,
        revision,
        place,
        province: place && units.get(place.path[0]!),
        settled: observed.period?.settled ?? false,
        statuses: pillarStatuses(
          asPublic(observed),
          roundsFor(called, exceptions.get(institution.id) ?? [], Infinity),
          asOf,
        ),
      };
    });
  }
}

async function unitsAndAbove(
  { database }: Snapshot,
  ids: readonly number[],
): Promise<Map<number, UnitRow>> {
  if (ids.length === 0) return new Map();
  const units = await unitsByIds(database, ids);
  const above = [...new Set([...units.values()].flatMap(({ path }) => path))];
  return new Map([...units, ...(await unitsByIds(database, above))]);
}
