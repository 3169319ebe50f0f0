import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { z } from 'zod';
import { migrations } from '../database/migrations/index.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { hubVersion } from '../shared/hub-version.js';
import {
  contents,
  CONTENTS,
  digestOf,
  FORMAT,
  HEADER,
  header,
  linesIn,
  sha256Of,
  tableOf,
  type Contents,
  type Header,
} from './archive.js';

/** A part of a backup; the hub writes none that is too large to be held. */
export interface Part {
  name: string;
  content: Buffer;
}

/** In bytes: no part that the hub writes is as large. */
const LARGEST_PART = 256 * 1024 * 1024;

/**
 * The parts of a backup in their order, one at a time.
 * @throws OperatorError BACKUP_DAMAGED where it cannot be read any further.
 */
export async function* partsOf(file: string): AsyncGenerator<Part> {
  const parts = extract();
  const reading = pipeline(createReadStream(file), createZstdDecompress(), parts);
  // The parts tell of it.
  reading.catch(() => undefined);
  try {
    for await (const part of parts) {
      const { name, size = 0 } = part.header;
      if (size > LARGEST_PART) throw new Error(`${name} is too large`);
      const chunks: Buffer[] = [];
      for await (const chunk of part) chunks.push(Buffer.from(chunk));
      yield { name, content: Buffer.concat(chunks) };
    }
    await reading;
  } catch (error) {
    throw error instanceof OperatorError ? error : damaged(file, messageOf(error));
  } finally {
    parts.destroy();
  }
}

/**
 * What a backup says of itself in its first part.
 * @throws OperatorError FILE_UNREADABLE, BACKUP_DAMAGED, BACKUP_NEWER
 */
export async function headerOf(file: string): Promise<Header> {
  await checkReadable(file);
  for await (const part of partsOf(file)) return readHeader(file, part);
  throw damaged(file, 'it is empty');
}

/**
 * Reads a backup to its end and compares each part with its checksum and the number of its rows.
 * @throws OperatorError FILE_UNREADABLE, BACKUP_DAMAGED, BACKUP_NEWER
 */
export async function checkArchive(file: string): Promise<{ header: Header; contents: Contents }> {
  await checkReadable(file);
  const check = new Check(file);
  for await (const part of partsOf(file)) check.take(part);
  return check.end();
}

class Check {
  #header: Header | null = null;
  #headerSha256 = '';
  #contents: Contents | null = null;
  readonly #tables = new Map<string, { hash: Hash; rows: number; bytes: number }>();
  readonly #evidence = { files: 0, bytes: 0 };

  constructor(private readonly file: string) {}

  take({ name, content }: Part): void {
    if (this.#contents) throw damaged(this.file, `${name} stands behind its end`);
    if (this.#header === null) {
      this.#header = readHeader(this.file, { name, content });
      this.#headerSha256 = digestOf(content);
      return;
    }
    const [table, sha256] = [tableOf(name), sha256Of(name)];
    if (table !== null) this.#takeRows(table, content);
    else if (sha256 !== null) this.#takeEvidence(sha256, content);
    else if (name === CONTENTS) this.#contents = parsed(this.file, name, content, contents);
    else throw damaged(this.file, `${name} is no part of a backup`);
  }

  end(): { header: Header; contents: Contents } {
    const found = this.#contents;
    if (!this.#header || !found) throw damaged(this.file, 'its end is missing');
    if (found.headerSha256 !== this.#headerSha256)
      throw damaged(this.file, `${HEADER} is not as it was written`);
    for (const { name, rows, bytes, sha256 } of found.tables) {
      const read = this.#tables.get(name) ?? { hash: createHash('sha256'), rows: 0, bytes: 0 };
      this.#tables.delete(name);
      if (read.rows !== rows || read.bytes !== bytes || read.hash.digest('hex') !== sha256)
        throw damaged(this.file, `the rows of ${name} are not as they were written`);
    }
    const [unlisted] = this.#tables.keys();
    if (unlisted !== undefined) throw damaged(this.file, `${unlisted} is not in its list`);
    const { files, bytes } = this.#evidence;
    if (files !== found.evidence.files || bytes !== found.evidence.bytes)
      throw damaged(this.file, 'files of evidence are missing in it');
    return { header: this.#header, contents: found };
  }

  #takeRows(table: string, content: Buffer): void {
    const read = this.#tables.get(table) ?? { hash: createHash('sha256'), rows: 0, bytes: 0 };
    read.hash.update(content);
    read.rows += linesIn(content);
    read.bytes += content.length;
    this.#tables.set(table, read);
  }

  #takeEvidence(sha256: string, content: Buffer): void {
    if (digestOf(content) !== sha256)
      throw damaged(this.file, `the file of evidence ${sha256} is not as it was written`);
    this.#evidence.files += 1;
    this.#evidence.bytes += content.length;
  }
}

async function checkReadable(file: string): Promise<void> {
  try {
    const handle = await open(file);
    await handle.close();
  } catch (error) {
    throw new OperatorError('FILE_UNREADABLE', `${file} cannot be read: ${messageOf(error)}.`);
  }
}

function readHeader(file: string, { name, content }: Part): Header {
  if (name !== HEADER) throw damaged(file, `it begins with ${name} and not with ${HEADER}`);
  const { format } = parsed(file, name, content, z.object({ format: z.number() }));
  if (format > FORMAT) throw newer(file, `its form ${format} is not known here`);
  const found = parsed(file, name, content, header);
  const known = new Set(migrations.map((each) => each.name));
  const unknown = found.migrations.find((migration) => !known.has(migration));
  if (unknown !== undefined)
    throw newer(file, `it was made by version ${found.hubVersion} after the migration ${unknown}`);
  return found;
}

function parsed<Value>(file: string, name: string, content: Buffer, form: z.ZodType<Value>): Value {
  try {
    return form.parse(JSON.parse(content.toString('utf8')));
  } catch {
    throw damaged(file, `${name} cannot be understood`);
  }
}

function newer(file: string, why: string): OperatorError {
  return new OperatorError(
    'BACKUP_NEWER',
    `${file} was made by a newer hub than this one of version ${hubVersion()}: ${why}. Nothing was changed; restore it with that version or a newer one.`,
  );
}

function damaged(file: string, why: string): OperatorError {
  return new OperatorError(
    'BACKUP_DAMAGED',
    `${file} is no whole backup of a hub: ${why}. Nothing of it was restored; take another backup, or another copy of this one.`,
  );
}
