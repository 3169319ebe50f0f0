import type { Snapshot } from '../database/snapshot.js';
import { allFrameworks } from '../frameworks/framework.queries.js';
import { codesOf } from '../institutions/institution-code.queries.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import type { Language } from '../shared/text.js';
import { levelsOf } from '../status-updates/levels.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { ExportRecord } from './export-format.js';
import { listedInstitutions, systemsOf } from './institution-export.queries.js';
import { levelRecords } from './level-record.js';
import { NOWHERE, placesAbove, unitsAndAbove } from './places-above.queries.js';

/** What institutions have under frameworks on a date, section by section, in turns. */
export async function* exportedLevels(
  snapshot: Snapshot,
  wanted: { asOf: LocalDate; unit: UnitRow | null; revision: number; language: Language },
): AsyncGenerator<ExportRecord[]> {
  const { database } = snapshot;
  const { asOf, unit } = wanted;
  const frameworks = new Map((await allFrameworks(database)).map((each) => [each.id, each]));
  for await (const institutions of listedInstitutions(snapshot, asOf, unit)) {
    const levels = await levelsOf(
      database,
      institutions.map(({ id }) => id),
      asOf,
      Infinity,
    );
    const ids = [...levels.keys()];
    const places = await placesOf(database, ids, asOf);
    const units = await unitsAndAbove(
      snapshot,
      [...places.values()].flatMap(({ unitId }) => unitId ?? []),
    );
    const codes = await codesOf(database, ids);
    yield institutions.flatMap((institution) => {
      const place = units.get(places.get(institution.id)?.unitId ?? 0);
      const above = place ? placesAbove(place, units) : NOWHERE;
      const systems = systemsOf(institution, codes.get(institution.id) ?? []);
      const about = { ...wanted, ...above, place, systems };
      return (levels.get(institution.id) ?? []).flatMap((level) =>
        levelRecords(institution, level, required(frameworks, level.frameworkId), about),
      );
    });
  }
}
