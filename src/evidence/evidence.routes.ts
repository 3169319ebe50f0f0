import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { readViewer } from '../accounts/account.queries.js';
import { requireNotHeld } from '../auth/reading.js';
import { forbidden } from '../auth/require-viewer.js';
import { databaseOf } from '../database/orm.js';
import type { AdmittingHub } from '../execution/admission.js';
import { chargedTo, tellCharge } from '../execution/limits/rate-limits.js';
import { fromGlobalId, toGlobalId } from '../graphql/node.js';
import { answerProblems, type Refused } from '../execution/refused.js';
import { contextFor, contextOf } from '../request/request-context.js';
import { dateInVietnam } from '../shared/dates.js';
import { propertyOf, RequestError } from '../shared/errors.js';
import type { Language, Text } from '../shared/text.js';
import { tellWhoAsks } from '../shared/who-asks.js';
import { attachment } from './attachment.js';
import { loadEvidence } from './evidence.queries.js';
import { clearParts, type EvidenceStore } from './evidence-store.js';
import { LARGEST_FILE, LONGEST_TRANSFER, tooLarge } from './receive-file.js';
import { VirusScannerError } from '../file-checks/virus-scanner.js';
import { StoreFailure } from './store-failure.js';
import { DOWNLOADS, UPLOADS } from './upload-address.js';
import { finishUpload, type UploadedFile } from './receive-upload.service.js';
import { RETRY_AFTER, type UploadRoom } from './upload-room.js';
import { uploadOf } from './upload.service.js';
import { withheld, withheldText } from './virus-check.js';

/** The HTTP status of each code; what is out of turn is a conflict with the state of the update. */
const STATUS: Record<string, number> = {
  BAD_USER_INPUT: 400,
  UPLOAD_BROKEN_OFF: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UPLOAD_UNKNOWN: 404,
  UPLOAD_EXPIRED: 410,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_UNSUPPORTED: 415,
  FILE_EMPTY: 422,
  FILE_WITHHELD: 403,
  FILE_NAME_MISLEADING: 422,
  FILE_HAS_MACROS: 422,
  FILE_UNPACKS_TOO_LARGE: 422,
  FILE_HAS_ARCHIVE: 422,
  IMAGE_TOO_LARGE: 422,
  FILE_ENCRYPTED: 422,
  FILE_DAMAGED: 422,
  FILE_AMBIGUOUS: 422,
  UPLOADS_BUSY: 503,
  DISK_NEARLY_FULL: 507,
};
const CONFLICT = 409;

/** What a file is charged in points, whatever its size: as much as a date of a download. */
const UPLOAD_COST = 1000;

/** What the routes need: the moment of each request, and where files are. */
export interface EvidenceHub {
  /** What makes the context of a request that comes now. */
  hub: () => AdmittingHub;
  store: EvidenceStore;
  /** Who may bring a file now. */
  uploads: UploadRoom;
}

/** Files of evidence over HTTP: sent to a signed address, fetched by who may see them. */
export async function evidenceRoutes(
  server: FastifyInstance,
  { hub, store, uploads }: EvidenceHub,
): Promise<void> {
  // Files are read as they come, whatever their sender calls them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  server.setErrorHandler(answerProblems(hub().logger, refusedHere, 'a file could not be handled'));

  server.put<{ Params: { token: string }; Body?: Readable }>(
    `${UPLOADS}/:token`,
    { config: { bodyTime: LONGEST_TRANSFER } },
    async (request, reply) => {
      tellWhoAsks();
      const { orm, tokenSecret, secondFactorRequired, now, rates } = hub();
      const database = databaseOf(orm.em.fork());
      const upload = await uploadOf(database, request.params.token, { tokenSecret, now });
      const announced = announcedSize(request);
      if (announced !== undefined && announced > LARGEST_FILE) throw tooLarge();
      const asked = { family: null, today: dateInVietnam(now), secondFactorRequired };
      const viewer = await readViewer(database, { id: upload.accountId }, asked);
      if (!viewer) throw forbidden();
      requireNotHeld({ viewer });
      const context = contextFor(request, reply, hub(), { viewer, apiKey: null });
      const leave = await uploads.take(upload.institutionId, announced);
      try {
        tellCharge(reply, await rates.charge(chargedTo(context), UPLOAD_COST));
        await clearParts(store.parts);
        const sent = { source: request.body ?? request.raw, announced };
        const taking = { store, scanner: uploads.scanner };
        const file = await finishUpload(context, upload, sent, taking);
        return reply.code(201).send(toldOf(file, context.language));
      } finally {
        leave();
      }
    },
  );

  server.get<{ Params: { id: string } }>(
    `${DOWNLOADS}/:id`,
    { exposeHeadRoute: false },
    async (request, reply) => {
      const context = await contextOf(request, reply, hub());
      const id = fromGlobalId('Evidence', request.params.id);
      const evidence = id === null ? null : await loadEvidence(context, id);
      if (!evidence?.file) throw notFound();
      const { sha256, size, mediaType, virus } = evidence.file;
      if (virus !== null) throw withheld(evidence.name);
      return reply
        .headers({
          'content-type': mediaType,
          'content-length': size,
          'content-disposition': attachment(evidence.name),
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        })
        .send(await store.read(sha256));
    },
  );
}

/** What the sender is told of a file that was taken. */
function toldOf({ id, ...file }: UploadedFile, language: Language) {
  const told = { id: toGlobalId('Evidence', id), ...file };
  if (file.virusCheck !== 'WITHHELD') return told;
  return { ...told, message: withheldText(file.name)[language] };
}

/** How many bytes a request says that it brings; undefined when it does not say. */
function announcedSize({ headers }: FastifyRequest): number | undefined {
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

function refusedHere(error: unknown, log: Logger): Refused | null {
  if (error instanceof RequestError) {
    const { code, text } = error;
    const wait = code === 'UPLOADS_BUSY' && { headers: { 'retry-after': String(RETRY_AFTER) } };
    return { status: STATUS[code] ?? CONFLICT, code, text, ...wait };
  }
  if (error instanceof StoreFailure) {
    log.error({ err: error }, 'evidence is not available');
    return { status: 503, code: 'EVIDENCE_STORE_UNAVAILABLE', text: AWAY };
  }
  if (error instanceof VirusScannerError) {
    log.error({ err: error }, 'the virus scanner does not answer');
    const headers = { 'retry-after': String(SCANNER_RETRY_AFTER) };
    return { status: 503, code: 'VIRUS_SCANNER_UNAVAILABLE', text: NOT_SCANNED, headers };
  }
  const status = propertyOf(error, 'statusCode');
  return typeof status === 'number' && status < 500
    ? { status, code: 'BAD_USER_INPUT', text: MALFORMED }
    : null;
}

const AWAY: Text = {
  vi: 'Kho minh chứng tạm thời không dùng được. Không có gì thay đổi; hãy thử lại sau.',
  en: 'The store of evidence is not available. Nothing was changed; try again later.',
};

/** In seconds. */
const SCANNER_RETRY_AFTER = 60;

const NOT_SCANNED: Text = {
  vi: 'Phần mềm diệt virus của hệ thống tạm thời không trả lời nên chưa nhận tệp. Không có gì thay đổi; câu trả lời vẫn lưu được. Hãy gửi lại tệp sau ít phút.',
  en: 'The virus scanner of the hub does not answer, so no files are taken for now. Nothing was changed, and answers can be saved all the same. Send the file again in some minutes.',
};

const MALFORMED: Text = {
  vi: 'Yêu cầu không đúng dạng. Hãy gửi PUT với nội dung tệp, không kèm gì khác.',
  en: 'The request is malformed. Send a PUT with the content of the file and nothing else.',
};

function notFound(): RequestError {
  return new RequestError('NOT_FOUND', {
    vi: 'Không có tệp minh chứng nào ở địa chỉ này.',
    en: 'There is no file of evidence at this address.',
  });
}
