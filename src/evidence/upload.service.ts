import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { refused, type Answer } from '../audit/change.service.js';
import { mayReport } from '../auth/policy.js';
import { forbidden } from '../auth/require-viewer.js';
import type { Context } from '../context.js';
import { databaseOf, type Database } from '../database/orm.js';
import { RequestError } from '../shared/errors.js';
import {
  changeDraft,
  draftRefusal,
  evidenceEvent,
  roomFor,
  workOn,
} from './change-draft.service.js';
import { fileNameProblems, tidyName } from './evidence-input.js';
import type { EvidenceStore } from './evidence-store.js';
import type { ChangedEvidence } from './evidence.service.js';
import { receiveFile, type ReceivedFile } from './receive-file.js';
import { ADDRESS_LIFE, readUploadToken } from './upload-address.js';

/** How long uploads that came to nothing are remembered: as long as their idempotency keys, in days. */
const FORGOTTEN_AFTER = 7;

/** A file that somebody is going to send. */
export interface UploadRequest {
  /** The row id; null for an id that is broken. */
  updateId: number | null;
  criterion: string;
  fileName: string;
  /** As it came. */
  input: { idempotencyKey?: string | null };
}

/** An upload that may begin. The address is not part of it: whatever is kept with a key is no secret. */
export interface StartedUpload {
  uploadId: number;
  /** In milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Allows the viewer to send one file to the draft of an update.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function startUpload(
  context: Context,
  request: UploadRequest,
): Promise<Answer<StartedUpload>> {
  const { updateId, input } = request;
  const asked = { action: 'evidenceUploadStart', input, updateId, field: 'statusUpdate' };
  return changeDraft(context, asked, async (em, draft) => {
    const { criterion, problems } = roomFor(draft, request.criterion);
    problems.push(...fileNameProblems(request.fileName, 'fileName'));
    if (!criterion || problems.length > 0) return refused(problems);

    const name = tidyName(request.fileName);
    const { now, viewer } = context;
    const expiresAt = new Date(now.getTime() + ADDRESS_LIFE);
    const added = await sql<{ id: number }>`
      with forgotten as (
        delete from evidence_upload where update_id = ${draft.updateId}
          and expires_at < ${now}::timestamptz - make_interval(days => ${FORGOTTEN_AFTER})
      )
      insert into evidence_upload (update_id, criterion_id, account_id, name, expires_at)
      values (${draft.updateId}, ${criterion.id}, ${viewer!.accountId}, ${name}, ${expiresAt})
      returning id`.execute(databaseOf(em));
    const uploadId = added.rows[0]!.id;
    const value = { uploadId, expiresAt: expiresAt.getTime() };
    const event = evidenceEvent(draft, null, { criterion: criterion.code, fileName: name });
    return { value, refusals: [], events: [event] };
  });
}

/** An upload that an address belongs to. */
export interface Upload {
  id: number;
  updateId: number;
  criterion: string;
  accountId: number;
  name: string;
}

/**
 * The upload of a signed address.
 * @throws RequestError UPLOAD_UNKNOWN, UPLOAD_EXPIRED or UPLOAD_DONE.
 */
export async function uploadOf(
  database: Database,
  token: string,
  { tokenSecret, now }: Pick<Context, 'tokenSecret' | 'now'>,
): Promise<Upload> {
  const claims = readUploadToken(tokenSecret, token);
  const found = await sql<Upload & { done: boolean }>`
    select upload.id, update_id as "updateId", criterion.code as criterion,
      account_id as "accountId", name, finished_at is not null as done
    from evidence_upload as upload join criterion on criterion.id = upload.criterion_id
    where upload.id = ${claims?.uploadId ?? null}`.execute(database);
  const [upload] = found.rows;
  if (!claims || !upload) throw unknown();
  if (upload.done) throw done();
  if (claims.expiresAt <= now) throw expired();
  return upload;
}

/** A file that has become evidence. */
export interface UploadedFile extends Pick<ReceivedFile, 'sha256' | 'size' | 'mediaType'> {
  id: number;
  name: string;
}

/**
 * Receives the file of an upload, stores it, and adds it to the draft; the viewer is whoever was
 * allowed to send it. Until the file is stored nothing is recorded, and a draft that has been handed
 * in meanwhile gets nothing more.
 * @throws RequestError whenever nothing was added; the same address may be used again.
 */
export async function finishUpload(
  context: Context,
  upload: Upload,
  source: Readable,
  store: EvidenceStore,
): Promise<UploadedFile> {
  const { database } = context;
  // Said before the file comes, and once more when it is recorded.
  const work = await workOn(context, database, upload.updateId);
  if (work && !mayReport(context.viewer, work.institutionId)) throw forbidden();
  const refusal = await draftRefusal(context, database, work, 'statusUpdate');
  if (refusal) throw new RequestError(refusal.code, refusal.text);
  return receiveFile(source, upload.name, store.parts, async (file) => {
    await store.keep(file.part, file);
    const { value, refusals } = await record(context, upload, file);
    if (!value) throw new RequestError(refusals[0]!.code, refusals[0]!.text);
    const { sha256, size, mediaType } = file;
    return { ...value, name: upload.name, sha256, size, mediaType };
  });
}

function record(
  context: Context,
  { id, updateId, criterion: code, name }: Upload,
  { sha256, size, mediaType }: ReceivedFile,
): Promise<Answer<ChangedEvidence>> {
  const asked = { action: 'evidenceUpload', input: {}, updateId, field: 'statusUpdate' };
  return changeDraft(context, asked, async (em, draft, at) => {
    const { criterion, problems } = roomFor(draft, code);
    if (!criterion || problems.length > 0) return refused(problems);
    const added = await sql<ChangedEvidence>`
      with taken as (
        update evidence_upload set finished_at = ${at} where id = ${id} and finished_at is null
        returning id
      ), file as (
        insert into evidence_file (sha256, size, media_type, stored_at)
        select ${sha256}, ${size}, ${mediaType}, ${at} from taken
        on conflict (sha256) do update set sha256 = excluded.sha256 returning id
      )
      insert into evidence (revision_id, criterion_id, name, file_id, added_by_id, added_at)
      select ${draft.revision.id}, ${criterion.id}, ${name}, file.id,
        ${context.viewer!.accountId}, ${at}
      from file returning id`.execute(databaseOf(em));
    const [value] = added.rows;
    if (!value) throw done();
    const after = { evidence: value.id, criterion: code, name, sha256, size, mediaType };
    return { value, refusals: [], events: [evidenceEvent(draft, null, after)] };
  });
}

function unknown(): RequestError {
  return new RequestError('UPLOAD_UNKNOWN', {
    vi: 'Địa chỉ gửi tệp này không do hệ thống cấp. Hãy xin địa chỉ bằng evidenceUploadStart.',
    en: 'This hub has given out no such address. Ask for one with evidenceUploadStart.',
  });
}

function expired(): RequestError {
  return new RequestError('UPLOAD_EXPIRED', {
    vi: `Địa chỉ gửi tệp chỉ dùng được trong ${ADDRESS_LIFE / 60_000} phút. Hãy xin địa chỉ mới bằng evidenceUploadStart.`,
    en: `An address takes a file for ${ADDRESS_LIFE / 60_000} minutes. Ask for a new one with evidenceUploadStart.`,
  });
}

function done(): RequestError {
  return new RequestError('UPLOAD_DONE', {
    vi: 'Địa chỉ này đã nhận tệp. Mỗi địa chỉ chỉ dùng một lần; tệp khác cần địa chỉ mới.',
    en: 'This address has taken its file. Each is good for one; another file needs another address.',
  });
}
