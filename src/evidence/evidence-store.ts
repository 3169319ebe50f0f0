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

export interface EvidenceStore {
  readonly parts: string;
  /**
   * Stores a file, once however often it arrives. It is safe when this resolves. A content that is
   * stored but never recorded does no harm: it is used when the same content arrives, or cleaned
   * away.
   * @param part the path of the whole file, which is not removed.
   * @throws StoreFailure
   */
  keep(part: string, content: { sha256: string; size: number; mediaType: string }): Promise<void>;
  /** @throws StoreFailure when the content is missing or cannot be read. */
  read(sha256: string): Promise<Readable>;
  /**
   * Removes a content, whether it is there or not. The caller must hold its lock (see
   * content-lock.service.ts).
   * @throws StoreFailure
   */
  remove(sha256: string): Promise<void>;
  /**
   * The SHA-256 of all stored contents, in pages; other files are left out.
   * @throws StoreFailure
   */
  list(): AsyncIterable<string[]>;
  /**
   * The size of a content and when it was last stored; null when it is missing.
   * @throws StoreFailure
   */
  find(sha256: string): Promise<StoredContent | null>;
  /**
   * The id of the database that the store belongs to; null when none has claimed it.
   * @throws StoreFailure
   */
  owner(): Promise<string | null>;
  /**
   * Makes the store belong to the database with the id.
   * @throws StoreFailure
   */
  own(owner: string): Promise<void>;
}

interface StoredContent {
  sha256: string;
  /** In bytes. */
  size: number;
  storedAt: Date;
}

/** The object that holds the id of the database; it is no content. */
const OWNER = 'owner';

/** An incoming file counts as abandoned when nobody has written to it for an hour. */
const STALE = 60 * 60_000;

/**
 * Opens the store: a folder under the data folder, or a bucket if one is set.
 * @param options.clear whether abandoned parts are removed.
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
    // Only the hub's own user may read what schools upload.
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
        // A missing file is noticed only when it is opened.
        if (stream instanceof ReadStream) await once(stream, 'open');
        return stream;
      }),
    remove: (sha256) => tried(() => disk.delete(keyOf(sha256))),
    list: () => list(disk),
    find: (sha256) => tried(() => find(disk, sha256)),
    owner: () => tried(async () => ((await disk.exists(OWNER)) ? disk.get(OWNER) : null)),
    own: (owner) => tried(() => disk.put(OWNER, owner, { contentType: 'text/plain' })),
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

/** Removes what interrupted uploads and killed hubs left, but never a file that is arriving. */
export async function clearParts(parts: string): Promise<void> {
  for (const name of await readdir(parts)) {
    const part = join(parts, name);
    const found = await stat(part).catch(() => null);
    if (found && found.mtimeMs < Date.now() - STALE) await rm(part, { force: true });
  }
}

/** A folder with too many files is slow to list, so they are spread over 256 folders. */
function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** The content at a key; none for files that do not belong to the store. */
function contentsAt(key: string): string[] {
  const sha256 = /^[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(key)?.[1];
  return sha256 !== undefined && keyOf(sha256) === key ? [sha256] : [];
}
