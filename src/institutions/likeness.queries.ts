import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Reason, Row } from '../shared/csv.js';
import type { CodeRecord } from './codes.js';
import type { PlannedPeriod } from './periods.js';
import { isShortened, likenesses, type Described } from './likeness.js';

/** What the file describes that is not recorded, and its first row. */
export interface Fresh extends Described {
  row: Row;
}

/** What a row of the file describes, or what is recorded; then it has no row. */
interface Known extends Described {
  row?: Row;
}

/**
 * Finds among new institutions those that look like one that is recorded, or like one of the same
 * file, and asks about each in its row.
 * @param ask refuses the row, or only tells the question.
 */
export async function askAboutLikeness(
  database: Database,
  fresh: readonly Fresh[],
  ask: (row: Row, column: string, reason: Reason) => void,
): Promise<void> {
  if (fresh.length === 0) return;
  const found = likenesses<Known>(fresh, await recordedLike(database, fresh));
  for (const each of fresh) {
    if (each.row.isTaken) continue;
    const likeness = found.get(each);
    if (likeness) ask(each.row, likeness.by === 'CODE' ? 'code' : 'name', question(likeness));
    else if (isShortened(each.code)) ask(each.row, 'code', SHORTENED);
  }
}

/** @param head the first row of the file about a new institution. */
export function freshOf(
  { code, row }: { code: CodeRecord; row: Row },
  periods: readonly PlannedPeriod[],
): Fresh {
  const { name = '', kind = '' } = periods.at(-1) ?? {};
  const places = periods.flatMap(({ unitId, validFrom, validTo }) =>
    unitId === null ? [] : [{ unitId, from: validFrom, to: validTo }],
  );
  return { system: code.system, code: code.code, name, kind, places, row };
}

/** The recorded institutions of the same code systems, and those in the same communes. */
async function recordedLike(database: Database, fresh: readonly Described[]): Promise<Known[]> {
  const systems = [...new Set(fresh.map(({ system }) => system))];
  const units = [...new Set(fresh.flatMap(({ places }) => places.map(({ unitId }) => unitId)))];
  const { rows } = await sql<Known>`
    select used.system, used.code, there.name, there.kind, there.places
    from institution_code as used
    join lateral (
      select (array_agg(name order by valid_from desc nulls last))[1] as name,
        (array_agg(kind order by valid_from desc nulls last))[1] as kind,
        coalesce(json_agg(json_build_object('unitId', unit_id, 'from', valid_from, 'to', valid_to))
          filter (where unit_id = any(${units}::int[])), '[]') as places
      from institution_period
      where institution_id = used.institution_id and superseded_at is null
    ) as there on there.name is not null
    where used.superseded_at is null
      and (used.system = any(${systems}::text[]) or there.places::text <> '[]')
    order by used.id`.execute(database);
  return rows;
}

const ACCEPT = '--accept-likely-duplicates';

function question({ by, other }: { by: 'CODE' | 'NAME'; other: Known }): Reason {
  const { name, system, code, row } = other;
  const where = row
    ? { vi: `ở dòng ${row.number}`, en: `in row ${row.number}` }
    : { vi: 'đã có trong hồ sơ', en: 'which is recorded' };
  const like = {
    CODE: {
      vi: `trông giống mã ${code} của “${name}” ${where.vi}`,
      en: `looks like ${code} of “${name}”, ${where.en}`,
    },
    NAME: {
      vi: `trông giống “${name}” (${system} ${code}) cùng xã, ${where.vi}`,
      en: `looks like “${name}” (${system} ${code}) of the same commune, ${where.en}`,
    },
  }[by];
  const cells: Record<string, string> =
    by === 'CODE' ? { system, code } : { other_system: system, other_code: code };
  return {
    code: 'LIKELY_DUPLICATE',
    // What another row describes has no code that could be named before it is recorded.
    ...(!row && { same: cells }),
    text: {
      vi: `${like.vi}; nếu là cùng một cơ sở, hãy ghi đúng mã đó, hoặc ghi mã đó vào other_code (vào replaces_code nếu mã mới thay nó); nếu không, hãy nhập với ${ACCEPT}`,
      en: `${like.en}; if it is the same institution, write that code, or name it in other_code (in replaces_code, when the new code takes its place); if not, import with ${ACCEPT}`,
    },
  };
}

const SHORTENED: Reason = {
  code: 'LIKELY_DUPLICATE',
  text: {
    vi: `trông như số mà bảng tính đã rút gọn; hãy định dạng cột là Text và ghi lại mã đầy đủ; nếu mã đúng như vậy, hãy nhập với ${ACCEPT}`,
    en: `looks like a number that a spreadsheet shortened; format the column as text and write the whole code; if it is the code, import with ${ACCEPT}`,
  },
};
