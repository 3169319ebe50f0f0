import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';
import { propertyOf } from '../shared/errors.js';

/** A backup that is being written, beside its place: there it is whole or not at all. */
export class ArchiveWriter {
  readonly unfinished: string;
  readonly #pack = pack();
  readonly #written: Promise<void>;

  constructor(readonly file: string) {
    this.unfinished = `${file}.unfinished-${randomUUID()}`;
    this.#written = pipeline(
      Readable.from(this.#pack),
      createZstdCompress(),
      createWriteStream(this.unfinished, { flags: 'wx', mode: 0o600, flush: true }),
    );
    // Whoever adds or finishes is told.
    this.#written.catch(() => undefined);
  }

  /** Resolves when there is room for the next part. */
  async add(name: string, content: Buffer): Promise<void> {
    const added = new Promise<void>((resolve, reject) => {
      this.#pack.entry({ name }, content, (error) => (error ? reject(error) : resolve()));
    });
    // Of what could not be written, the pack only says that it was destroyed.
    await added.catch(async (error: unknown) => {
      await this.#written;
      throw error;
    });
  }

  /** Resolves when everything is on the disk; the file is in its place after `publish`. */
  async finish(): Promise<void> {
    this.#pack.finalize();
    await this.#written;
  }

  /** @throws the error EEXIST when there is a file meanwhile. */
  async publish(): Promise<void> {
    try {
      await link(this.unfinished, this.file);
      await rm(this.unfinished);
    } catch (error) {
      // Some network drives know no second name of a file.
      if (propertyOf(error, 'code') === 'EEXIST') throw error;
      await rename(this.unfinished, this.file);
    }
    const folder = await open(dirname(this.file));
    await folder.sync().finally(() => folder.close());
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.unfinished, { force: true });
  }
}
