import { mayBringForm } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Done } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import { rowIdOf } from '../graphql/node.js';
import type { Refusal } from '../graphql/user-error.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { required } from '../shared/required.js';
import { entriesOf } from '../status-updates/answer-input.js';
import type { ChangedUpdate } from '../status-updates/change-update.service.js';
import { approvedAnswersOf, prefillOf } from '../status-updates/prefill.queries.js';
import { save } from '../status-updates/saving.service.js';
import { handIn, problemsOf } from '../status-updates/submission.service.js';
import { criteriaFor, standingOf } from '../status-updates/work.js';
import { workToSave, worksOf, type BegunWork, type Work } from '../status-updates/work.queries.js';
import { outOfTurn } from '../status-updates/workflow.js';
import { changesIn, inputOf, type ImportedAnswer } from './form-changes.js';
import { refusalOfEdition, refusalOfPlace, unfit, unreadable } from './form-refusals.js';
import { openForm, type OpenedForm } from './open-form.js';
import { columnOfPart, placeOf, readForm, type FormProblem } from './read-form.js';
import { presentAnswers } from './report-form.queries.js';

export interface FormImportRequest {
  content: string;
  institution?: string | null;
  round?: string | null;
  dryRun: boolean;
  submit: boolean;
  version?: number | null;
  note?: string | null;
  idempotencyKey?: string | null;
}

/** What a form says, and what became of it. */
export interface FormImported {
  /** Row ids; null where the file is no form. */
  institutionId: number | null;
  roundId: number | null;
  /** That of the report against which the form was read; null where there was none. */
  version: number | null;
  answers: readonly ImportedAnswer[];
  problems: readonly FormProblem[];
  /** What keeps the report from being handed in, with the answers of the form. */
  missing: readonly Refusal[];
  answer: Answer<ChangedUpdate>;
}

const NOTHING: Omit<FormImported, 'answer'> = {
  institutionId: null,
  roundId: null,
  version: null,
  answers: [],
  problems: [],
  missing: [],
};

/**
 * Takes in a form that was filled in offline: looked at, saved as a draft, or handed in, by the very rules of the page
 * of the report. With any problem nothing is saved.
 * @throws RequestError UNAUTHENTICATED; FORBIDDEN for who neither reports for the institution nor plans there.
 */
export async function importForm(
  context: Context,
  input: FormImportRequest,
): Promise<FormImported> {
  requireViewer(context.viewer);
  const form = await openForm(Buffer.from(input.content, 'base64'));
  if ('problem' in form) return { ...NOTHING, answer: refused([unreadable(form.problem)]) };
  const { institutionId, roundId } = form;
  const place = await loadPlace(context, institutionId);
  if (!place) return { ...NOTHING, answer: refused([notFound('content')]) };
  if (!mayBringForm(context.viewer, place)) throw forbidden();
  const known = { ...NOTHING, institutionId, roundId };
  const elsewhere = refusalOfPlace(form, {
    institutionId: rowIdOf('Institution', input.institution),
    roundId: rowIdOf('ReportingRound', input.round),
  });
  if (elsewhere) return { ...known, answer: refused([elsewhere]) };
  const found: { read: Omit<FormImported, 'answer'> } = { read: known };
  const work = async (em: EntityManager, at: Date) => {
    const { read, done } = await take(context, em, form, input, at);
    found.read = read;
    return done;
  };
  const answer = await (input.dryRun
    ? lookedAt(context, work)
    : change(context, { action: 'statusUpdateImport', input, publishes: input.submit }, work));
  return { ...found.read, answer };
}

/** Does everything and takes it back, so that what is shown is what would be. */
async function lookedAt(
  { em, now }: Context,
  work: (em: EntityManager, at: Date) => Promise<Done<ChangedUpdate>>,
): Promise<Answer<ChangedUpdate>> {
  const fork = em.fork();
  await fork.begin();
  try {
    const { refusals } = await work(fork, now);
    return { value: null, refusals };
  } finally {
    await fork.rollback();
  }
}

interface Taken {
  read: Omit<FormImported, 'answer'>;
  done: Done<ChangedUpdate>;
}

/** Reads the form against the report as it is in this transaction, and saves what it changes. */
async function take(
  context: Context,
  em: EntityManager,
  form: OpenedForm,
  input: FormImportRequest,
  at: Date,
): Promise<Taken> {
  const { institutionId, roundId } = form;
  const database = databaseOf(em);
  const known = { ...NOTHING, institutionId, roundId };
  const stop = (...refusals: Refusal[]): Taken => ({ read: known, done: refused(refusals) });
  const work = await workToSave(institutionId, roundId, context.today).ask(database);
  if (!work) return stop(notFound('round'));
  const lock = outOfTurn('save', standingOf(work, context.viewer, context.today));
  if (lock) return stop({ ...lock, field: ['round'] });
  const edition = refusalOfEdition(form, work);
  if (edition) return stop(edition);

  const { answers, problems } = await readAgainst(context, database, form, work);
  const version = work.updateId === null ? null : work.version;
  const read = { ...known, version, answers, problems };
  if (problems.length > 0) return { read, done: refused([unfit(problems.length)]) };
  if (answers.length === 0 && !input.dryRun && !input.submit)
    return { read, done: unchanged(work) };
  const seen = input.dryRun ? version : (input.version ?? null);
  const request = { version: seen, answers: answers.map(inputOf) };
  const saved = await save(context, em, work, request, at);
  if (!saved.value) return { read, done: saved };
  const begun = required(await worksOf(database, [saved.value.id], context.today), saved.value.id);
  const missing = problemsOf(begun);
  if (!input.submit) return { read: { ...read, missing }, done: saved };
  return {
    read: { ...read, missing },
    done: await submitted(context, em, begun, input, at, saved),
  };
}

/** What changes nothing makes no draft, and no version of one. */
function unchanged({ updateId }: Work): Done<ChangedUpdate> {
  return { value: updateId === null ? null : { id: updateId }, refusals: [], events: [] };
}

/** Both are recorded as what they are, so that who reads the trail for submissions finds it. */
async function submitted(
  context: Context,
  em: EntityManager,
  work: BegunWork,
  { note = null }: FormImportRequest,
  at: Date,
  saved: Done<ChangedUpdate>,
): Promise<Done<ChangedUpdate>> {
  const done = await handIn(context, em, work, note, at);
  const handedIn = done.events.map((event) => ({ ...event, action: 'statusUpdateSubmit' }));
  return done.value ? { ...done, events: [...saved.events, ...handedIn] } : done;
}

async function readAgainst(
  context: Context,
  database: Database,
  form: OpenedForm,
  work: Work,
): Promise<{ answers: ImportedAnswer[]; problems: FormProblem[] }> {
  const asked = criteriaFor(work);
  const { filled, problems } = readForm(form, asked);
  const present = work.revision?.entries ?? (await prefillOf(work, asked).ask(database));
  const approved = await approvedAnswersOf(database, work, asked);
  const seen = await presentAnswers(database, context.viewer, work, approved);
  const answers = changesIn(form, filled, present, seen);
  const told = new Set(problems.map(({ question }) => question));
  const rows = new Map(answers.map(({ criterion, row }) => [criterion.question.code, row]));
  const wrong = entriesOf(asked, answers.map(inputOf)).problems.flatMap(({ code, field, text }) => {
    const [, question = '', part] = field ?? [];
    // A cell that could not be read is told already, and what follows from it is not.
    if (told.has(question)) return [];
    const place = placeOf(form, required(rows, question), columnOfPart(part));
    return [{ code, ...place, question, text }];
  });
  const all = [...problems, ...wrong];
  return { answers, problems: all.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}
