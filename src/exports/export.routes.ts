import { pipeline, Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireReading } from '../auth/reading.js';
import { requireViewer } from '../auth/require-viewer.js';
import { takeSnapshot, type Snapshot } from '../database/snapshot.js';
import type { AdmittingHub } from '../execution/admission.js';
import { chargedTo, tellCharge } from '../execution/limits/rate-limits.js';
import { answerProblems, type Refused } from '../execution/refused.js';
import { readingFrom, type Context } from '../request/context.js';
import { whenGone } from '../request/gone.js';
import { contextOf } from '../request/request-context.js';
import { compressor, encodingFor, type Encoding } from '../shared/compression.js';
import { entityTag, isKnown, weakTag } from '../shared/entity-tag.js';
import { RequestError } from '../shared/errors.js';
import { FairTurns } from '../shared/fair-turns.js';
import { networkOf } from '../shared/network-of.js';
import type { GiveBack } from '../shared/places.js';
import { tellSecurity } from '../shared/request-scope.js';
import type { Text } from '../shared/text.js';
import { addVary } from '../shared/vary.js';
import type { ExportRequest } from './export-request.js';
import { fileName, placesOf, readParameters } from './asked-export.queries.js';
import { FORMATS, type Format } from './export.queries.js';
import { keptBy } from './send-content.js';

/** The downloads that one hub makes at a time; each keeps a database connection. */
export const EXPORT_LIMIT = 4;

/** The downloads that wait for their turn, in all; one address has half of both. */
export const EXPORTS_WAITING = 200;

/** In seconds. */
const RETRY_AFTER = 30;

/** What each date of a download costs, in points. */
const EXPORT_COST = 1000;

/** Part of every entity tag. Change it when the hub writes the same data in another form. */
const EDITION = 10;

/** A request for a download; what its query says is not known before it was read. */
interface Asking {
  Querystring: Record<string, unknown>;
}

/**
 * Downloads at `/exports/{institutions,register,campuses,levels,progress}.{csv,jsonl,xlsx,parquet}` and
 * `/exports/progress.json` for everybody, and at `/exports/{answers,trail}.{csv,jsonl,xlsx,parquet}`,
 * `/exports/report-form.xlsx` and `/exports/report-forms.zip` for those who are signed in. Each shows one state of the data and is written as it is read, so that memory
 * does not grow with its length.
 */
export async function figureExportRoutes(
  server: FastifyInstance,
  { hub, publisher }: { hub: () => AdmittingHub; publisher: string | null },
): Promise<void> {
  const turns = new FairTurns({ atOnce: EXPORT_LIMIT, waiting: EXPORTS_WAITING });
  const running = new Set<Promise<void>>();
  // What is cut gives its connection back before the database is closed.
  server.addHook('onClose', async () => void (await Promise.all(running)));
  server.setErrorHandler(answerProblems(hub().logger, refusedHere, 'a download could not be made'));
  for (const format of FORMATS)
    server.route<Asking>({
      method: ['GET', 'HEAD'],
      url: `/exports/${format.name}`,
      handler: send(format),
    });

  function send(format: Format) {
    return async (request: FastifyRequest<Asking>, reply: FastifyReply) => {
      const gone = (then: () => void) => whenGone(request, reply, then);
      const giveBack = await turns.take(networkOf(request.address), gone);
      if (typeof giveBack !== 'function') throw new RequestError('EXPORTS_BUSY', BUSY);
      const download = beginDownload(running, giveBack);
      try {
        const context = await contextOf(request, reply, hub());
        requireReading(context, 'READ_EXPORTS');
        if (format.isOffice) requireViewer(context.viewer);
        const wanted = await readParameters(request.query, format, context);
        const cost = EXPORT_COST * wanted.dates.length;
        tellCharge(reply, await hub().rates.charge(chargedTo(context), cost));
        const snapshot = (download.snapshot = await takeSnapshot(context.em));
        const inSnapshot = readingFrom(context, snapshot.database);
        const state = await inSnapshot.publication();
        const accepted = request.headers['accept-encoding'];
        const encoding = format.isText ? encodingFor(accepted) : null;
        const etag = etagOf({ format, encoding, wanted, publisher }, state.revision, context);
        describe(reply, etag, context);
        if (etag !== null && isKnown(request.headers['if-none-match'], etag)) {
          await download.finish();
          return reply.code(304).send();
        }
        const at = await placesOf(inSnapshot, wanted, format);
        const asked = { context: inSnapshot, snapshot, request: wanted, at, state, publisher };
        const content = await format.content(asked);
        describeContent(reply, { format, encoding, wanted });
        if (request.method === 'HEAD') {
          await download.finish();
          return reply.send();
        }
        if (format.isOffice) tellSecurity('draft-exported', { file: format.name });
        const stream = streamOf(content, download, hub().logger);
        // An answer that waits behind another one of its connection has no end of its own.
        gone(() => stream.destroy());
        return reply.send(encoding ? packed(stream, encoding) : stream);
      } catch (error) {
        await download.finish();
        throw error;
      }
    };
  }
}

/** A download that is made, and what it holds. */
interface Download {
  snapshot?: Snapshot;
  /** Gives back what the download holds; more than once does nothing. */
  finish: () => Promise<void>;
}

/** Until a download has given back what it holds, it is one of those that run. */
function beginDownload(running: Set<Promise<void>>, giveBack: GiveBack): Download {
  let ended = () => {};
  const end = new Promise<void>((resolve) => (ended = resolve));
  running.add(end);
  let finished = false;
  const download: Download = {
    finish: async () => {
      if (finished) return;
      finished = true;
      giveBack();
      try {
        await download.snapshot?.end();
      } finally {
        running.delete(end);
        ended();
      }
    },
  };
  return download;
}

/** What is sent; when it is closed, at its end or before, the download gives back what it holds. */
function streamOf(
  content: AsyncIterable<string | Uint8Array>,
  download: Download,
  logger: AdmittingHub['logger'],
): Readable {
  const stream = Readable.from(content, { objectMode: false, highWaterMark: 1 });
  stream.once('close', () => {
    download.finish().catch((error: unknown) => logger.error({ err: error }, 'a download'));
  });
  return stream;
}

/** A file as it is asked for. */
interface AskedFile {
  format: Format;
  encoding: Encoding | null;
  wanted: ExportRequest;
  /** Who publishes the data, as a document says. */
  publisher: string | null;
}

/** The same for every download of the same data in the same words; null for what depends on who asks. */
function etagOf(
  { format, encoding, wanted, publisher }: AskedFile,
  revision: number,
  { today, language, licence }: Context,
): string | null {
  if (format.isOffice) return null;
  // Restated figures depend on today's borders.
  const day = wanted.basis === 'CURRENT_UNITS' ? today : null;
  const tag = entityTag(EDITION, format.name, revision, wanted, language, day, licence, publisher);
  // A workbook says when it was made.
  return encoding || !format.isText ? weakTag(tag) : tag;
}

function describeContent(
  reply: FastifyReply,
  { format, encoding, wanted }: Omit<AskedFile, 'publisher'>,
): void {
  void reply.headers({
    'content-type': format.mediaType,
    'content-disposition': `attachment; filename="${fileName(format.name, wanted)}"`,
  });
  if (encoding) void reply.header('content-encoding', encoding);
}

/** Says in the header fields who may keep the download, in which language it is, and how it may be used. */
function describe(reply: FastifyReply, etag: string | null, context: Context): void {
  const { language, licence } = context;
  void reply.headers({
    ...(etag !== null && { etag }),
    'cache-control': etag === null ? 'private, no-store' : keptBy(context),
    'content-language': language,
  });
  addVary(reply, 'Authorization, X-Api-Key, Accept-Language, Accept-Encoding');
  if (licence !== null && URL.canParse(licence))
    void reply.header('link', `<${licence}>; rel="license"`);
}

/** The download compressed; when either end breaks, so does the other. */
function packed(stream: Readable, encoding: Encoding): Readable {
  // What went wrong is in the log by the stream that is sent.
  return pipeline(stream, compressor(encoding), () => {});
}

/** A key opens no file of the office, so nobody is asked for one. */
export const ACCOUNT_NEEDED = 'Bearer realm="account"';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  AMBIGUOUS_CODE: 400,
  PARAMETERS_INVALID: 400,
  NOT_FOUND: 404,
  EXPORTS_BUSY: 503,
};

const BUSY: Text = {
  vi: `Đã có quá nhiều tệp tải xuống đang chờ đến lượt. Hãy thử lại sau ${RETRY_AFTER} giây.`,
  en: `Too many downloads wait for their turn already. Try again in ${RETRY_AFTER} seconds.`,
};

function refusedHere(error: unknown): Refused | null {
  const status = error instanceof RequestError ? STATUS[error.code] : undefined;
  if (!(error instanceof RequestError) || status === undefined) return null;
  const { code, text, details } = error;
  return {
    status,
    code,
    text,
    details,
    ...(status === 401 && { headers: { 'www-authenticate': ACCOUNT_NEEDED } }),
    ...(status === 503 && { headers: { 'retry-after': String(RETRY_AFTER) } }),
  };
}
