import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { readViewer } from '../accounts/account.queries.js';
import { requireNotHeld } from '../auth/reading.js';
import { forbidden } from '../auth/require-viewer.js';
import { databaseOf } from '../database/orm.js';
import { LONGEST_TRANSFER } from '../evidence/receive-file.js';
import type { AdmittingHub } from '../execution/admission.js';
import { chargedTo, tellCharge } from '../execution/limits/rate-limits.js';
import { answerProblems, RefusedError, type Refused } from '../execution/refused.js';
import { toGlobalId } from '../graphql/node.js';
import { contextFor } from '../request/request-context.js';
import { dateInVietnam } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import { tellWhoAsks } from '../shared/who-asks.js';
import type { ImportKind } from '../vocabulary/imported-row.js';
import { UPLOAD_TEXTS } from './job-refusals.js';
import { mayBring } from './job-rights.js';
import { IMPORT_UPLOADS, LARGEST_IMPORT, readImportUpload } from './upload-address.js';

/** What a file is charged in points, whatever its size. */
const UPLOAD_COST = 1000;

/** Files of imports over HTTP: sent to a signed address, and looked at by the hub in its own time. */
export async function importUploadRoutes(
  server: FastifyInstance,
  { hub }: { hub: () => AdmittingHub },
): Promise<void> {
  // Files are read as they come, whatever their sender calls them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  server.setErrorHandler(answerProblems(hub().logger, refusedHere, 'a file could not be taken'));
  server.put<{ Params: { token: string }; Body?: Readable }>(
    `${IMPORT_UPLOADS}/:token`,
    { config: { bodyTime: LONGEST_TRANSFER } },
    async (request, reply) => {
      tellWhoAsks();
      const { orm, tokenSecret, secondFactorRequired, now, rates } = hub();
      const database = databaseOf(orm.em.fork());
      const claims = readImportUpload(tokenSecret, request.params.token);
      const { rows } = await sql<{ state: string; accountId: number; kind: ImportKind }>`
        select state, account_id as "accountId", kind from import_job
        where id = ${claims?.id ?? null}`.execute(database);
      const [job] = rows;
      if (!claims || !job) throw refusal(404, 'UPLOAD_UNKNOWN');
      if (job.state !== 'RECEIVING') throw refusal(409, 'UPLOAD_DONE');
      if (claims.expiresAt <= now) throw refusal(410, 'UPLOAD_EXPIRED');
      const account = { id: job.accountId };
      const asked = { family: null, today: dateInVietnam(now), secondFactorRequired };
      const viewer = await readViewer(database, account, asked);
      requireNotHeld({ viewer });
      if (!viewer || !mayBring(viewer, job.kind)) throw forbidden();
      const context = contextFor(request, reply, hub(), { viewer, apiKey: null });
      tellCharge(reply, await rates.charge(chargedTo(context), UPLOAD_COST));
      const length = request.headers['content-length'];
      const announced = length === undefined ? null : Number(length);
      const content = await received(request.body ?? request.raw, announced);
      const { numAffectedRows } = await sql`
        update import_job set state = 'CHECKING', content = ${content}, version = version + 1
        where id = ${claims.id} and state = 'RECEIVING'`.execute(database);
      if (numAffectedRows !== 1n) throw refusal(409, 'UPLOAD_DONE');
      return reply.code(201).send({ id: toGlobalId('ImportJob', claims.id), size: content.length });
    },
  );
}

function refusedHere(error: unknown): Refused | null {
  if (!(error instanceof RequestError) || error.code !== 'FORBIDDEN') return null;
  return { status: 403, code: error.code, text: error.text };
}

async function received(source: Readable, announced: number | null): Promise<Buffer> {
  if ((announced ?? 0) > LARGEST_IMPORT) throw refusal(413, 'FILE_TOO_LARGE');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size > LARGEST_IMPORT) throw refusal(413, 'FILE_TOO_LARGE');
    pieces.push(piece);
  }
  if (announced !== null && size < announced) throw refusal(400, 'UPLOAD_BROKEN_OFF');
  if (size === 0) throw refusal(422, 'FILE_EMPTY');
  return Buffer.concat(pieces);
}

function refusal(status: number, code: keyof typeof UPLOAD_TEXTS): RefusedError {
  return new RefusedError(status, code, UPLOAD_TEXTS[code]);
}
