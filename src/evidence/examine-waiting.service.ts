import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { trailOf, type Author } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager, type Orm } from '../database/orm.js';
import type { FileFinding } from '../file-checks/file-finding.js';
import { lookInto } from '../file-checks/look-into.js';
import { VirusScannerError, type VirusScanner } from '../file-checks/virus-scanner.js';
import { placeOf } from '../institutions/institution-place.queries.js';
import { dateInVietnam } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import { repeat } from '../shared/repeat.js';
import type { EvidenceStore } from './evidence-store.js';
import type { Examined } from './virus-check.js';

const THE_HUB: Author = { accountId: null, name: 'hub', address: null };

/** The delay of the first examination and the time between two, in milliseconds. */
const EXAMINATION_TIMES = { first: 5000, every: 60_000 };

/** After how many hours a file that is withheld is examined again, because signatures are mended. */
const AGAIN_AFTER = 24;

/** What examines the files that nobody has examined. */
export interface Examining {
  store: EvidenceStore;
  /** Null for a hub without one: files are looked into all the same. */
  scanner: VirusScanner | null;
  logger: Logger;
  now: () => Date;
  /** Tells the security event of a file that is withheld from now on. */
  tellVirus: (found: { file: string; virus: string }) => void;
}

interface WaitingFile {
  id: number;
  sha256: string;
  mediaType: string;
  findings: FileFinding[] | null;
  virus: string | null;
  /** Whether the scanner is to examine it. */
  scans: boolean;
}

/**
 * Looks into the files of earlier versions, and has those examined that came while there was no
 * scanner or it was not reached. Those that are withheld are examined again each day.
 * @returns a function that stops it after the file that is being examined.
 */
export function startExamining(
  orm: Orm,
  examining: Examining,
  times = EXAMINATION_TIMES,
): () => Promise<void> {
  return repeat(
    (signal) => examineWaiting(orm.em.fork(), examining, signal),
    times,
    (error) => examining.logger.error({ err: error }, NOT_EXAMINED),
  ).stop;
}

const NOT_EXAMINED = 'a file of evidence could not be examined';

/** Examines what waits, once. A file that fails is left for the next time, and the rest goes on. */
export async function examineWaiting(
  em: EntityManager,
  examining: Examining,
  signal?: AbortSignal,
): Promise<void> {
  const { scanner, logger } = examining;
  const database = databaseOf(em.fork());
  let scans = scanner !== null;
  let last = 0;
  while (!signal?.aborted) {
    const file = await nextWaiting(database, { after: last, scans, now: examining.now() });
    if (!file) return;
    last = file.id;
    try {
      await examineFile(em, examining, file);
    } catch (error) {
      // While the scanner is away the others are still looked into.
      if (error instanceof VirusScannerError) scans = false;
      logger.error({ err: error, file: file.sha256 }, NOT_EXAMINED);
    }
  }
}

async function nextWaiting(
  database: Database,
  { after, scans, now }: { after: number; scans: boolean; now: Date },
): Promise<WaitingFile | undefined> {
  const due = sql<boolean>`(${scans} and (examined_at is null or (virus is not null
    and examined_at <= ${now}::timestamptz - make_interval(hours => ${AGAIN_AFTER}))))`;
  const { rows } = await sql<WaitingFile>`
    select id, sha256, media_type as "mediaType", findings, virus, ${due} as scans
    from evidence_file
    where id > ${after} and (findings is null or examined_at is null or virus is not null)
      and (findings is null or ${due})
    order by id limit 1`.execute(database);
  return rows[0];
}

async function examineFile(
  em: EntityManager,
  examining: Examining,
  file: WaitingFile,
): Promise<void> {
  const { store, scanner, now } = examining;
  const part = join(store.parts, `${randomUUID()}.part`);
  try {
    await pipeline(await store.read(file.sha256), createWriteStream(part, { flags: 'wx' }));
    if (file.findings === null) await noteFindings(em, file, await findingsIn(part, file));
    if (scanner === null || !file.scans) return;
    const virus = await scanner.scan(createReadStream(part));
    await noteVirus(em, examining, file, { examinedAt: now(), virus });
  } finally {
    await rm(part, { force: true });
  }
}

async function findingsIn(
  part: string,
  { sha256, mediaType }: WaitingFile,
): Promise<FileFinding[]> {
  try {
    return await lookInto(part, { name: sha256, mediaType });
  } catch (error) {
    if (error instanceof RequestError) return ['REFUSED_TODAY'];
    throw error;
  }
}

async function noteFindings(
  em: EntityManager,
  { id }: WaitingFile,
  findings: FileFinding[],
): Promise<void> {
  await sql`update evidence_file set findings = ${findings}::text[] where id = ${id}`.execute(
    databaseOf(em.fork()),
  );
}

/** Withholds a file or releases it, with an entry on the trail of each report that has it. */
async function noteVirus(
  em: EntityManager,
  { now, tellVirus }: Examining,
  { id, sha256, virus: before }: WaitingFile,
  { examinedAt, virus }: Examined,
): Promise<void> {
  const changed = await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    // Another hub may have examined it meanwhile.
    const { rows } = await sql`
      update evidence_file set examined_at = ${examinedAt}, virus = ${virus}
      where id = ${id} and virus is not distinct from ${before} returning id`.execute(database);
    if (rows.length === 0 || (before === null) === (virus === null)) return false;
    const events = await eventsOf(database, id, sha256, now());
    const trail =
      virus === null
        ? trailOf(THE_HUB, 'evidence release', events, now())
        : trailOf(THE_HUB, 'evidence withhold', events, now());
    await trail.execute(database);
    return true;
  });
  if (changed && virus !== null) tellVirus({ file: sha256, virus });
}

async function eventsOf(database: Database, fileId: number, sha256: string, at: Date) {
  const { rows } = await sql<{
    updateId: number;
    institutionId: number;
    unitId: number | null;
    name: string;
  }>`
    select found.*, place."unitId" from (
      select distinct on (status_update.id) status_update.id as "updateId",
        status_update.institution_id as "institutionId", evidence.name
      from evidence join status_update_revision as revision on revision.id = evidence.revision_id
        join status_update on status_update.id = revision.update_id
      where evidence.file_id = ${fileId} order by status_update.id, evidence.id) as found
    cross join lateral (${placeOf(sql`found."institutionId"`, dateInVietnam(at))}) as place
    order by "updateId"`.execute(database);
  return rows.map(({ updateId, institutionId, unitId, name }) => ({
    ...{ subjectType: 'StatusUpdate', subjectId: updateId, institutionId, unitId },
    after: { name, sha256 },
  }));
}
