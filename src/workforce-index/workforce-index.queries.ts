import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import { momentOf } from '../graphql/known-at.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import { assume, type Assumption } from './assumption.js';
import type { Edition } from './edition.js';
import { editionsInForce } from './edition.queries.js';
import { findInputs } from './found-inputs.js';
import {
  institutionsIndexed,
  recordsKnown,
  unitTreesOf,
  type IndexedInstitution,
  type SourcedRecord,
} from './index-facts.queries.js';
import { scoreIndex, withSums, type FoundInput, type IndexScore, type Inputs } from './score.js';

export interface IndexRow {
  unit: UnitRow;
  edition: Edition;
  year: number;
  asOf: LocalDate;
  knownAt: Date;
  assumptions: readonly Assumption[];
  records: readonly SourcedRecord[];
  institutions: readonly IndexedInstitution[];
  leaves: Inputs;
  inputs: ReadonlyMap<string, FoundInput>;
  expired: ReadonlySet<string>;
  score: IndexScore;
}

/** The editions by the moment at which they were in force; Infinity for now. */
const loadEditions = perRequest(
  'index editions',
  async ({ database }, moments: readonly number[]) => {
    const found = moments.map(async (moment) => {
      const knownAt = moment === Infinity ? null : new Date(moment);
      return [moment, await editionsInForce(database, knownAt)] as const;
    });
    return new Map(await Promise.all(found));
  },
);

/**
 * The newest version of the edition with a code; without a code, the edition for the kind of unit
 * in the year that began last. Null when there is none.
 * @param knownAt includes editions that were withdrawn since; null means now.
 */
export async function editionFor(
  context: Context,
  asked: { code: string | null; kind: UnitRow['kind']; year: number; knownAt: Date | null },
): Promise<Edition | null> {
  const { code, kind, year, knownAt } = asked;
  const editions = await loadEditions(context, momentOf(knownAt));
  const fitting = (editions ?? []).filter((edition) =>
    code === null
      ? edition.unitKinds.includes(kind) &&
        edition.firstYear <= year &&
        (edition.lastYear === null || edition.lastYear >= year)
      : edition.code === code,
  );
  return fitting.at(-1) ?? null;
}

/** The index of each unit on a date, as known at a moment; null means now. */
export async function indicesOf(
  database: Database,
  units: readonly UnitRow[],
  edition: Edition,
  at: { year: number; asOf: LocalDate; knownAt: Date | null; now: Date },
): Promise<IndexRow[]> {
  const { year, asOf, knownAt, now } = at;
  const ids = units.map(({ id }) => id);
  const [treeOf, records, institutions] = await Promise.all([
    unitTreesOf(database, ids, asOf, momentOf(knownAt)),
    recordsKnown(database, ids, asOf, knownAt),
    institutionsIndexed(database, ids, asOf, momentOf(knownAt)),
  ]);
  return units.map((unit) => {
    const found = {
      records: required(records, unit.id),
      institutions: required(institutions, unit.id),
    };
    const { leaves, expired } = findInputs(
      edition,
      { tree: treeOf(unit.id), ...found },
      { year, asOf },
    );
    const facts = { unit, edition, year, asOf, knownAt: knownAt ?? now, ...found };
    return scored({ ...facts, expired, assumptions: [] }, leaves);
  });
}

/** The same index as if the assumptions were true. */
export function assuming(row: IndexRow, assumptions: readonly Assumption[]): IndexRow {
  const leaves = assume(row.edition, row.leaves, row.institutions, assumptions);
  return scored({ ...row, assumptions }, leaves);
}

function scored(facts: Omit<IndexRow, 'leaves' | 'inputs' | 'score'>, leaves: Inputs): IndexRow {
  return {
    ...facts,
    leaves,
    inputs: withSums(facts.edition, leaves),
    score: scoreIndex(facts.edition, leaves),
  };
}

export interface PublishedIndexRow {
  unitId: number;
  indexCode: string;
  year: number;
  value: number;
  rank: number | null;
  ofHowMany: number | null;
  source: string;
  sourceStatus: SourceStatus;
  noteVi: string | null;
  noteEn: string | null;
}

export const loadPublished = perRequest(
  'published index',
  async ({ database }, unitIds: readonly number[]) => {
    const found = await sql<PublishedIndexRow>`
      select unit_id as "unitId", index_code as "indexCode", year, value::float8 as value, rank,
        of_how_many as "ofHowMany", source, source_status as "sourceStatus",
        note_vi as "noteVi", note_en as "noteEn"
      from published_index where unit_id = any(${[...unitIds]}::int[])
      order by year, index_code`.execute(database);
    return Map.groupBy(found.rows, (row) => row.unitId);
  },
);
