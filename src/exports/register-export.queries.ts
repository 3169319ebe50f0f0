import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Snapshot } from '../database/snapshot.js';
import { recordedCampuses } from '../institutions/campus.queries.js';
import { recordedCodes, type RecordedCode } from '../institutions/code-holder.queries.js';
import { codeKey, isUnused, usedAround } from '../institutions/codes.js';
import { periodAround } from '../institutions/institution-period.queries.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import { addDays, inSpan, type LocalDate } from '../shared/dates.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import type { UnitKind } from '../vocabulary/unit.enums.js';
import type { WantedInstitutions } from './institution-conditions.js';
import { listedInstitutions } from './institution-export.queries.js';
import type { CampusRecord, RegisterRecord } from './register-record.js';

interface Wanted {
  asOf: LocalDate;
  unit: UnitRow | null;
  of: WantedInstitutions;
}

/**
 * The register on a date as rows of an import of institutions, one for each code in use, in turns. Each
 * row tells its day, so that it says nothing of the days before: imported again, it changes nothing.
 */
export async function* exportedRegister(
  snapshot: Snapshot,
  { asOf, unit, of }: Wanted,
): AsyncGenerator<RegisterRecord[]> {
  const { database } = snapshot;
  for await (const institutions of listedInstitutions(snapshot, asOf, unit, of)) {
    const ids = institutions.map(({ id }) => id);
    const places = await placesAround(database, ids, asOf);
    const codes = await recordedCodes(database, ids);
    yield institutions.flatMap((institution) => {
      const place = places.get(institution.id);
      const day = place?.lastDay && place.lastDay < asOf ? place.lastDay : asOf;
      return codeColumns(institution, codes.get(institution.id) ?? [], day).map((code) => ({
        ...code,
        name: institution.name,
        kind: institution.kind,
        levels: institution.levels.join('|'),
        ownership: institution.ownership,
        unit_code: place?.code ?? null,
        unit_kind: place?.kind === 'COMMUNE' ? null : (place?.kind ?? null),
        changed_on: day,
        opened_on: institution.openedOn,
        closed_on: institution.closedOn,
        special_status: institution.specialStatus,
        source_status: institution.sourceStatus,
      }));
    });
  }
}

interface PlaceAround {
  id: number;
  code: string | null;
  kind: UnitKind | null;
  /** The last day at the place as it is. */
  lastDay: LocalDate | null;
}

async function placesAround(
  database: Database,
  ids: readonly number[],
  on: LocalDate,
): Promise<Map<number, PlaceAround>> {
  const { rows } = await sql<PlaceAround>`
    select asked.id, unit.code, unit.kind, period.valid_to as "lastDay"
    from unnest(${[...ids]}::int[]) as asked(id)
    cross join lateral (${periodAround(sql`asked.id`, on)}) as period
    left join administrative_unit as unit on unit.id = period.unit_id`.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
}

type CodeColumns = Pick<
  RegisterRecord,
  | 'system'
  | 'code'
  | 'code_from'
  | 'replaces_code'
  | 'replaces_system'
  | 'other_code'
  | 'other_system'
>;

/** A row for each code that is in use on the day; each names what it replaced, or else the first of them. */
function codeColumns(
  { code: its }: InstitutionRow,
  codes: readonly RecordedCode[],
  day: LocalDate,
): CodeColumns[] {
  const [first, ...others] = usedAround(codes, day).sort(
    (a, b) => Number(b.code === its) - Number(a.code === its),
  );
  if (!first) return [];
  return [first, ...others].map((held) => {
    const { system, code, validFrom } = held;
    const before = validFrom && addDays(validFrom, -1);
    // A code that came back does not replace itself, and what was never used is not replaced.
    const ended = codes.filter((each) => codeKey(each) !== codeKey(held) && !isUnused(each));
    const replaced = before ? ended.find(({ validTo }) => validTo === before) : undefined;
    const other = replaced || held === first ? undefined : first;
    return {
      ...{ system, code, code_from: validFrom },
      ...{ replaces_code: replaced?.code ?? null, replaces_system: replaced?.system ?? null },
      ...{ other_code: other?.code ?? null, other_system: other?.system ?? null },
    };
  });
}

/** The campuses of the institutions of a list that there are on the date, as rows of an import of campuses. */
export async function* exportedCampuses(
  snapshot: Snapshot,
  { asOf, today, unit, of }: Wanted & { today: LocalDate },
): AsyncGenerator<CampusRecord[]> {
  const { database } = snapshot;
  for await (const institutions of listedInstitutions(snapshot, asOf, unit, of)) {
    const ids = institutions.map(({ id }) => id);
    const campuses = await recordedCampuses(database, ids);
    const codes = await recordedCodes(database, ids);
    const unitIds = [...campuses.values()].flat().map(({ unitId }) => unitId);
    const units = await unitsByIds(database, unitIds);
    yield institutions.flatMap(({ id, closedOn }) => {
      const day = closedOn !== null && closedOn < asOf ? closedOn : asOf;
      const there = (campuses.get(id) ?? []).filter((campus) => inSpan(campus, day));
      return there.map(({ system, code, name, unitId, validFrom, validTo }) => {
        // The day on which an import looks for the institution.
        const [holder] = usedAround(codes.get(id) ?? [], validFrom ?? validTo ?? today);
        return {
          ...{ institution_code: holder?.code ?? null, code },
          ...{ institution_system: holder?.system ?? null, system },
          ...{ name, unit_code: units.get(unitId)?.code ?? null },
          ...{ valid_from: validFrom, valid_to: validTo },
        };
      });
    });
  }
}
