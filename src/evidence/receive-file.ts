import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import { BodyTooSlowError } from '../request/body-too-slow-error.js';
import type { FileFinding } from '../file-checks/file-finding.js';
import { REFUSED } from '../file-checks/file-refusals.js';
import { lookInto, oleRefusal } from '../file-checks/look-into.js';
import { RequestError } from '../shared/errors.js';
import { ENDINGS, kindOfMediaType, kindOfName, type FileKind } from './file-kind.js';
import { StoreFailure } from './store-failure.js';

/** In bytes: 20 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** The time limit of an upload in milliseconds: fifteen minutes. */
export const LONGEST_TRANSFER = 15 * 60_000;

/** In milliseconds: only then is the pace of a sender judged, so that a short hitch does no harm. */
const PACED_AFTER = 60_000;

/**
 * In bytes per second, on average. A file of the largest size needs more to arrive in its time; a
 * slower sender would only hold a place that others need.
 */
const SLOWEST_PACE = 20_000;

export interface ReceivedFile {
  part: string;
  sha256: string;
  /** In bytes. */
  size: number;
  mediaType: FileKind['mediaType'];
  /** What its reader should know of. */
  findings: FileFinding[];
}

export interface IncomingFile {
  source: Readable;
  name: string;
  parts: string;
  check: (size: number) => void;
  /** The time in milliseconds, from any moment on. */
  clock?: () => number;
}

/**
 * Receives a file into a part, passes it on, and always removes the part. The bytes go to the disk
 * as they arrive, so memory holds one chunk only.
 * @throws RequestError for a file that is interrupted, too slow, empty, too large or of another type than its
 * name says, or that holds what is refused (file-refusals.ts), and what `check` throws; StoreFailure when it cannot be written.
 */
export async function receiveFile<Result>(
  incoming: IncomingFile,
  use: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const part = join(incoming.parts, `${randomUUID()}.part`);
  try {
    const { sha256, size } = await write(incoming, part);
    const mediaType = await mediaTypeOf(part, incoming.name);
    const findings = await lookInto(part, { name: incoming.name, mediaType });
    return await use({ part, sha256, size, mediaType, findings });
  } finally {
    await rm(part, { force: true });
  }
}

async function write(
  { source, check, clock = () => performance.now() }: IncomingFile,
  part: string,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  const began = clock();
  let size = 0;
  const handle = await open(part, 'wx').catch((error: unknown) => {
    throw new StoreFailure(error);
  });
  try {
    // The request stays open when the file is refused, so that it can still be answered.
    for await (const chunk of source.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      check(size);
      checkPace(size, clock() - began);
      hash.update(chunk as Buffer);
      await handle.writeFile(chunk as Buffer);
    }
  } catch (error) {
    if (source.errored instanceof BodyTooSlowError) throw source.errored;
    if (source.errored) throw brokenOff();
    throw error instanceof RequestError ? error : new StoreFailure(error);
  } finally {
    await handle.close();
  }
  if (size === 0) throw empty();
  return { sha256: hash.digest('hex'), size };
}

/** @throws BodyTooSlowError */
function checkPace(size: number, elapsed: number): void {
  if (elapsed > PACED_AFTER && size < (SLOWEST_PACE * elapsed) / 1000) throw new BodyTooSlowError();
}

/** @throws RequestError when the content has no accepted type, or another type than the name. */
async function mediaTypeOf(part: string, name: string): Promise<FileKind['mediaType']> {
  // Content that the library cannot read has no type.
  const found = await fileTypeFromFile(part).catch(() => undefined);
  const kind = kindOfMediaType(found?.mime);
  if (found?.mime.includes('macroenabled')) throw REFUSED.macros(name);
  const refusal = kind ? null : await oleRefusal(part, name);
  if (refusal) throw refusal;
  const what = found ? `${found.mime} (.${found.ext})` : null;
  if (!kind)
    throw new RequestError('FILE_TYPE_UNSUPPORTED', {
      vi: `Nội dung của “${name}” ${what ? `là ${what}` : 'không thuộc loại nào nhận ra được'}. Chỉ nhận: ${ENDINGS}.`,
      en: `The content of “${name}” ${what ? `is ${what}` : 'is of no type that could be told'}. Only these are taken: ${ENDINGS}.`,
    });
  if (kind !== kindOfName(name))
    throw new RequestError('FILE_NAME_MISLEADING', {
      vi: `Nội dung của “${name}” là ${what}, khác với đuôi của tên. Hãy đổi tên tệp cho đúng rồi gửi lại.`,
      en: `The content of “${name}” is ${what}, not what its name says. Give the file its right name, then send it again.`,
    });
  return kind.mediaType;
}

export function tooLarge(): RequestError {
  return new RequestError('FILE_TOO_LARGE', {
    vi: `Tệp lớn hơn ${LARGEST_FILE / 1024 / 1024} MB.`,
    en: `The file is larger than ${LARGEST_FILE / 1024 / 1024} MB.`,
  });
}

function empty(): RequestError {
  return new RequestError('FILE_EMPTY', {
    vi: 'Tệp rỗng: không nhận được byte nào.',
    en: 'The file is empty: not one byte came.',
  });
}

function brokenOff(): RequestError {
  return new RequestError('UPLOAD_BROKEN_OFF', {
    vi: 'Tệp chưa đến hết. Không có gì được giữ lại; hãy gửi lại đến cùng địa chỉ.',
    en: 'The file did not arrive whole. Nothing of it was kept; send it again to the same address.',
  });
}
