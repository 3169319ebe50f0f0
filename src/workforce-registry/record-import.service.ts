import { change, refused, type Answer, type Done } from '../changes/change.service.js';
import { recordImport, type ImportSource } from '../changes/import-run.service.js';
import { mayPlan, plansSomewhere } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { databaseOf } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { ImportError, type Problem, type Table } from '../shared/csv.js';
import {
  importedOf,
  type ColumnChange,
  type Imported,
  type ImportOutcome,
} from '../vocabulary/imported-row.js';
import { isIllustrative, readRecords } from './record-rows.js';
import { importedRow, planImport, writePlanned, type PlannedRow } from './record.import.js';
import type { Subject } from './record-kinds.js';

/** The limit for the graph; the command line accepts any number. */
export const MOST_ROWS = 1000;

/** The graph returns at most this many problems, with their total number. */
export const MOST_PROBLEMS = 1000;

export interface WorkforceImportedRow extends Subject {
  row: number;
  outcome: ImportOutcome;
  unitId: number;
  validFrom: string;
  changes: ColumnChange[];
}

export interface WorkforceImported extends Pick<Imported, 'created' | 'updated' | 'unchanged'> {
  dryRun: boolean;
  rows: WorkforceImportedRow[];
}

interface ImportRequest {
  content: string;
  fileName?: string | null;
  dryRun: boolean;
  idempotencyKey?: string | null;
}

/** What is told of a file, besides its effect. */
type ImportAnswer = Answer<WorkforceImported> & Record<'problems' | 'findings', readonly Problem[]>;

/**
 * Imports the counts of a CSV file or previews the import: all of it or, with any problem, nothing.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for viewers who plan for no unit.
 */
export async function importRecords(context: Context, input: ImportRequest): Promise<ImportAnswer> {
  if (!plansSomewhere(requireViewer(context.viewer))) throw forbidden();
  try {
    const table = readRecords(new TextEncoder().encode(input.content));
    const answer = await importTable(context, input, table);
    return { ...answer, problems: [], findings: answer.value ? table.notes : [] };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const problems = error.problems.slice(0, MOST_PROBLEMS);
    return { ...refused([unfit(error.problems.length)]), problems, findings: [] };
  }
}

async function importTable(
  context: Context,
  input: ImportRequest,
  table: Table,
): Promise<Answer<WorkforceImported>> {
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
  return change(context, request, async (em, at): Promise<Done<WorkforceImported>> => {
    const planned = await planImport(databaseOf(em), table, ({ path }) =>
      mayPlan(context.viewer, path),
    );
    const imported = dryRun
      ? importedOf(
          planned.map((row) => importedRow(row)),
          table.notes,
        )
      : await writePlanned(em, planned, table.notes, at);
    const { created, updated, unchanged, changed } = imported;
    const recorded =
      changed && !dryRun ? await recordImport(em, sourceOf(context, input), imported) : null;
    const value = { dryRun, created, updated, unchanged, rows: planned.map(told) };
    return { value, refusals: [], events: [...(recorded?.events ?? [])] };
  });
}

function sourceOf({ viewer, address }: Context, { fileName }: ImportRequest): ImportSource {
  const { accountId, name } = requireViewer(viewer);
  return {
    kind: 'WORKFORCE',
    file: fileName?.trim() || null,
    author: { accountId, name, address },
  };
}

function told({
  row,
  outcome,
  unitId,
  subject,
  content,
  changes,
}: PlannedRow): WorkforceImportedRow {
  return { row, outcome, unitId, ...subject, validFrom: content.validFrom, changes };
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
