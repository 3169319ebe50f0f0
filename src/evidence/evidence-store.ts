import { once } from 'node:events';
import { ReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import type { Config } from '../config.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { DurableFolder } from './durable-folder.js';
import { StoreFailure } from './store-failure.js';

type Bucket = NonNullable<Config['evidenceBucket']>;

/** Where the content of files is kept, each under its SHA-256. */
export interface EvidenceStore {
  /** A local folder for files that are coming in. */
  readonly parts: string;
  /**
   * Takes a file in, once however often it comes; it is safe when this resolves. What is taken in and
   * then recorded nowhere does no harm: it is found again when the same content comes.
   * @param part the path of the whole file, which is gone afterwards or still to be removed.
   * @throws StoreFailure
   */
  keep(part: string, content: { sha256: string; size: number; mediaType: string }): Promise<void>;
  /** @throws StoreFailure when it is not there or cannot be reached. */
  read(sha256: string): Promise<Readable>;
}

/** How long nobody may have written to an incoming file before it counts as left behind: an hour. */
const STALE = 60 * 60_000;

/**
 * Opens the store: a folder under the data folder, or a bucket when there is one.
 * @throws OperatorError EVIDENCE_STORE_UNAVAILABLE when it cannot be used.
 */
export async function openEvidenceStore(
  settings: Pick<Config, 'dataDirectory' | 'evidenceBucket'>,
): Promise<EvidenceStore> {
  const { dataDirectory, evidenceBucket: bucket } = settings;
  const folder = resolve(dataDirectory, 'evidence');
  const parts = join(folder, 'parts');
  try {
    await mkdir(resolve(dataDirectory), { recursive: true });
    // For the hub's own user: what schools send is not for everybody on the machine.
    await mkdir(parts, { recursive: true, mode: 0o700 });
    await clearParts(parts);
  } catch (error) {
    throw unavailable(`the folder ${folder}`, 'HUB_DATA_DIR', error);
  }
  const disk = new Disk(bucket ? await openBucket(bucket) : new DurableFolder(folder, parts));
  return {
    parts,
    keep: (part, { sha256, size, mediaType }) =>
      tried(async () => {
        const key = keyOf(sha256);
        if (await disk.exists(key)) return;
        await disk.moveFromFs(part, key, { contentType: mediaType, contentLength: size });
      }),
    read: (sha256) =>
      tried(async () => {
        const stream = await disk.getStream(keyOf(sha256));
        // A file that is missing shows only when it is opened.
        if (stream instanceof ReadStream) await once(stream, 'open');
        return stream;
      }),
  };
}

async function tried<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new StoreFailure(error);
  }
}

/** Removes what broken-off uploads and killed hubs left, never what is coming in now. */
export async function clearParts(parts: string): Promise<void> {
  for (const name of await readdir(parts)) {
    const part = join(parts, name);
    const found = await stat(part).catch(() => null);
    if (found && found.mtimeMs < Date.now() - STALE) await rm(part, { force: true });
  }
}

/** Folders of too many files are slow to list: 256 of them share the files. */
function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** The S3 client is large: it is loaded only by those who use it. */
async function openBucket({ endpoint, region, bucket, credentials }: Bucket) {
  const { S3Driver } = await import('flydrive/drivers/s3');
  const driver = new S3Driver({
    region,
    bucket,
    visibility: 'private',
    supportsACL: false,
    // Not every compatible server knows the checksums that Amazon added.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  });
  try {
    await driver.listAll('/', { maxResults: 1 });
  } catch (error) {
    const place = `the bucket ${bucket}${endpoint ? ` at ${endpoint}` : ''}`;
    throw unavailable(place, 'HUB_EVIDENCE_S3_…', error);
  }
  return driver;
}

function unavailable(place: string, settings: string, error: unknown): OperatorError {
  return new OperatorError(
    'EVIDENCE_STORE_UNAVAILABLE',
    `Evidence cannot be kept in ${place}: ${messageOf(error)}. Check ${settings} and the rights.`,
    { cause: error },
  );
}
