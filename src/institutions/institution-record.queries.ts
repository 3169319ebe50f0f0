import { sql, type Selectable } from 'kysely';
import type { Database, Tables } from '../database/orm.js';
import { addDays, BEFORE_RECORDS, inSpan, type LocalDate } from '../shared/dates.js';
import type {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import type { Placement, PlannedPeriod } from './placement.js';

export interface CodeRecord {
  system: string;
  code: string;
  /** Null means since before our records. */
  from: LocalDate | null;
  /** The code of the same system that this one replaced on `from`. */
  replaces: string | null;
}

export interface InstitutionRecord {
  code: CodeRecord;
  name: string;
  kind: InstitutionKind;
  levels: EducationLevel[];
  ownership: Ownership;
  specialStatus: SpecialStatus | null;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
  sourceStatus: SourceStatus;
  placements: { unitId: number; from: LocalDate | null }[];
}

export interface StoredInstitution {
  id: number;
  attributes: string;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
  placements: Placement[];
  codes: {
    id: number;
    system: string;
    code: string;
    validFrom: LocalDate | null;
    validTo: LocalDate | null;
  }[];
  periods: (PlannedPeriod & { id: number })[];
}

export function codeKey(code: { system: string; code: string }): string {
  return `${code.system}\n${code.code}`;
}

/**
 * The row ids of the institutions in records, by code key. Codes are reused, so a code means the
 * institution that had it when the record begins, or else the one that still has it.
 */
export async function findByCodes(
  database: Database,
  records: readonly InstitutionRecord[],
): Promise<Map<string, number>> {
  const wanted = records.flatMap(({ code }) =>
    code.replaces === null ? [code] : [code, { system: code.system, code: code.replaces }],
  );
  const found = await sql<UsedCode>`
    select used.institution_id as "institutionId", used.system, used.code,
      used.valid_from as "validFrom", used.valid_to as "validTo"
    from institution_code as used
    join unnest(${wanted.map(({ system }) => system)}::text[], ${wanted.map(({ code }) => code)}::text[])
      as wanted(system, code) on wanted.system = used.system and wanted.code = used.code
    order by used.id`.execute(database);
  const used = Map.groupBy(found.rows, codeKey);
  const ids = new Map<string, number>();
  for (const { code, placements } of records) {
    const begin = code.from ?? placements[0]?.from ?? BEFORE_RECORDS;
    const replaced = code.replaces && { system: code.system, code: code.replaces };
    const id =
      ownerOf(used.get(codeKey(code)), begin) ??
      (replaced ? ownerOf(used.get(codeKey(replaced)), addDays(begin, -1)) : undefined);
    if (id !== undefined) ids.set(codeKey(code), id);
  }
  return ids;
}

interface UsedCode {
  institutionId: number;
  system: string;
  code: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

function ownerOf(used: readonly UsedCode[] | undefined, date: LocalDate): number | undefined {
  const then = used?.find((code) => inSpan(code, date));
  return (then ?? used?.find(({ validTo }) => validTo === null))?.institutionId;
}

export async function loadStored(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, StoredInstitution>> {
  if (ids.length === 0) return new Map();
  const any = sql<number>`any(${[...ids]}::int[])`;
  const [institutions, codes, placements, periods] = await Promise.all([
    database.selectFrom('institution').selectAll().where('id', '=', any).execute(),
    database.selectFrom('institution_code').selectAll().where('institution_id', '=', any).execute(),
    database
      .selectFrom('institution_placement')
      .selectAll()
      .where('institution_id', '=', any)
      .execute(),
    database
      .selectFrom('institution_period')
      .selectAll()
      .where('institution_id', '=', any)
      .where('superseded_at', 'is', null)
      .execute(),
  ]);
  const stored = new Map<number, StoredInstitution>();
  for (const row of institutions) stored.set(row.id, withoutHistory(row));
  const kinds = new Map(institutions.map(({ id, kind }) => [id, kind]));
  for (const { institution_id, unit_id, valid_from } of placements)
    stored
      .get(institution_id)
      ?.placements.push({ unitId: unit_id, kind: kinds.get(institution_id)!, from: valid_from });
  for (const { id, institution_id, system, code, valid_from, valid_to } of codes)
    stored
      .get(institution_id)
      ?.codes.push({ id, system, code, validFrom: valid_from, validTo: valid_to });
  for (const row of periods)
    stored.get(row.institution_id)?.periods.push({
      id: row.id,
      unitId: row.unit_id,
      kind: row.kind,
      settled: row.settled,
      origin: row.origin,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    });
  return stored;
}

/** An institution of which nothing dated has been read yet. */
function withoutHistory(row: Selectable<Tables['institution']>): StoredInstitution {
  return {
    id: row.id,
    attributes: attributesOf({
      name: row.name,
      kind: row.kind,
      levels: row.levels as EducationLevel[],
      ownership: row.ownership,
      specialStatus: row.special_status,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      sourceStatus: row.source_status,
    }),
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    codes: [],
    placements: [],
    periods: [],
  };
}

/** The institution's own facts as one text, to find out whether a record says anything new. */
export function attributesOf(record: Omit<InstitutionRecord, 'code' | 'placements'>): string {
  const { name, kind, levels, ownership, specialStatus, openedOn, closedOn, sourceStatus } = record;
  return JSON.stringify([
    name,
    kind,
    [...levels].sort(),
    ownership,
    specialStatus,
    openedOn,
    closedOn,
    sourceStatus,
  ]);
}
