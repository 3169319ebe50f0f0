import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Reason } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { searchable, tidy } from '../shared/text.js';
import type { CodeRecord } from './codes.js';

/** The system of the codes that this hub gives. */
const HUB = 'HUB';

/** What an institution without a code is known by. */
export interface Uncoded {
  name: string;
  /** Null says nothing. */
  unit: UnitName | null;
  /** Null says nothing. */
  openedOn: LocalDate | null;
}

interface UnitName {
  code: string;
  kind: string;
}

/** An institution with the names and places that it has had. */
interface Known {
  names: string[];
  units: UnitName[];
  openedOn: LocalDate | null;
  system: string;
  code: string;
}

export interface GivenCode {
  code: CodeRecord;
  /** The code is of this hub and did not exist before. */
  fresh: boolean;
}

/**
 * The codes of institutions for which a file has none: that of the institution with the name, the
 * commune and the opening day, or else a new one of the hub. Call it inside `publish`, so that nobody
 * else takes the same one.
 */
export async function codesForUncoded(
  database: Database,
  uncoded: readonly Uncoded[],
): Promise<(GivenCode | { problem: Reason })[]> {
  if (uncoded.length === 0) return [];
  const [known, last] = await Promise.all([namedLike(database, uncoded), lastHubNumber(database)]);
  const given = new Map<string, GivenCode>();
  return uncoded.map((one) => {
    const found = known.filter((each) => isSame(one, each));
    if (found.length > 1) return { problem: severalSuch(found) };
    if (found[0]) return { code: codeOf(found[0]), fresh: false };
    const key = JSON.stringify([comparable(one.name), one.unit, one.openedOn]);
    const again = given.get(key);
    if (again) return { ...again, fresh: false };
    const number = last + given.size + 1;
    const fresh = {
      code: codeOf({ system: HUB, code: `${HUB}-${String(number).padStart(6, '0')}` }),
      fresh: true,
    };
    given.set(key, fresh);
    return fresh;
  });
}

function isSame(one: Uncoded, known: Known): boolean {
  const { unit } = one;
  return (
    known.names.some((name) => comparable(one.name) === comparable(name)) &&
    (unit === null ||
      known.units.some(({ code, kind }) => code === unit.code && kind === unit.kind)) &&
    (one.openedOn === null || one.openedOn === known.openedOn)
  );
}

/** Diacritics make another name; case and spaces do not. */
const comparable = (name: string) => tidy(name).toLowerCase();

const codeOf = ({ system, code }: Pick<CodeRecord, 'system' | 'code'>): CodeRecord => ({
  ...{ system, code, from: null, replaces: null },
});

function severalSuch(found: readonly Known[]): Reason {
  const codes = found.map(({ system, code }) => `${code} (${system})`).join(', ');
  return {
    code: 'CODE_AMBIGUOUS',
    text: {
      vi: `còn trống, và có nhiều cơ sở cùng tên, cùng xã, cùng ngày thành lập: ${codes}; hãy ghi mã`,
      en: `is empty, and several institutions have this name, commune and opening day: ${codes}; give the code`,
    },
  };
}

/** The institutions that ever had one of these names, each with its present code. */
async function namedLike(database: Database, uncoded: readonly Uncoded[]): Promise<Known[]> {
  const names = [...new Set(uncoded.map(({ name }) => searchable(name)))];
  const found = await sql<Known>`
    select array_agg(distinct period.name) as names, institution.opened_on as "openedOn",
      json_agg(distinct jsonb_build_object('code', unit.code, 'kind', unit.kind)) as units,
      used.system, used.code
    from institution
    join institution_period as period on period.institution_id = institution.id
      and period.superseded_at is null
    join administrative_unit as unit on unit.id = period.unit_id
    join lateral (select system, code from institution_code as code
      where code.institution_id = institution.id and superseded_at is null
      order by code.code = institution.code desc, code.id desc limit 1) as used on true
    where institution.id in (select institution_id from institution_period
      where superseded_at is null and search_name = any(${names}::text[]))
    group by institution.id, institution.opened_on, used.system, used.code
    order by institution.id`.execute(database);
  return found.rows;
}

/** Codes that were superseded count as well: a number is given once. */
async function lastHubNumber(database: Database): Promise<number> {
  const found = await sql<{ last: number | null }>`
    select max(substring(code from '^HUB-(\\d{6,9})$')::int) as last
    from institution_code where system = ${HUB}`.execute(database);
  return found.rows[0]?.last ?? 0;
}
