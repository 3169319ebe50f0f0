import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { mayReport } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { VirusScanner } from '../file-checks/virus-scanner.js';
import type { Context } from '../request/context.js';
import { RequestError } from '../shared/errors.js';
import { tellSecurity } from '../shared/request-scope.js';
import { firstOf } from '../shared/required.js';
import { draftForEvidence } from '../status-updates/draft.service.js';
import {
  changeDraft,
  admitToDraft,
  evidenceEvent,
  roomFor,
  workOn,
} from './change-draft.service.js';
import { lockContents } from './content-lock.service.js';
import type { EvidenceStore } from './evidence-store.js';
import type { ChangedEvidence } from './evidence.service.js';
import { leftOf, quotaExceeded } from './quota.js';
import { sentBytes } from './quota.queries.js';
import { LARGEST_FILE, receiveFile, tooLarge, type ReceivedFile } from './receive-file.js';
import { discardUnrecorded } from './remove-contents.service.js';
import { done, type Upload } from './upload.service.js';
import { examine, virusCheckOf, type Examined, type VirusCheck } from './virus-check.js';

export interface SentFile {
  source: Readable;
  /** The size that the sender gave; undefined when it gave none. */
  announced: number | undefined;
}

export interface UploadedFile extends Omit<ReceivedFile, 'part'> {
  id: number;
  name: string;
  virusCheck: VirusCheck | null;
}

/** What an upload needs to know of where files are taken. */
export interface Taking {
  store: EvidenceStore;
  scanner: VirusScanner | null;
}

/**
 * Receives the file of an upload, stores it and adds it to the draft. The viewer is the account
 * that was allowed to upload it. Nothing is recorded before the file is stored, and a draft that
 * was submitted in the meantime gets nothing more. A file with a virus is recorded, so that everybody
 * concerned sees that it was withheld.
 * @throws VirusScannerError, RequestError when nothing was added; the same address may be used again.
 */
export async function finishUpload(
  context: Context,
  upload: Upload,
  { source, announced }: SentFile,
  { store, scanner }: Taking,
): Promise<UploadedFile> {
  const { database } = context;
  // Checked before the file arrives, and again when it is recorded.
  const work = await workOn(context, database, upload.updateId);
  if (work && !mayReport(context.viewer, work.institutionId)) throw forbidden();
  const { refusal } = await admitToDraft(context, database, work, DRAFT);
  if (refusal) throw errorOf(refusal);
  const sent = {
    used: await sentBytes(database, upload.updateId),
    quota: context.uploads.quota,
  };
  const check = (size: number) => {
    if (size > LARGEST_FILE) throw tooLarge();
    if (size > leftOf(sent)) throw quotaExceeded(sent);
  };
  check(announced ?? 1);
  const incoming = { source, name: upload.name, parts: store.parts, check };
  return receiveFile(incoming, async (file) => {
    const examined = await examine(scanner, file.part, context.now);
    await store.keep(file.part, file);
    try {
      const { value, refusals } = await record(context, upload, { ...file, ...examined }, store);
      if (!value) throw errorOf(firstOf(refusals));
      const { virus, id } = value;
      if (virus !== null) tellSecurity('virus-found', { file: file.sha256, virus });
      const { part: _part, ...told } = file;
      const virusCheck = virusCheckOf({ ...examined, virus }, scanner !== null);
      return { id, name: upload.name, ...told, virusCheck };
    } catch (error) {
      // A content that remains here is removed later with all unused contents.
      await discardUnrecorded(context.em, store, file.sha256).catch(() => undefined);
      throw error;
    }
  });
}

function errorOf({ code, text }: Refusal): RequestError {
  return new RequestError(code, text);
}

interface RecordedFile extends ChangedEvidence {
  /** For which the content is withheld. */
  virus: string | null;
}

const DRAFT = { field: 'statusUpdate', begins: true };

function record(
  context: Context,
  { id, updateId, question, name }: Upload,
  file: ReceivedFile & Examined,
  store: EvidenceStore,
): Promise<Answer<RecordedFile>> {
  const { sha256, size, mediaType, findings, examinedAt } = file;
  const asked = { action: 'evidenceUpload', input: {}, updateId, ...DRAFT };
  return changeDraft(context, asked, async (em, draft, at) => {
    const database = databaseOf(em);
    const { criterion, problems } = roomFor(draft, { question });
    if (!criterion || problems.length > 0) return refused(problems);
    const sent = {
      used: await sentBytes(database, draft.updateId, sha256),
      quota: context.uploads.quota,
    };
    if (size > leftOf(sent)) throw quotaExceeded(sent);
    await lockContents(database, [sha256]);
    // The content may have been removed after it was stored, because no evidence used it yet.
    await store.keep(file.part, file);
    const revision = await draftForEvidence(em, draft);
    const added = await sql<RecordedFile>`
      with taken as (
        update evidence_upload set finished_at = ${at} where id = ${id} and finished_at is null
        returning id
      ), file as (
        insert into evidence_file (sha256, size, media_type, findings, examined_at, virus, stored_at)
        select ${sha256}, ${size}, ${mediaType}, ${findings}::text[], ${examinedAt}::timestamptz,
          ${file.virus}::text, ${at} from taken
        on conflict (sha256) do update set unnamed_since = null, findings = excluded.findings,
          examined_at = coalesce(excluded.examined_at, evidence_file.examined_at),
          virus = case when excluded.examined_at is null then evidence_file.virus
            else excluded.virus end
        returning id, virus
      )
      insert into evidence (revision_id, criterion_id, name, file_id, added_by_id, added_at)
      select ${revision}, ${criterion.id}, ${name}, file.id,
        ${requireViewer(context.viewer).accountId}, ${at}
      from file returning id, (select virus from file) as virus`.execute(database);
    const [value] = added.rows;
    if (!value) throw done();
    const after = {
      ...{ evidence: value.id, criterion: question, name, sha256, size, mediaType, findings },
      ...(value.virus !== null && { withheld: true }),
    };
    return { value, refusals: [], events: [evidenceEvent(draft, null, after)] };
  });
}
