import { sql } from 'kysely';
import { insertRows } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { FileImported } from '../imports/import-file.service.js';
import type { Problem } from '../shared/csv.js';
import type { ImportedRow } from '../vocabulary/imported-row.js';
import { ImportJobRow } from './import-job-row.entity.js';
import type { ImportJobRowKind } from './import-job.enums.js';
import type { ImportJobData } from './import-job.queries.js';
import { LostTurn } from './job-turn.js';

/** What is asked, and can be so; everything else that refuses a row is wrong. */
const QUESTIONS = ['LIKELY_DUPLICATE', 'SUCCESSION_CROSSES', 'WOULD_REOPEN'];

/** So many problems of a file are kept, besides their number. */
const MOST_PROBLEMS = 5000;

type KeptRow = Pick<ImportedRow, 'row'> & {
  kind: ImportJobRowKind;
  columnName?: string | null;
} & Partial<Pick<Problem, 'value' | 'code' | 'text' | 'same'>>;

interface Counts {
  created: number | null;
  updated: number | null;
  unchanged: number | null;
  digest: string | null;
}

const UNKNOWN: Counts = { created: null, updated: null, unchanged: null, digest: null };

/** Keeps what is in the way of a file, or of its undoing. */
export async function keepFound(
  em: EntityManager,
  job: ImportJobData,
  { problems, findings }: Record<'problems' | 'findings', readonly Problem[]>,
): Promise<void> {
  await keep(em, job, UNKNOWN, foundRows(problems, findings));
}

/** Keeps what a file would change, and what is asked about it. */
export async function keepOutcome(
  em: EntityManager,
  job: ImportJobData,
  { created, updated, unchanged, findings, rows }: FileImported,
  digest: string,
): Promise<void> {
  const counts = { created, updated, unchanged, digest };
  await keep(em, job, counts, foundRows([], findings));
  await insertRows(em, ImportJobRow, changedRows(job, rows));
}

/** One after the other, because a register has thousands. */
function* changedRows(job: ImportJobData, rows: Iterable<ImportedRow>) {
  for (const { row, outcome, subject, changes } of rows)
    if (outcome !== 'UNCHANGED') yield { job: job.id, row, kind: outcome, subject, changes };
}

/** A question may come as what refuses a file, or as what its author should know of it. */
function foundRows(problems: readonly Problem[], findings: readonly Problem[]): KeptRow[] {
  const kindOf = ({ code }: Problem, otherwise: ImportJobRowKind) =>
    QUESTIONS.includes(code) ? 'QUESTION' : otherwise;
  const kept = ({ column, ...found }: Problem, kind: ImportJobRowKind) => ({
    ...found,
    kind,
    columnName: column,
  });
  return [
    ...problems.map((found) => kept(found, kindOf(found, 'PROBLEM'))),
    ...findings.map((found) => kept(found, kindOf(found, 'FINDING'))),
  ];
}

async function keep(
  em: EntityManager,
  job: ImportJobData,
  { created, updated, unchanged, digest }: Counts,
  rows: readonly KeptRow[],
): Promise<void> {
  const database = databaseOf(em);
  const countOf = (wanted: ImportJobRowKind) => rows.filter(({ kind }) => kind === wanted).length;
  const told = job.told && JSON.stringify(job.told);
  const { numAffectedRows } = await sql`
    update import_job set state = 'CHECKED', taken_until = null, attempts = 0, percent = 100,
      created = ${created}, updated = ${updated}, unchanged = ${unchanged}, digest = ${digest},
      problems = ${countOf('PROBLEM')}, questions = ${countOf('QUESTION')}, told = ${told}::jsonb,
      version = version + 1
    where id = ${job.id} and state = ${job.state} and attempts = ${job.attempts}`.execute(database);
  if (numAffectedRows !== 1n) throw new LostTurn();
  await sql`delete from import_job_row where job_id = ${job.id}`.execute(database);
  let problems = 0;
  const shown = rows.filter(({ kind }) => kind !== 'PROBLEM' || (problems += 1) <= MOST_PROBLEMS);
  await insertRows(
    em,
    ImportJobRow,
    shown.map((row) => ({ job: job.id, ...row })),
  );
}
