import type { Database } from '../database/orm.js';
import type { Row } from '../shared/csv.js';
import { firstOf, paired, required } from '../shared/required.js';
import { settleByRecorded } from './code-holder.queries.js';
import type { SettledCode } from './code-holders.js';
import { CODE_COLUMN_HELP } from './code-columns.js';
import { codeKey, type CodeRecord } from './codes.js';
import { codesForUncoded } from './hub-codes.queries.js';
import { INSTITUTION_COLUMNS } from './institution-columns.js';
import type { CodedHead, RowHead } from './institution-row.js';

/** What a row says of the code that it has. */
export interface RowCode extends SettledCode {
  row: Row;
  code: CodeRecord;
}

export interface RowGroup {
  institutionId: number;
  /** The rows that tell of the institution, in order of their days. */
  heads: [CodedHead, ...CodedHead[]];
  /** Rows that say the same of it as one of those, for a further code. */
  further: CodedHead[];
  /** Each code once. */
  codes: RowCode[];
}

/**
 * The rows by institution. An institution that has several codes may have a row for each: rows of the
 * same day have to say the same of it.
 */
export async function groupByInstitution(
  database: Database,
  heads: readonly CodedHead[],
): Promise<RowGroup[]> {
  const settlements = await settleByRecorded(
    database,
    heads.map(({ row, code, day, openedOn, closedOn }) => ({
      ...code,
      name: row.optional('name') ?? '',
      day: day ?? openedOn,
      ...{ openedOn, closedOn },
    })),
  );
  const settled = paired(heads, settlements).flatMap(([head, settlement]) => {
    if (!('problem' in settlement)) return { head, settlement };
    head.row.refuse(settlement.problem.column, settlement.problem);
    return [];
  });
  const groups = Map.groupBy(settled, ({ settlement }) => settlement.institutionId);
  return [...groups].map(([institutionId, rows]) => {
    const inOrder = rows
      .map(({ head }) => head)
      .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
    return { institutionId, ...toldOnce(inOrder), codes: codesOf(rows) };
  });
}

function toldOnce(inOrder: readonly CodedHead[]): Pick<RowGroup, 'heads' | 'further'> {
  const heads: RowGroup['heads'] = [firstOf(inOrder)];
  const further: CodedHead[] = [];
  for (const head of inOrder.slice(1)) {
    const said = heads.find(({ day }) => day === head.day);
    if (!said || codeKey(said.code) === codeKey(head.code)) heads.push(head);
    else {
      refuseOtherFacts(said.row, head.row);
      further.push(head);
    }
  }
  return { heads, further };
}

/** Only the earliest row adds a code. */
function codesOf(rows: readonly { head: CodedHead; settlement: SettledCode }[]): RowCode[] {
  return [...Map.groupBy(rows, ({ head }) => codeKey(head.code)).values()].map((same) => {
    const first = same.find(({ settlement }) => settlement.added) ?? firstOf(same);
    const changed = same.flatMap(({ settlement }) => settlement.changed);
    const { row, code } = first.head;
    return { ...first.settlement, row, code, changed };
  });
}

const OF_CODES = ['system', ...Object.keys(CODE_COLUMN_HELP)];
const OF_INSTITUTION = INSTITUTION_COLUMNS.optional.filter((column) => !OF_CODES.includes(column));

/** Two rows about one institution, each for another code, would each describe all of it. */
function refuseOtherFacts(said: Row, row: Row): void {
  const other = OF_INSTITUTION.filter((column) => row.optional(column) !== said.optional(column));
  for (const column of other)
    row.refuse(column, {
      code: 'INSTITUTION_TWICE',
      text: {
        vi: `dòng ${said.number} nói về chính cơ sở này, với giá trị khác; hãy ghi giống nhau, hoặc ghi ngày thay đổi vào changed_on`,
        en: `row ${said.number} is about the same institution and says something else; write the same, or give the day of the change in changed_on`,
      },
    });
}

/**
 * Gives rows without a code that of their institution, or one of the hub. Call it inside `publish`.
 * @returns the rows with a code, and the names of the institutions that got one of the hub.
 */
export async function withCodes(
  database: Database,
  heads: readonly RowHead[],
): Promise<{ coded: CodedHead[]; given: string[] }> {
  const without = heads.filter(({ code }) => code === null);
  const codes = await codesForUncoded(
    database,
    without.map(({ row, openedOn }) => {
      const unit = row.optional('unit_code');
      const kind = (row.optional('unit_kind') ?? 'COMMUNE').toUpperCase();
      return {
        name: row.optional('name') ?? '',
        unit: unit === null ? null : { code: unit, kind },
        openedOn,
      };
    }),
  );
  const given: string[] = [];
  const codeOf = new Map(paired(without, codes));
  const coded = heads.flatMap((head): CodedHead[] => {
    if (isCoded(head)) return [head];
    const found = required(codeOf, head);
    if ('problem' in found) {
      head.row.refuse('code', found.problem);
      return [];
    }
    if (found.fresh) given.push(`${found.code.code} ${head.row.optional('name') ?? ''}`.trim());
    return [{ ...head, code: found.code }];
  });
  return { coded, given };
}

function isCoded(head: RowHead): head is CodedHead {
  return head.code !== null;
}
