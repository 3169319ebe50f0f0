import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Problem } from '../shared/csv.js';
import type { Text } from '../shared/text.js';
import type { KeptRow } from './import-run.queries.js';
import { obstacle } from './obstacle.js';

/** What contradicts a unit: `id` is the unit’s, and `otherId` another unit’s, if it is one. */
interface Unfit {
  id: number;
  otherId: number | null;
  name: string;
}

const OTHER = sql`unit.id, other.id as "otherId", other.name || ' (' || other.code || ')' as name`;

/** What contradicts the days of a unit, and how it is told. */
const CHECKS: readonly (readonly [query: RawBuilder<Unfit>, text: Text])[] = [
  [
    sql`select ${OTHER} from administrative_unit as unit
      join administrative_unit as other on other.kind = unit.kind and other.code = unit.code
        and other.id <> unit.id and daterange(unit.valid_from, unit.valid_to, '[]')
          && daterange(other.valid_from, other.valid_to, '[]')`,
    { vi: 'mang cùng mã vào những ngày đó', en: 'has the same code on some of those days' },
  ],
  [
    sql`select ${OTHER} from administrative_unit as unit
      join administrative_unit as other on other.parent_id = unit.id
        and coalesce(other.valid_to, 'infinity') > unit.valid_to`,
    { vi: 'thuộc đơn vị này và còn lâu hơn', en: 'is under it and would outlive it' },
  ],
  [
    sql`select ${OTHER} from administrative_unit as unit
      join administrative_unit as other on other.id = unit.parent_id
        and other.valid_to < coalesce(unit.valid_to, 'infinity')`,
    { vi: 'là đơn vị trên và kết thúc sớm hơn', en: 'is above it and ends before it' },
  ],
  [
    sql`select ${OTHER} from administrative_unit as unit
      join unit_succession as succession on succession.predecessor_id = unit.id
      join administrative_unit as other on other.id = succession.successor_id
      where unit.valid_to is distinct from succession.effective_on - 1`,
    { vi: 'kế thừa đơn vị này từ ngày hôm sau', en: 'succeeds it on the day after its last' },
  ],
  [
    sql`select ${OTHER} from administrative_unit as unit
      join unit_succession as succession on succession.successor_id = unit.id
      join administrative_unit as other on other.id = succession.predecessor_id
      where succession.effective_on > unit.valid_to`,
    { vi: 'được đơn vị này kế thừa sau ngày đó', en: 'is succeeded by it after that day' },
  ],
  [
    sql`select unit.id, null::int as "otherId", record.kind || ' ' || version.valid_from as name
      from administrative_unit as unit
      join workforce_record as record on record.unit_id = unit.id
      join workforce_record_version as version on version.record_id = record.id
        and version.superseded_at is null and not version.removed
      where version.valid_from > unit.valid_to`,
    { vi: 'là số đếm sau ngày đó', en: 'is a count of a day after its last' },
  ],
  [
    sql`select unit.id, null::int as "otherId", result.index_code || ' ' || result.year as name
      from administrative_unit as unit join published_index as result on result.unit_id = unit.id
      where make_date(result.year, 12, 31) > unit.valid_to`,
    { vi: 'là kết quả của năm sau ngày đó', en: 'is a result of a year whose end it does not see' },
  ],
];

/**
 * What no longer fits to units that end on another day again.
 * @param rows all rows of the import; what it created goes with it.
 */
export async function unfitUnits(
  database: Database,
  ended: readonly KeptRow[],
  rows: readonly KeptRow[],
): Promise<Problem[]> {
  if (ended.length === 0) return [];
  const rowOf = new Map(ended.map((row) => [row.subjectId, row]));
  const created = new Set(
    rows.flatMap(({ outcome, subjectId }) => (outcome === 'CREATED' ? [subjectId] : [])),
  );
  const problems: Problem[] = [];
  for (const [query, { vi, en }] of CHECKS) {
    const found = await sql<Unfit>`
      select * from (${query}) as found where id = any(${[...rowOf.keys()]}::int[])
      order by id, name`.execute(database);
    for (const { id, otherId, name } of found.rows)
      if (otherId === null || !created.has(otherId))
        problems.push(
          obstacle(rowOf.get(id)!, 'LEFT_UNFIT', { vi: `“${name}” ${vi}`, en: `“${name}” ${en}` }),
        );
  }
  return problems;
}
