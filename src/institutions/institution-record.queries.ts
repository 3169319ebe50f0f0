import { sql, type Selectable } from 'kysely';
import type { Database, Tables } from '../database/orm.js';
import { addDays, inSpan, type LocalDate } from '../shared/dates.js';
import type { EducationLevel } from '../vocabulary/institution.enums.js';
import type { Fact } from './facts.js';
import type { PlannedPeriod } from './periods.js';
import type { Statement } from './statement.js';

export interface CodeRecord {
  system: string;
  code: string;
  /** Null means since before our records. */
  from: LocalDate | null;
  /** The code of the same system that this one replaced on `from`. */
  replaces: string | null;
}

/** A code, and the day of which it is meant, because codes are used again. */
export interface NamedCode {
  code: CodeRecord;
  begin: LocalDate;
}

/** What a file, or another source, says of the institution with a code. */
export interface InstitutionRecord extends NamedCode {
  /** In order of time. */
  statements: Statement[];
}

export interface StoredFact extends Fact {
  id: number;
}

export interface StoredInstitution {
  id: number;
  facts: StoredFact[];
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
  records: readonly NamedCode[],
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
  for (const { code, begin } of records) {
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
  const [codes, facts, periods] = await Promise.all([
    database.selectFrom('institution_code').selectAll().where('institution_id', '=', any).execute(),
    database
      .selectFrom('institution_fact')
      .selectAll()
      .where('institution_id', '=', any)
      .where('superseded_at', 'is', null)
      .execute(),
    database
      .selectFrom('institution_period')
      .selectAll()
      .where('institution_id', '=', any)
      .where('superseded_at', 'is', null)
      .execute(),
  ]);
  const stored = new Map(
    ids.map((id): [number, StoredInstitution] => [id, { id, facts: [], codes: [], periods: [] }]),
  );
  for (const { id, institution_id, attribute, value, unit_id, valid_from } of facts)
    stored.get(institution_id)!.facts.push({
      id,
      attribute,
      value: attribute === 'PLACE' ? String(unit_id) : value,
      from: valid_from,
    });
  for (const { id, institution_id, system, code, valid_from, valid_to } of codes)
    stored
      .get(institution_id)!
      .codes.push({ id, system, code, validFrom: valid_from, validTo: valid_to });
  for (const row of periods) stored.get(row.institution_id)!.periods.push(periodOf(row));
  return stored;
}

function periodOf(row: Selectable<Tables['institution_period']>): PlannedPeriod & { id: number } {
  return {
    id: row.id,
    unitId: row.unit_id,
    settled: row.settled,
    origin: row.origin,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    locatedFrom: row.located_from,
    name: row.name,
    kind: row.kind,
    levels: row.levels as EducationLevel[],
    ownership: row.ownership,
    specialStatus: row.special_status,
  };
}
