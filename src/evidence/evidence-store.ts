import { once } from 'node:events';
import { ReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import type { Config } from '../config.js';
import { DurableFolder } from './durable-folder.js';
import { openBucket } from './open-bucket.js';
import { StoreFailure, unavailable } from './store-failure.js';

/** Where the content of files is kept, each under its SHA-256. */
export interface EvidenceStore {
  /** A local folder for files that are coming in. */
  readonly parts: string;
  /**
   * Takes a file in, once however often it comes; it is safe when this resolves. What is taken in and
   * then recorded nowhere does no harm: it is found again when the same content comes, or cleaned away.
   * @param part the path of the whole file, which stays where it is.
   * @throws StoreFailure
   */
  keep(part: string, content: { sha256: string; size: number; mediaType: string }): Promise<void>;
  /** @throws StoreFailure when it is not there or cannot be reached. */
  read(sha256: string): Promise<Readable>;
  /**
   * Removes a content, whether it is there or not. Only with its lock (see content-lock.service.ts).
   * @throws StoreFailure
   */
  remove(sha256: string): Promise<void>;
  /**
   * The SHA-256 of all that is kept, in pages; what else lies there is left out.
   * @throws StoreFailure
   */
  list(): AsyncIterable<string[]>;
  /**
   * How large a content is, and when it was stored last; null when it is not there.
   * @throws StoreFailure
   */
  find(sha256: string): Promise<StoredContent | null>;
}

/** A content as it lies in the store. */
interface StoredContent {
  sha256: string;
  /** In bytes. */
  size: number;
  storedAt: Date;
}

/** How long nobody may have written to an incoming file before it counts as left behind: an hour. */
const STALE = 60 * 60_000;

/**
 * Opens the store: a folder under the data folder, or a bucket when there is one.
 * @param options.clear whether parts that were left behind are removed.
 * @throws OperatorError EVIDENCE_STORE_UNAVAILABLE when it cannot be used.
 */
export async function openEvidenceStore(
  settings: Pick<Config, 'dataDirectory' | 'evidenceBucket'>,
  options: { clear: boolean } = { clear: true },
): Promise<EvidenceStore> {
  const { dataDirectory, evidenceBucket: bucket } = settings;
  const folder = resolve(dataDirectory, 'evidence');
  const parts = join(folder, 'parts');
  try {
    await mkdir(resolve(dataDirectory), { recursive: true });
    // For the hub's own user: what schools send is not for everybody on the machine.
    await mkdir(parts, { recursive: true, mode: 0o700 });
    if (options.clear) await clearParts(parts);
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
        await disk.copyFromFs(part, key, { contentType: mediaType, contentLength: size });
      }),
    read: (sha256) =>
      tried(async () => {
        const stream = await disk.getStream(keyOf(sha256));
        // A file that is missing shows only when it is opened.
        if (stream instanceof ReadStream) await once(stream, 'open');
        return stream;
      }),
    remove: (sha256) => tried(() => disk.delete(keyOf(sha256))),
    list: () => list(disk),
    find: (sha256) => tried(() => find(disk, sha256)),
  };
}

async function* list(disk: Disk): AsyncGenerator<string[]> {
  let paginationToken: string | undefined;
  do {
    const page = await tried(() => disk.listAll('/', { recursive: true, paginationToken }));
    yield [...page.objects].flatMap((object) => (object.isFile ? contentsAt(object.key) : []));
    ({ paginationToken } = page);
  } while (paginationToken !== undefined);
}

async function find(disk: Disk, sha256: string): Promise<StoredContent | null> {
  const key = keyOf(sha256);
  if (!(await disk.exists(key))) return null;
  const { contentLength, lastModified } = await disk.getMetaData(key);
  return { sha256, size: contentLength, storedAt: lastModified };
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

/** The content that lies at a key; none for what is not of the store. */
function contentsAt(key: string): string[] {
  const sha256 = /^[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(key)?.[1];
  return sha256 !== undefined && keyOf(sha256) === key ? [sha256] : [];
}
