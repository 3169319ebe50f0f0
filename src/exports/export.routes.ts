import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireReading } from '../auth/reading.js';
import { takeSnapshot, type Snapshot } from '../database/snapshot.js';
import type { AdmittingHub } from '../execution/admission.js';
import { LIMITS } from '../execution/limits/limits.js';
import { chargedTo, tellCharge } from '../execution/limits/rate-limits.js';
import { userErrors } from '../graphql/user-error.js';
import { answerProblems, type Refused } from '../execution/refused.js';
import { loadIndicators } from '../indicators/indicator.queries.js';
import { readingFrom, type Context } from '../request/context.js';
import { whenGone } from '../request/gone.js';
import { contextOf } from '../request/request-context.js';
import { takesGzip } from '../shared/compression.js';
import { entityTag, isKnown, weakTag } from '../shared/entity-tag.js';
import { RequestError } from '../shared/errors.js';
import { FairTurns } from '../shared/fair-turns.js';
import { networkOf } from '../shared/network-of.js';
import type { GiveBack } from '../shared/places.js';
import type { Text } from '../shared/text.js';
import { addVary } from '../shared/vary.js';
import { unitByCode, type UnitRow } from '../units/unit.queries.js';
import { exportRequest, type ExportRequest } from './export-request.js';
import { FORMATS, type Format } from './export.queries.js';

/** The downloads that one hub makes at a time; each keeps a database connection. */
export const EXPORT_LIMIT = 4;

/** The downloads that wait for their turn, in all; one address has half of both. */
export const EXPORTS_WAITING = 200;

/** In seconds. */
const RETRY_AFTER = 30;

/** A download costs as much as the largest query. */
const EXPORT_COST = LIMITS.cost;

/** Part of every entity tag. Change it when the hub writes the same data in another form. */
const EDITION = 7;

/** A request for a download; what its query says is not known before it was read. */
interface Asking {
  Querystring: Record<string, unknown>;
}

/**
 * Downloads at `/exports/institutions.{csv,jsonl}` and `/exports/progress.{csv,jsonl,json}`. Each
 * shows one state of the data and is written as it is read, so that memory does not grow with its
 * length.
 */
export async function figureExportRoutes(
  server: FastifyInstance,
  { hub }: { hub: () => AdmittingHub },
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
        const charge = await hub().rates.charge(chargedTo(context), EXPORT_COST);
        tellCharge(reply, charge);
        const wanted = await readParameters(request, format, context);
        const snapshot = (download.snapshot = await takeSnapshot(context.em));
        const inSnapshot = readingFrom(context, snapshot.database);
        const state = await inSnapshot.publication();
        const packs = takesGzip(request.headers['accept-encoding']);
        const tag = etagOf(format, state.revision, wanted, context);
        const etag = packs ? weakTag(tag) : tag;
        describe(reply, etag, context);
        if (isKnown(request.headers['if-none-match'], etag)) {
          await download.finish();
          return reply.code(304).send();
        }
        const unit = await unitOf(inSnapshot, wanted);
        const { name, mediaType } = format;
        const disposition = `attachment; filename="${fileName(name, wanted)}"`;
        void reply.headers({ 'content-type': mediaType, 'content-disposition': disposition });
        if (packs) void reply.header('content-encoding', 'gzip');
        if (request.method === 'HEAD') {
          await download.finish();
          return reply.send();
        }
        const text = format.text({ context: inSnapshot, snapshot, request: wanted, unit, state });
        const stream = streamOf(text, download, hub().logger);
        // An answer that waits behind another one of its connection has no end of its own.
        gone(() => stream.destroy());
        return reply.send(packs ? packed(stream) : stream);
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
  text: AsyncIterable<string>,
  download: Download,
  logger: AdmittingHub['logger'],
): Readable {
  const stream = Readable.from(text, { objectMode: false, highWaterMark: 1 });
  stream.once('close', () => {
    download.finish().catch((error: unknown) => logger.error({ err: error }, 'a download'));
  });
  return stream;
}

/** The same for every download of the same data in the same words. */
function etagOf(format: Format, revision: number, wanted: ExportRequest, context: Context): string {
  // Restated figures depend on today's borders.
  const day = wanted.basis === 'CURRENT_UNITS' ? context.today : null;
  const { language, licence } = context;
  return entityTag(EDITION, format.name, revision, wanted, language, day, licence);
}

/** Says in the header fields who may keep the download, in which language it is, and how it may be used. */
function describe(reply: FastifyReply, etag: string, context: Context): void {
  const { language, licence, viewer, publicRead } = context;
  void reply.headers({
    etag,
    'cache-control': `${viewer || !publicRead ? 'private' : 'public'}, no-cache`,
    'content-language': language,
  });
  addVary(reply, 'Authorization, X-Api-Key, Accept-Language, Accept-Encoding');
  if (licence !== null && URL.canParse(licence))
    void reply.header('link', `<${licence}>; rel="license"`);
}

/** The download compressed; when either end breaks, so does the other. */
function packed(stream: Readable): Readable {
  // What went wrong is in the log by the stream that is sent.
  return pipeline(stream, createGzip(), () => {});
}

async function readParameters(
  request: FastifyRequest<Asking>,
  format: Format,
  context: Context,
): Promise<ExportRequest> {
  const indicators = (await loadIndicators(context)).map(({ code }) => code);
  const { request: wanted, problems } = exportRequest(request.query, format.parameters, {
    today: context.today,
    indicators,
  });
  if (problems.length === 0) return wanted;
  const all = (language: keyof Text) => problems.map(({ text }) => text[language]).join(' ');
  throw new RequestError(
    'PARAMETERS_INVALID',
    { vi: all('vi'), en: all('en') },
    { problems: userErrors(problems, context.language) },
  );
}

/** Restated figures are those of a unit of today. */
async function unitOf(context: Context, wanted: ExportRequest): Promise<UnitRow | null> {
  if (wanted.unit === null) return null;
  const on = wanted.basis === 'CURRENT_UNITS' ? context.today : wanted.asOf;
  const unit = await unitByCode(context, wanted.unit, wanted.kind, on);
  if (unit) return unit;
  throw new RequestError('NOT_FOUND', {
    vi: `Ngày ${on} không có đơn vị nào mang mã ${wanted.unit}. Hãy kiểm tra unit, kind và asOf.`,
    en: `On ${on} no unit has the code ${wanted.unit}. Check unit, kind and asOf.`,
  });
}

function fileName(name: string, { asOf, unit }: ExportRequest): string {
  const [what, ending] = name.split('.');
  const of = unit === null ? '' : `-${unit.replace(/[^\w-]/g, '_')}`;
  return `${what}${of}-${asOf}.${ending}`;
}

const STATUS: Record<string, number> = {
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
    ...(status === 503 && { headers: { 'retry-after': String(RETRY_AFTER) } }),
  };
}
