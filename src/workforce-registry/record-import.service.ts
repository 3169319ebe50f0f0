import { change, refused, type Answer, type Done } from '../changes/change.service.js';
import { mayPlan, plansSomewhere } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { databaseOf } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { ImportError, type Problem, type Table } from '../shared/csv.js';
import type { ColumnChange, ImportOutcome } from '../vocabulary/imported-row.js';
import { changesOf } from './column-changes.js';
import { isIllustrative, readRecords } from './record-rows.js';
import { alteredOf, outcomesOf, planImport, type PlannedRow } from './record.import.js';
import type { Subject } from './record-kinds.js';
import { addVersions } from './record-versions.service.js';

/** The limit for the graph; the command line accepts any number. */
export const MOST_ROWS = 1000;

/** The graph returns at most this many problems, with their total number. */
export const MOST_PROBLEMS = 1000;

export interface ImportedRow extends Subject {
  row: number;
  outcome: ImportOutcome;
  unitId: number;
  validFrom: string;
  changes: ColumnChange[];
}

export interface Imported {
  dryRun: boolean;
  created: number;
  updated: number;
  unchanged: number;
  rows: ImportedRow[];
}

interface ImportRequest {
  content: string;
  dryRun: boolean;
  idempotencyKey?: string | null;
}

/**
 * Imports the counts of a CSV file or previews the import: all of it or, with any problem, nothing.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for viewers who plan for no unit.
 */
export async function importRecords(
  context: Context,
  input: ImportRequest,
): Promise<Answer<Imported> & { problems: readonly Problem[] }> {
  if (!plansSomewhere(requireViewer(context.viewer))) throw forbidden();
  try {
    const table = readRecords(new TextEncoder().encode(input.content));
    return { ...(await importTable(context, input, table)), problems: [] };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const { problems } = error;
    return { ...refused([unfit(problems.length)]), problems: problems.slice(0, MOST_PROBLEMS) };
  }
}

async function importTable(
  context: Context,
  input: ImportRequest,
  table: Table,
): Promise<Answer<Imported>> {
  const { dryRun } = input;
  const { length } = table.rows;
  if (length > MOST_ROWS) return refused([tooLong(length)]);
  const request = {
    action: 'workforceImport',
    input,
    // A preview writes nothing, so others need not wait for it.
    publishes: !dryRun,
    illustrative: table.rows.some(isIllustrative),
  };
  return change(context, request, async (em, at): Promise<Done<Imported>> => {
    const planned = await planImport(databaseOf(em), table, ({ path }) =>
      mayPlan(context.viewer, path),
    );
    const events = dryRun ? [] : await addVersions(em, alteredOf(planned), at);
    const value = { dryRun, ...outcomesOf(planned), rows: planned.map(told) };
    return { value, refusals: [], events };
  });
}

function told({ row, outcome, unitId, subject, content, stored }: PlannedRow): ImportedRow {
  const { validFrom } = content;
  return { row, outcome, unitId, ...subject, validFrom, changes: changesOf(stored, content) };
}

const unfit = (problems: number): Refusal => ({
  code: 'IMPORT_REFUSED',
  field: ['content'],
  text: {
    vi: `Tệp có ${problems} lỗi; chưa có gì được ghi.`,
    en: `The file has ${problems} problem(s); nothing was changed.`,
  },
});

const tooLong = (rows: number): Refusal => ({
  code: 'FILE_TOO_LONG',
  field: ['content'],
  text: {
    vi: `Tệp có ${rows} dòng; ở đây chỉ nhận nhiều nhất ${MOST_ROWS}. Hãy chia tệp, hoặc nhờ người vận hành nhập bằng dòng lệnh (hub import workforce).`,
    en: `The file has ${rows} rows; at most ${MOST_ROWS} are taken here. Split it, or ask an operator to import it on the command line (hub import workforce).`,
  },
});
