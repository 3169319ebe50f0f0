import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import type { RequestError } from '../shared/errors.js';
import { Turns } from '../shared/turns.js';
import { lookIntoArchive } from './archive.js';
import type { FileFinding } from './file-finding.js';
import { MOST_PIXELS, REFUSED } from './file-refusals.js';
import { pixelsOf } from './image-pixels.js';
import { lookIntoPdf } from './pdf.js';
import { isOle, OLE_ENCRYPTED, OLE_MACROS, Seeker } from './pieces.js';

/** So many files are looked into at once; unpacking takes a processor. */
const turns = new Turns(2);

/** In bytes: readers of PDF take a file for one that begins as such within these. */
const PDF_BEGINS = 1024;

/**
 * Looks into a whole file of an accepted type.
 * @param path where it is, in a folder in which parts of it may be put aside for a moment.
 * @param file what its sender calls it, and the type that it was found to have.
 * @returns what its reader should know of.
 * @throws RequestError for what is refused.
 */
export async function lookInto(
  path: string,
  file: { name: string; mediaType: string },
): Promise<FileFinding[]> {
  const done = await turns.take();
  try {
    return [...(await look(path, file))].sort();
  } finally {
    done();
  }
}

async function look(
  path: string,
  { name, mediaType }: { name: string; mediaType: string },
): Promise<Set<FileFinding>> {
  const isPdf = mediaType === 'application/pdf';
  const isPicture = mediaType.startsWith('image/');
  const handle = await open(path);
  try {
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    if (!isPdf && (await read(0, PDF_BEGINS)).includes('%PDF-')) throw REFUSED.twofold(name);
    if ((isPdf || isPicture) && (await isArchive(path))) throw REFUSED.twofold(name);
    if (isPicture) {
      const pixels = await pixelsOf(read);
      if (pixels === null) throw REFUSED.damaged(name);
      if (pixels > MOST_PIXELS) throw REFUSED.pixels(name);
      return new Set();
    }
  } finally {
    await handle.close();
  }
  return isPdf ? lookIntoPdf(path) : lookIntoArchive(path, name);
}

/** Whether programs that unpack archives find one in the file: they look for its end. */
async function isArchive(path: string): Promise<boolean> {
  try {
    const zip = await openPromise(path, { lazyEntries: true });
    zip.close();
    return zip.entryCount > 0;
  } catch {
    return false;
  }
}

/**
 * Why a file of an older Office program, or one that is protected, is refused; null when it is for
 * nothing but its type.
 */
export async function oleRefusal(path: string, name: string): Promise<RequestError | null> {
  const seeker = new Seeker([OLE_MACROS, OLE_ENCRYPTED]);
  let isFirst = true;
  for await (const piece of createReadStream(path)) {
    if (!Buffer.isBuffer(piece) || (isFirst && !isOle(piece))) return null;
    isFirst = false;
    seeker.look(piece);
  }
  if (seeker.found.has(OLE_ENCRYPTED)) return REFUSED.encrypted(name);
  return seeker.found.has(OLE_MACROS) ? REFUSED.macros(name) : null;
}
