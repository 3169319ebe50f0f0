import { sql } from 'kysely';
import { mayDraftFrameworks } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Event } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type Database } from '../database/orm.js';
import type { FileProblem, FrameworkFile } from '../frameworks/framework-file.js';
import { fileOf, sayTheSame } from '../frameworks/framework-text.js';
import { frameworkByCode } from '../frameworks/framework.queries.js';
import { readEither } from '../frameworks/workbook/read-either.js';
import { notFound } from '../graphql/input-check.js';
import { indicatorsOf } from '../indicators/indicator.queries.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import type { FrameworkImportOutcome } from '../vocabulary/framework.enums.js';
import { lockDraft } from './framework-draft.queries.js';
import { hubCriteria } from './hub-criteria.queries.js';
import { publicationProblems, type PublicationProblem } from './publication-check.js';

/** What is wrong with a framework; without a code it is wrong by itself. */
export type FoundProblem = FileProblem & { code?: string };

/** What a file became. */
interface DraftImported {
  /** The draft; null in a preview, and where the version is published as it is. */
  draftId: number | null;
  /** The published version that says the same; null when there is none. */
  frameworkId: number | null;
  outcome: FrameworkImportOutcome;
}

export type DraftImportAnswer = Answer<DraftImported> & {
  file: FrameworkFile | null;
  problems: readonly FoundProblem[];
};

interface ImportRequest {
  content: string;
  fileName?: string | null;
  dryRun: boolean;
  idempotencyKey?: string | null;
}

/**
 * Stores a file as the draft of its code and version, or replaces that; with any problem of the file
 * itself nothing is stored. What would keep it from being published is told as well.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for who neither plans nor operates.
 */
export async function importDraft(
  context: Context,
  input: ImportRequest,
): Promise<DraftImportAnswer> {
  const { accountId } = requireViewer(context.viewer);
  if (!mayDraftFrameworks(context.viewer)) throw forbidden();
  const known = await indicatorsOf(context.database);
  const { file, problems } = await readEither(input.fileName ?? '', bytesOf(input), known);
  if (!file) return { ...refused([unfit(problems.length)]), file, problems };
  const found: { problems: PublicationProblem[] } = { problems: [] };
  const request = { action: 'frameworkImport', input, publishes: false };
  const answer = await change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const imported = await storeDraft(database, file, { accountId, at, dryRun: input.dryRun });
    found.problems = imported.problems;
    if (imported.isTaken) return refused([unfit(imported.problems.length)]);
    return { value: imported.value, refusals: [], events: imported.events };
  });
  return { ...answer, file, problems: found.problems };
}

/** A workbook comes in Base64, in which every ZIP begins with the same letters. */
function bytesOf({ content, fileName }: ImportRequest): Buffer {
  const isWorkbook = /\.(xls[a-z]?|ods)$/i.test(fileName ?? '') || content.startsWith('UEsDB');
  return Buffer.from(content, isWorkbook ? 'base64' : 'utf8');
}

interface Stored {
  value: DraftImported;
  problems: PublicationProblem[];
  events: Event[];
  /** Whether the version is published and says something else. */
  isTaken: boolean;
}

/** Stores a framework that has been checked as a draft, in the transaction of the caller. */
export async function storeDraft(
  database: Database,
  file: FrameworkFile,
  { accountId, at, dryRun }: { accountId: number | null; at: Date; dryRun: boolean },
): Promise<Stored> {
  const { code, version: frameworkVersion } = file;
  const published = await frameworkByCode(database, code, frameworkVersion);
  if (published && sayTheSame(fileOf(published), file)) {
    const value = { draftId: null, frameworkId: published.id, outcome: 'UNCHANGED' as const };
    return { value, problems: [], events: [], isTaken: false };
  }
  const problems = publicationProblems(file, await hubCriteria(database, file));
  const before = await lockDraft(database, { code, frameworkVersion });
  const isSame = before !== null && sayTheSame(before.definition, file);
  const outcome = isSame ? 'UNCHANGED' : before ? 'REPLACED' : 'CREATED';
  const value = { draftId: before?.id ?? null, frameworkId: null, outcome } as const;
  const stored = { value, problems, events: [], isTaken: published !== null };
  if (stored.isTaken || dryRun || isSame) return stored;
  const { rows } = await sql<{ id: number; version: number }>`
    insert into framework_draft as draft
      (code, framework_version, definition, stored_by_id, updated_at, version)
    values (${code}, ${frameworkVersion}, ${JSON.stringify(file)}::jsonb, ${accountId}, ${at}, 1)
    on conflict (code, framework_version) do update set definition = excluded.definition,
      stored_by_id = excluded.stored_by_id, updated_at = excluded.updated_at,
      version = draft.version + 1
    returning id, version`.execute(database);
  const { id, version } = firstOf(rows);
  const events = [draftEvent({ id, version }, before?.definition ?? null, file)];
  return { ...stored, value: { ...value, draftId: id }, events };
}

export interface DraftRequest {
  /** The row id; null for a malformed id. */
  draftId: number | null;
  input: { version: number; idempotencyKey?: string | null };
}

/** Throws a draft away; what was published of it stays. */
export function discardDraft(
  context: Context,
  { draftId, input }: DraftRequest,
): Promise<Answer<{ id: number }>> {
  requireViewer(context.viewer);
  if (!mayDraftFrameworks(context.viewer)) throw forbidden();
  const request = { action: 'frameworkDraftDiscard', input, publishes: false };
  return change(context, request, async (em) => {
    const database = databaseOf(em);
    const draft = draftId === null ? null : await lockDraft(database, { id: draftId });
    if (!draft) return refused([notFound('id')]);
    const conflict = await conflictOf(database, draft, input.version);
    if (conflict) return refused([conflict]);
    await deleteDraft(database, draft.id);
    const { id, version } = draft;
    const events = [draftEvent({ id, version: version + 1 }, draft.definition, null)];
    return { value: { id }, refusals: [], events };
  });
}

export async function deleteDraft(database: Database, id: number): Promise<void> {
  await sql`delete from framework_draft where id = ${id}`.execute(database);
}

/** Null when the draft is as the sender saw it. */
export async function conflictOf(
  database: Database,
  { id, version }: { id: number; version: number },
  seen: number,
): Promise<Refusal | null> {
  if (version === seen) return null;
  const subject = { subjectType: 'FrameworkDraft', subjectId: id };
  return conflictWith(database, { ...subject, present: version, seen });
}

function draftEvent(
  { id, version }: { id: number; version: number },
  before: FrameworkFile | null,
  after: FrameworkFile | null,
): Event {
  const subject = { subjectType: 'FrameworkDraft', subjectId: id, subjectVersion: version };
  return { ...subject, before: before && factsOf(before), after: after && factsOf(after) };
}

/** What the trail tells of a framework. */
export function factsOf(file: FrameworkFile): object {
  const { code, version, name, sourceStatus, validFrom, validTo = null } = file;
  const named = { framework: `${code} ${version}`, nameVi: name.vi, nameEn: name.en };
  return { ...named, sourceStatus, validFrom, ...(validTo && { validTo }) };
}

export const unfit = (problems: number): Refusal => ({
  code: 'FRAMEWORK_REFUSED',
  field: ['content'],
  text: {
    vi: `Bộ tiêu chí có ${problems} lỗi; chưa có gì được ghi.`,
    en: `The framework has ${problems} problem(s); nothing was changed.`,
  },
});
