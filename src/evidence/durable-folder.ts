import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FSDriver } from 'flydrive/drivers/fs';

/**
 * A folder whose files are complete or absent, even after a power cut. Flydrive's own driver writes
 * in place and does not wait until the bytes are on the disk.
 */
export class DurableFolder extends FSDriver {
  /** @param parts a folder on the same file system for files that are being written. */
  constructor(
    readonly folder: string,
    readonly parts: string,
  ) {
    super({ location: folder, visibility: 'private' });
  }

  override put(key: string, contents: string | Uint8Array): Promise<void> {
    return this.putStream(key, Readable.from([contents]));
  }

  override async putStream(key: string, contents: Readable): Promise<void> {
    const part = join(this.parts, `${randomUUID()}.part`);
    const place = join(this.folder, key);
    try {
      await pipeline(contents, createWriteStream(part, { flags: 'wx', flush: true }));
      await mkdir(dirname(place), { recursive: true });
      await rename(part, place);
      for (const folder of new Set([dirname(place), this.folder])) await syncFolder(folder);
    } finally {
      await rm(part, { force: true });
    }
  }
}

/** The name of a file is on the disk only after its folder was synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
