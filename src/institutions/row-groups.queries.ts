import type { Database } from '../database/orm.js';
import type { Reason, Row } from '../shared/csv.js';
import { settleByRecorded } from './code-holder.queries.js';
import type { SettledCode } from './code-holders.js';
import { codeKey } from './codes.js';
import { codesForUncoded } from './hub-codes.queries.js';
import type { CodedHead, RowHead } from './institution-row.js';

/** The rows about one institution, in order of their days. */
export interface RowGroup {
  heads: [CodedHead, ...CodedHead[]];
  settled: SettledCode;
}

/**
 * The rows by institution. Two codes of one institution in one file would each describe all of it,
 * perhaps differently, so they are refused.
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
  const groups = new Map<number, RowGroup>();
  for (const [index, settled] of settlements.entries()) {
    const head = heads[index]!;
    const { row, code } = head;
    if ('problem' in settled) {
      row.refuse(settled.problem.column, settled.problem);
      continue;
    }
    const group = groups.get(settled.institutionId);
    if (!group) groups.set(settled.institutionId, { heads: [head], settled });
    else if (codeKey(group.heads[0].code) === codeKey(code)) {
      group.heads.push(head);
      // Only the earliest row adds the code.
      group.settled.added ||= settled.added;
      group.settled.changed.push(...settled.changed);
    } else row.refuse('code', twins(group.heads[0].row));
  }
  for (const { heads } of groups.values())
    heads.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  return [...groups.values()];
}

function twins(row: Row): Reason {
  return {
    code: 'INSTITUTION_TWICE',
    text: {
      vi: `dòng ${row.number} nói về chính cơ sở này; hãy giữ một dòng`,
      en: `row ${row.number} is about the same institution; keep one of them`,
    },
  };
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
  const codeOf = new Map(without.map((head, index) => [head, codes[index]!]));
  const coded = heads.flatMap((head): CodedHead[] => {
    if (head.code !== null) return [{ ...head, code: head.code }];
    const found = codeOf.get(head)!;
    if ('problem' in found) {
      head.row.refuse('code', found.problem);
      return [];
    }
    if (found.fresh) given.push(`${found.code.code} ${head.row.optional('name') ?? ''}`.trim());
    return [{ ...head, code: found.code }];
  });
  return { coded, given };
}
