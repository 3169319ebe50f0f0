import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { readViewer } from '../accounts/account.queries.js';
import type { Viewer } from '../auth/viewer.js';
import { trailOf, type Author } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { publish } from '../database/publish.js';
import { importFile, type FileImported } from '../imports/import-file.service.js';
import { alreadyUndone, mayUndo } from '../imports/import-undo.service.js';
import { runById } from '../imports/import-run.queries.js';
import { undoImport } from '../imports/undo.service.js';
import { ImportError, type Problem, type Reason } from '../shared/csv.js';
import { dateInVietnam } from '../shared/dates.js';
import { FileRefused } from '../shared/file-refused.js';
import type { ImportedRow } from '../vocabulary/imported-row.js';
import { jobs, type ImportJobData } from './import-job.queries.js';
import { rowAnswers } from './job-answers.queries.js';
import { keepFound, keepOutcome } from './job-rows.queries.js';
import { mayBring, mayBringFor } from './job-rights.js';
import { ACCOUNT_GONE, CHANGED_SINCE, LostTurn } from './job-turn.js';

/** Tells how much of a step is done, in percent. */
export type TellPercent = (percent: number) => void;

interface Work {
  em: EntityManager;
  job: ImportJobData;
  viewer: Viewer;
  author: Author;
  tell: TellPercent;
}

/**
 * Does the step of a job that was taken: looks at a file, or saves it. A file is saved in one
 * transaction together with the state of its job, so that it is saved once or not at all, whatever
 * happens to the hub.
 */
export async function workOnJob(em: EntityManager, id: number, tell: TellPercent): Promise<void> {
  const database = databaseOf(em);
  const job: ImportJobData | undefined = await jobs(database)
    .where('job.id', '=', id)
    .executeTakeFirst();
  if (!job || (job.state !== 'CHECKING' && job.state !== 'SAVING')) return;
  const { accountId, accountName, address } = job;
  const viewer = await readViewer(
    database,
    { id: accountId },
    // It was begun by somebody who was let in.
    { family: null, today: dateInVietnam(new Date()), secondFactorRequired: false },
  );
  if (!viewer || !mayBring(viewer, job.kind)) return endStep(database, job, 'FAILED', ACCOUNT_GONE);
  const work = { em, job, viewer, author: { accountId, name: accountName, address }, tell };
  if (job.undoesId !== null) await undo(work, job.undoesId);
  else if (job.state === 'CHECKING') await check(work);
  else await save(work);
}

async function check(work: Work): Promise<void> {
  const { em, job } = work;
  const found = await refusedOr(() => preview(work));
  await em.fork().transactional(async (within) => {
    if ('problems' in found) await keepFound(within, job, found);
    else await keepOutcome(within, job, found, digestOf(found.rows));
  });
}

/** What a file would do. Only institutions come in thousands; they are looked at without a publication. */
async function preview(work: Work): Promise<FileImported> {
  const { em, job } = work;
  if (job.kind === 'INSTITUTIONS')
    return em.fork().transactional((within) => bring(work, within, new Date(), true));
  return publish(em, (within, at) => bring(work, within, at, true), { dryRun: true });
}

async function bring(
  { job, viewer, author, tell }: Work,
  em: EntityManager,
  at: Date,
  looksOnly: boolean,
): Promise<FileImported> {
  const database = databaseOf(em);
  const { rows } = await sql<{ content: Buffer }>`
    select content from import_job where id = ${job.id}`.execute(database);
  const content = rows[0]?.content ?? Buffer.alloc(0);
  const source = { kind: job.kind, file: job.file, author, action: 'importJobSave' };
  return importFile(em, source, content, at, {
    from: job.from,
    answers: rowAnswers(job.answers),
    mayKeep: mayBringFor(viewer),
    progress: (done, total) => tell(Math.round((done * 100) / Math.max(total, 1))),
    ...(looksOnly && { dryRun: true, planOnly: true }),
  });
}

async function save(work: Work): Promise<void> {
  const { em, job } = work;
  const saved = await refusedOr(() =>
    publish(em, async (within, at) => {
      const imported = await bring(work, within, at, false);
      const asSeen = digestOf(imported.rows) === job.digest;
      if (asSeen) await endAsSaved(databaseOf(within), job, imported);
      return { ...imported, changed: imported.changed && asSeen, asSeen };
    }),
  );
  // What others have changed since is looked at again, before anything is saved.
  if ('problems' in saved || !saved.asSeen)
    await endStep(databaseOf(em), job, 'CHECKING', CHANGED_SINCE);
}

async function endAsSaved(
  database: Database,
  job: ImportJobData,
  { id, created, updated, unchanged }: FileImported,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update import_job set state = 'SAVED', taken_until = null, percent = 100, run_id = ${id},
      created = ${created}, updated = ${updated}, unchanged = ${unchanged}, content = null,
      version = version + 1
    where id = ${job.id} and state = 'SAVING' and attempts = ${job.attempts}`.execute(database);
  if (numAffectedRows !== 1n) throw new LostTurn();
  await sql`delete from import_job_row where job_id = ${job.id}`.execute(database);
}

async function undo({ em, job, viewer, author }: Work, runId: number): Promise<void> {
  const database = databaseOf(em);
  const run = await runById(database, runId);
  if (!run || !(await mayUndo({ viewer }, database, run)))
    return endStep(database, job, 'FAILED', ACCOUNT_GONE);
  if (run.undoneAt !== null) return endStep(database, job, 'FAILED', alreadyUndone(run));
  const { obstacles } = await publish(em, async (within, at) => {
    const undone = await undoImport(within, run, viewer.name);
    const free = undone.obstacles.length === 0;
    if (free) {
      const inside = databaseOf(within);
      await trailOf(author, 'importUndo', undone.events, at).execute(inside);
      const counts = { created: 0, updated: undone.rows.length, unchanged: 0 };
      await endAsSaved(inside, job, { ...NOTHING, ...counts, id: null });
    }
    return { ...undone, changed: free };
  });
  if (obstacles.length > 0)
    await em
      .fork()
      .transactional((within) => keepFound(within, job, { problems: obstacles, findings: [] }));
}

const NOTHING = { changed: true, rows: [], findings: [], notes: [] };

/** What came of it, or what refused the file. */
async function refusedOr<Outcome extends object>(
  work: () => Promise<Outcome>,
): Promise<Outcome | { problems: readonly Problem[]; findings: readonly Problem[] }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportError) return { problems: error.problems, findings: error.notes };
    if (!(error instanceof FileRefused)) throw error;
    const { code } = error;
    const problems = error.problems.map(({ path, text }) => ({
      ...{ row: 1, column: path || null, value: null, code, text },
    }));
    return { problems, findings: [] };
  }
}

/** Of what would change: the same file at another state of the register may do something else. */
function digestOf(rows: Iterable<ImportedRow>): string {
  const hash = createHash('sha256');
  for (const { row, outcome, changes } of rows)
    if (outcome !== 'UNCHANGED') hash.update(JSON.stringify([row, outcome, changes]));
  return hash.digest('base64url');
}

async function endStep(
  database: Database,
  { id, attempts }: ImportJobData,
  state: 'CHECKING' | 'FAILED',
  told: Reason,
): Promise<void> {
  await sql`
    update import_job set state = ${state}, taken_until = null, attempts = 0, percent = 0,
      told = ${JSON.stringify({ code: told.code, text: told.text })}::jsonb, version = version + 1
    where id = ${id} and attempts = ${attempts} and state in ('CHECKING', 'SAVING')`.execute(
    database,
  );
}

/** Says that a job cannot be done, and why. */
export async function failJob(database: Database, id: number, told: Reason): Promise<void> {
  await sql`
    update import_job set state = 'FAILED', taken_until = null, version = version + 1,
      told = ${JSON.stringify(told)}::jsonb
    where id = ${id} and state in ('CHECKING', 'SAVING')`.execute(database);
}
