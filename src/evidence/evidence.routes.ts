import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { readViewer } from '../accounts/account.queries.js';
import { AccessRefused } from '../auth/access-refused.js';
import { forbidden } from '../auth/require-viewer.js';
import { databaseOf } from '../database/orm.js';
import { INTERNAL } from '../graphql/format-error.js';
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
import { finishUpload, uploadOf } from './upload.service.js';

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
};
const CONFLICT = 409;
const UNAVAILABLE = 503;

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
      const { orm, authentication, now } = hub();
      const database = databaseOf(orm.em.fork());
      const claims = { tokenSecret: authentication.secret, now };
      const upload = await uploadOf(database, request.params.token, claims);
      if (Number(request.headers['content-length']) > LARGEST_FILE) throw tooLarge();
      const account = { id: upload.accountId };
      const viewer = await readViewer(database, account, null, dateInVietnam(now));
      if (!viewer) throw forbidden();
      const context = contextFor(request, reply, hub(), { viewer, apiKey: null });
      await clearParts(store.parts);
      const source = request.body ?? request.raw;
      const { id, ...file } = await finishUpload(context, upload, source, store);
      return reply.code(201).send({ id: toGlobalId('Evidence', id), ...file });
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
