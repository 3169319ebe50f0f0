import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { readViewer } from '../accounts/account.queries.js';
import { AccessRefused } from '../auth/access-refused.js';
import { forbidden } from '../auth/require-viewer.js';
import { databaseOf } from '../database/orm.js';
import { refusalIn, retryAfter } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import { INTERNAL } from '../graphql/format-error.js';
import { LIMITS } from '../graphql/limits/limits.js';
import { chargedTo, tellCharge } from '../graphql/limits/rate-limits.js';
import { secondsOf, TooOften } from '../graphql/limits/too-often.js';
import { fromGlobalId, toGlobalId } from '../graphql/node.js';
import { BodyTooSlowError } from '../graphql/unreadable-request.js';
import { contextFor, contextOf, type RequestHub } from '../request-context.js';
import { dateInVietnam } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import { languageOf, type Text } from '../shared/text.js';
import { attachment } from './attachment.js';
import { loadEvidence } from './evidence.queries.js';
import { clearParts, type EvidenceStore } from './evidence-store.js';
import { LARGEST_FILE, LONGEST_TRANSFER, tooLarge } from './receive-file.js';
import { StoreFailure } from './store-failure.js';
import { DOWNLOADS, UPLOADS } from './upload-address.js';
import { finishUpload } from './receive-upload.service.js';
import { RETRY_AFTER } from './upload-room.js';
import { uploadOf } from './upload.service.js';

/** The HTTP status of each code; what is out of turn is a conflict with the state of the update. */
const STATUS: Record<string, number> = {
  BAD_USER_INPUT: 400,
  UPLOAD_BROKEN_OFF: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UPLOAD_UNKNOWN: 404,
  REQUEST_TOO_SLOW: 408,
  UPLOAD_EXPIRED: 410,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_UNSUPPORTED: 415,
  FILE_EMPTY: 422,
  FILE_NAME_MISLEADING: 422,
  RATE_LIMITED: 429,
  UPLOADS_BUSY: 503,
  DISK_NEARLY_FULL: 507,
};
const CONFLICT = 409;
const UNAVAILABLE = 503;

/** What a file is charged, whatever its size: as much as a download. */
const UPLOAD_COST = LIMITS.cost;

/** What the routes need: the moment of each request, and where files are. */
export interface EvidenceHub {
  /** What makes the context of a request that comes now. */
  hub: () => RequestHub;
  store: EvidenceStore;
}

/** Files of evidence over HTTP: sent to a signed address, fetched by who may see them. */
export async function evidenceRoutes(
  server: FastifyInstance,
  { hub, store }: EvidenceHub,
): Promise<void> {
  // Files are read as they come, whatever their sender calls them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  server.setErrorHandler((error, request, reply) => refuse(error, request, reply, hub().logger));

  server.put<{ Params: { token: string }; Body?: Readable }>(
    `${UPLOADS}/:token`,
    { config: { bodyTime: LONGEST_TRANSFER } },
    async (request, reply) => {
      const { orm, authentication, now, rates, uploads } = hub();
      const database = databaseOf(orm.em.fork());
      const claims = { tokenSecret: authentication.secret, now };
      const upload = await uploadOf(database, request.params.token, claims);
      const announced = announcedSize(request);
      if (announced !== undefined && announced > LARGEST_FILE) throw tooLarge();
      const account = { id: upload.accountId };
      const viewer = await readViewer(database, account, null, dateInVietnam(now));
      if (!viewer) throw forbidden();
      const context = contextFor(request, reply, hub(), { viewer, apiKey: null });
      const place = await uploads.take(upload.institutionId, announced);
      try {
        tellCharge(reply, await rates.charge(chargedTo(context), UPLOAD_COST));
        await clearParts(store.parts);
        const sent = { source: request.body ?? request.raw, announced };
        const { id, ...file } = await finishUpload(context, upload, sent, store);
        return reply.code(201).send({ id: toGlobalId('Evidence', id), ...file });
      } finally {
        place.leave();
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
      const { sha256, size, mediaType } = evidence.file;
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

/** How many bytes a request says that it brings; undefined when it does not say. */
function announcedSize({ headers }: FastifyRequest): number | undefined {
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

/** Answers with a code and a sentence; what is not the sender's fault is logged and masked. */
function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger) {
  const language = languageOf(request.headers['accept-language']);
  const answer = (status: number, code: string, text: Text) =>
    reply.code(status).send({ code, message: text[language] });
  reply.removeHeader('content-disposition').removeHeader('content-length');
  if (error instanceof AccessRefused) {
    reply.header('www-authenticate', error.challenge);
    return answer(error.status, error.code, error.text);
  }
  if (error instanceof TooOften) {
    tellCharge(reply, error.charge);
    reply.header('retry-after', String(secondsOf(error.charge)));
  }
  if (error instanceof RequestError && error.code === 'UPLOADS_BUSY')
    reply.header('retry-after', String(RETRY_AFTER));
  const away = refusalIn(error);
  if (away) {
    tellRefusal(logger, away);
    reply.headers(retryAfter(away));
    return answer(away.retryAfter === null ? 500 : UNAVAILABLE, away.code, away.text);
  }
  // The rest of the file may still come.
  if (error instanceof BodyTooSlowError) reply.header('connection', 'close');
  if (error instanceof RequestError)
    return answer(STATUS[error.code] ?? CONFLICT, error.code, error.text);
  if (error instanceof StoreFailure) {
    logger.error({ err: error, route: request.routeOptions.url }, 'evidence is not available');
    return answer(UNAVAILABLE, 'EVIDENCE_STORE_UNAVAILABLE', AWAY);
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return answer(status, 'BAD_USER_INPUT', MALFORMED);
  logger.error({ err: error, route: request.routeOptions.url }, 'a file could not be handled');
  return answer(500, 'INTERNAL_SERVER_ERROR', INTERNAL);
}

const AWAY: Text = {
  vi: 'Kho minh chứng tạm thời không dùng được. Không có gì thay đổi; hãy thử lại sau.',
  en: 'The store of evidence is not available. Nothing was changed; try again later.',
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
