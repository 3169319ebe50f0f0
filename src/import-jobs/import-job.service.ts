import { sql } from 'kysely';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Done, type Event } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound, requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { alreadyUndone, mayUndo } from '../imports/import-undo.service.js';
import { maySee, runById } from '../imports/import-run.queries.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import type { ImportKind } from '../vocabulary/imported-row.js';
import type { ImportAnswer, ImportJobState } from './import-job.enums.js';
import { jobs, maySeeJob, type ImportJobData } from './import-job.queries.js';
import { answersAfter, type GivenAnswers } from './job-answers.queries.js';
import * as refusals from './job-refusals.js';
import { mayBring } from './job-rights.js';

const LONGEST_NAME = 200;

interface Keyed {
  idempotencyKey?: string | null;
}

interface Id {
  id: number;
}

export interface StartRequest extends Keyed {
  kind: ImportKind;
  fileName: string;
  content?: string | null;
  from?: LocalDate | null;
}

/**
 * Takes a file that the hub looks at in its own time; without a content it is sent to an address.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for who may not bring files of the kind.
 */
export function startJob(context: Context, input: StartRequest): Promise<Answer<Id>> {
  const { accountId, name } = requireViewer(context.viewer);
  const { kind, content = null, from = null } = input;
  if (!mayBring(context.viewer, kind)) throw forbidden();
  return change(context, { action: 'importJobStart', input, publishes: false }, async (em, at) => {
    const database = databaseOf(em);
    const file = input.fileName.normalize('NFC').trim();
    const found: Refusal[] = requiredTextProblems(file, 'fileName', LONGEST_NAME);
    if (content?.trim() === '') found.push(refusals.FILE_EMPTY);
    if (from && kind !== 'INSTITUTIONS') found.push(refusals.WRONG_DAY);
    if ((await openJobs(database, accountId)) >= refusals.MOST_OPEN)
      found.push(refusals.TOO_MANY_OPEN);
    if (found.length > 0) return refused(found);
    const job = { kind, file, accountId, name, address: context.address, from, at };
    const state = content === null ? 'RECEIVING' : 'CHECKING';
    const bytes = content === null ? null : bytesOf(content, file);
    const id = await insertJob(database, { ...job, state, bytes, undoes: null });
    return doneWith(id, 1, null, { kind, file, ...(from && { from }) });
  });
}

/**
 * Undoes an import in the hub's own time.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function startUndo(
  context: Context,
  { runId, input }: { runId: number; input: Keyed },
): Promise<Answer<Id>> {
  const { accountId, name } = requireViewer(context.viewer);
  return change(context, { action: 'importJobUndo', input, publishes: false }, async (em, at) => {
    const database = databaseOf(em);
    const run = await runById(database, runId);
    if (!run || !maySee(context.viewer, run)) return refused([notFound('id')]);
    if (!(await mayUndo(context, database, run))) throw forbidden();
    if (run.undoneAt !== null) return refused([alreadyUndone(run)]);
    if ((await openJobs(database, accountId)) >= refusals.MOST_OPEN)
      return refused([refusals.TOO_MANY_OPEN]);
    const { kind, file } = run;
    const job = { kind, file: file ?? '', accountId, name, address: context.address, at };
    const undoing = { ...job, from: null, state: 'SAVING' as const, bytes: null, undoes: run.id };
    const id = await insertJob(database, undoing);
    return doneWith(id, 1, null, { import: run.id, file });
  });
}

interface NewJob {
  kind: ImportKind;
  file: string;
  accountId: number;
  name: string;
  address: string | null;
  from: LocalDate | null;
  at: Date;
  state: ImportJobState;
  bytes: Buffer | null;
  undoes: number | null;
}

async function insertJob(database: Database, job: NewJob): Promise<number> {
  const { kind, file, accountId, name, address, from, at, state, bytes, undoes } = job;
  const { rows } = await sql<Id>`
    insert into import_job (kind, file, account_id, account_name, address, created_at, state, content,
      from_day, answers, undoes_id)
    values (${kind}, ${file}, ${accountId}, ${name}, ${address}, ${at}, ${state}, ${bytes}, ${from},
      '{}', ${undoes})
    returning id`.execute(database);
  return firstOf(rows).id;
}

async function openJobs(database: Database, accountId: number): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from import_job where account_id = ${accountId}
      and state in ('CHECKING', 'CHECKED', 'SAVING')`.execute(database);
  return firstOf(rows).open;
}

/** A workbook comes in Base64, in which every ZIP begins with the same letters. */
function bytesOf(content: string, file: string): Buffer {
  const isWorkbook = /\.(xls[a-z]?|ods)$/i.test(file) || content.startsWith('UEsDB');
  return Buffer.from(content, isWorkbook ? 'base64' : 'utf8');
}

interface JobRequest {
  /** The row id; null for a malformed id. */
  jobId: number | null;
  input: Keyed & { version: number };
}

/** Keeps answers to what was asked about rows, and lets the hub look at the file again. */
export function answerJob(
  context: Context,
  request: JobRequest,
  given: GivenAnswers,
): Promise<Answer<Id>> {
  return changeJob(context, 'importJobAnswer', request, async (database, job) => {
    if (!['CHECKED', 'FAILED'].includes(job.state) || job.undoesId !== null)
      return [refusals.NOT_CHECKED];
    const { answers, unfit } = await answersAfter(database, job, given);
    if (unfit.length > 0) return unfit.map(refusals.answerUnfit);
    await sql`
      update import_job set state = 'CHECKING', attempts = 0, taken_until = null, percent = 0,
        answers = ${JSON.stringify(answers)}::jsonb, told = null, version = version + 1
      where id = ${job.id}`.execute(database);
    return { answered: countsOf(Object.values(answers).map(({ answer }) => answer)) };
  });
}

function countsOf(answers: readonly ImportAnswer[]): Partial<Record<ImportAnswer, number>> {
  const groups = Map.groupBy(answers, (answer) => answer);
  return Object.fromEntries([...groups].map(([answer, { length }]) => [answer, length]));
}

/** Lets the hub save a file, of which nothing is in the way. */
export function saveJob(context: Context, request: JobRequest): Promise<Answer<Id>> {
  return changeJob(context, 'importJobSave', request, async (database, job) => {
    if (job.state !== 'CHECKED' || job.undoesId !== null) return [refusals.NOT_CHECKED];
    if (job.problems !== 0 || job.questions !== 0) return [refusals.NOT_SETTLED];
    if ((job.created ?? 0) + (job.updated ?? 0) === 0) return [refusals.CHANGES_NOTHING];
    await sql`
      update import_job set state = 'SAVING', attempts = 0, taken_until = null, percent = 0, told = null,
        version = version + 1
      where id = ${job.id}`.execute(database);
    return { created: job.created, updated: job.updated };
  });
}

/** Throws a file away that is not being saved. */
export function discardJob(context: Context, request: JobRequest): Promise<Answer<Id>> {
  return changeJob(context, 'importJobDiscard', request, async (database, job) => {
    if (!['RECEIVING', 'CHECKING', 'CHECKED', 'FAILED'].includes(job.state))
      return [refusals.NOT_CHECKED];
    await sql`
      with emptied as (delete from import_job_row where job_id = ${job.id})
      update import_job set state = 'DISCARDED', taken_until = null, content = null,
        version = version + 1
      where id = ${job.id}`.execute(database);
    return { discarded: true };
  });
}

/** @param work gives what the trail says of it, or the reasons why nothing was done. */
function changeJob(
  context: Context,
  action: string,
  { jobId, input }: JobRequest,
  work: (database: Database, job: ImportJobData) => Promise<object | Refusal[]>,
): Promise<Answer<Id>> {
  requireViewer(context.viewer);
  return change(context, { action, input, publishes: false }, async (em): Promise<Done<Id>> => {
    const database = databaseOf(em);
    const job: ImportJobData | undefined = await jobs(database)
      .where('job.id', '=', jobId ?? 0)
      .forUpdate('job')
      .executeTakeFirst();
    if (!job || !maySeeJob(context.viewer, job)) return refused([notFound('id')]);
    if (!mayBring(context.viewer, job.kind)) throw forbidden();
    const subject = { subjectType: 'ImportJob', subjectId: job.id };
    const { version: seen } = input;
    if (job.version !== seen)
      return refused([await conflictWith(database, { ...subject, present: job.version, seen })]);
    const told = await work(database, job);
    if (Array.isArray(told)) return refused(told);
    const about = { kind: job.kind, file: job.file };
    return doneWith(job.id, job.version + 1, { state: job.state }, { ...about, ...told });
  });
}

function doneWith(id: number, version: number, before: object | null, after: object): Done<Id> {
  const subject = { subjectType: 'ImportJob', subjectId: id, subjectVersion: version };
  const event: Event = { ...subject, before, after };
  return { value: { id }, refusals: [], events: [event] };
}
