import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { RequestError } from '../shared/errors.js';
import { firstOf } from '../shared/required.js';
import type { NamesQuestion } from '../status-updates/answer-input.js';
import { changeDraft, evidenceEvent, roomFor } from './change-draft.service.js';
import { fileNameProblems, tidyName } from './evidence-input.js';
import { leftOf, quotaExceeded } from './quota.js';
import { sentBytes } from './quota.queries.js';
import { ADDRESS_LIFE, readUploadToken } from './upload-address.js';

/** Unfinished uploads are remembered as long as their idempotency keys, in days. */
const FORGOTTEN_AFTER = 7;

export interface UploadRequest {
  /** The row id; null for a malformed id. */
  updateId: number | null;
  named: NamesQuestion;
  fileName: string;
  input: { idempotencyKey?: string | null };
}

/**
 * An upload that may begin. It does not contain the address, because the answer is stored with the
 * idempotency key and must not be a secret.
 */
export interface StartedUpload {
  uploadId: number;
  /** In milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Allows the viewer to upload one file to the draft of an update.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN; StoreFailure when the disk cannot be measured.
 */
export function startUpload(
  context: Context,
  request: UploadRequest,
): Promise<Answer<StartedUpload>> {
  const { updateId, input } = request;
  const field = 'statusUpdate';
  const asked = { action: 'evidenceUploadStart', input, updateId, field, begins: true };
  return changeDraft(context, asked, async (em, draft) => {
    const { criterion, problems } = roomFor(draft, request.named);
    problems.push(...fileNameProblems(request.fileName, 'fileName'));
    problems.push(...(await roomProblems(context, databaseOf(em), draft.updateId)));
    if (!criterion || problems.length > 0) return refused(problems);

    const name = tidyName(request.fileName);
    const { now } = context;
    const { accountId } = requireViewer(context.viewer);
    const expiresAt = new Date(now.getTime() + ADDRESS_LIFE);
    const added = await sql<{ id: number }>`
      with forgotten as (
        delete from evidence_upload where update_id = ${draft.updateId}
          and expires_at < ${now}::timestamptz - make_interval(days => ${FORGOTTEN_AFTER})
      )
      insert into evidence_upload (update_id, criterion_id, account_id, name, expires_at)
      values (${draft.updateId}, ${criterion.id}, ${accountId}, ${name}, ${expiresAt})
      returning id`.execute(databaseOf(em));
    const uploadId = firstOf(added.rows).id;
    const value = { uploadId, expiresAt: expiresAt.getTime() };
    const event = evidenceEvent(draft, null, {
      criterion: criterion.question.code,
      fileName: name,
    });
    return { value, refusals: [], events: [event] };
  });
}

async function roomProblems(
  { uploads }: Context,
  database: Database,
  updateId: number,
): Promise<Refusal[]> {
  const problems: Refusal[] = [];
  const told = ({ code, text }: RequestError) =>
    problems.push({ code, field: ['statusUpdate'], text });
  const sent = { used: await sentBytes(database, updateId), quota: uploads.quota };
  if (leftOf(sent) <= 0) told(quotaExceeded(sent));
  const full = await uploads.diskRefusal();
  if (full) told(full);
  return problems;
}

export interface Upload {
  id: number;
  updateId: number;
  institutionId: number;
  question: string;
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
    select upload.id, update_id as "updateId", institution_id as "institutionId",
      question.code as question, account_id as "accountId", name,
      finished_at is not null as done
    from evidence_upload as upload join criterion on criterion.id = upload.criterion_id
      join question on question.id = criterion.question_id
    join status_update on status_update.id = upload.update_id
    where upload.id = ${claims?.uploadId ?? null}`.execute(database);
  const [upload] = found.rows;
  if (!claims || !upload) throw unknown();
  if (upload.done) throw done();
  if (claims.expiresAt <= now) throw expired();
  return upload;
}

function unknown(): RequestError {
  return new RequestError('UPLOAD_UNKNOWN', {
    vi: 'Địa chỉ gửi tệp này không do hệ thống cấp. Hãy bắt đầu gửi tệp lại.',
    en: 'This hub has given out no such address. Begin to send the file again.',
  });
}

function expired(): RequestError {
  return new RequestError('UPLOAD_EXPIRED', {
    vi: `Địa chỉ gửi tệp chỉ dùng được trong ${ADDRESS_LIFE / 60_000} phút. Hãy bắt đầu gửi tệp lại.`,
    en: `An address takes a file for ${ADDRESS_LIFE / 60_000} minutes. Begin to send the file again.`,
  });
}

export function done(): RequestError {
  return new RequestError('UPLOAD_DONE', {
    vi: 'Địa chỉ này đã nhận tệp. Mỗi địa chỉ chỉ dùng một lần; tệp khác cần địa chỉ mới.',
    en: 'This address has taken its file. Each is good for one; another file needs another address.',
  });
}
