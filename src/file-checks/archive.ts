import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { messageOf, propertyOf, RequestError } from '../shared/errors.js';
import type { FileFinding } from './file-finding.js';
import { MOST_PIXELS, MOST_UNPACKED, REFUSED } from './file-refusals.js';
import { isImage, pixelsOf } from './image-pixels.js';
import { isOle, OLE_ENCRYPTED, OLE_MACROS, Seeker } from './pieces.js';

/** No document has as many parts. */
const MOST_PARTS = 10_000;

/** How much of a part tells what it is: a JPEG may have 64 KB of other things before its size. */
const HEAD = 256 * 1024;

/**
 * A document may hold another one, such as the sheet behind a chart, which is looked into as well; that one
 * may hold none.
 */
const DEEPEST = 1;

/** The beginnings of archives: ZIP, RAR, 7z, gzip, bzip2, xz, cabinet, Zstandard, LZ4. */
const ARCHIVES = [
  ['504b0304', '504b0506', '504b0708', '526172211a07', '377abcaf271c', '1f8b', '425a68'],
  ['fd377a585a00', '4d534346', '28b52ffd', '04224d18'],
].flat();

/** The beginnings of what no document is made of: programs and PDF. */
const FOREIGN = ['4d5a', '7f454c46', '25504446'];

/** Pictures of Office programs that are compressed with gzip. */
const PACKED_PICTURE = /\.(emz|wmz|svgz)$/i;

/** Programs in documents of Office: macros, also those of Excel 4. */
const OFFICE_MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)macrosheets\//i;

/** Programs in documents of LibreOffice; the lists of modules are there without any as well. */
const OPEN_MACROS = /^(Basic\/[^/]+\/(?!(script|dialog)-l[bc]\.xml$)[^/]+\.xml|Scripts\/.*[^/])$/i;

/** What is known of the whole file while its parts are looked into. */
interface Looking {
  /** As its sender called it. */
  name: string;
  findings: Set<FileFinding>;
  /** How many bytes may still come out of it. */
  left: number;
}

/**
 * Looks into a document that is an archive, and unpacks all of it to count what comes out, because
 * what an archive says of itself may be a lie. Memory holds one piece at a time.
 * @throws RequestError for what is refused.
 */
export async function lookIntoArchive(path: string, name: string): Promise<Set<FileFinding>> {
  const looking = { name, findings: new Set<FileFinding>(), left: MOST_UNPACKED };
  await lookInto(path, looking, 0);
  return looking.findings;
}

async function lookInto(path: string, looking: Looking, depth: number): Promise<void> {
  const { name } = looking;
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, strictFileNames: false, autoClose: false });
    if (zip.entryCount > MOST_PARTS) throw REFUSED.unpacked(name);
    const entries: Entry[] = [];
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw REFUSED.encrypted(name);
      if (OFFICE_MACROS.test(entry.fileName) || OPEN_MACROS.test(entry.fileName))
        throw REFUSED.macros(name);
      declared += entry.uncompressedSize;
      if (declared > looking.left) throw REFUSED.unpacked(name);
      entries.push(entry);
    }
    if (depth > 0 && !entries.some(isMark)) throw REFUSED.nested(name, 'ZIP');
    for (const [index, entry] of entries.entries()) {
      const stream = await zip.openReadStreamPromise(entry);
      const place = { looking, depth, aside: `${path}.${index}` };
      try {
        await lookAtPart(stream, entry.fileName, place);
      } finally {
        // Until then the archive stays open.
        stream.destroy();
      }
    }
  } catch (error) {
    // The disk failed, and not what is in the file.
    if (error instanceof RequestError || propertyOf(error, 'syscall') !== undefined) throw error;
    throw /encrypt/i.test(messageOf(error)) ? REFUSED.encrypted(name) : REFUSED.damaged(name);
  } finally {
    zip?.close();
  }
}

/** Every document of Office or LibreOffice has one of these. */
function isMark({ fileName }: Entry): boolean {
  return fileName === '[Content_Types].xml' || fileName === 'mimetype';
}

interface PartPlace {
  looking: Looking;
  depth: number;
  /** Where the part may be put aside to be looked into. */
  aside: string;
}

async function lookAtPart(stream: Readable, part: string, place: PartPlace): Promise<void> {
  const { looking, depth, aside } = place;
  const { name, findings } = looking;
  const pieces = counted(stream, looking);
  const first = await headOf(pieces);
  const rest = resumed(first, pieces);
  const begin = first.subarray(0, 8).toString('hex');
  if (PACKED_PICTURE.test(part) && begin.startsWith('1f8b')) return unpackPicture(rest, looking);
  if (begin.startsWith('504b0304') && depth < DEEPEST) return lookAtDocument(rest, place, aside);
  if (ARCHIVES.some((magic) => begin.startsWith(magic)) || isTar(first))
    throw REFUSED.nested(name, part);
  // LibreOffice packs what it encrypts like anything else, and says so here.
  if (part === 'META-INF/manifest.xml' && first.includes('encryption-data'))
    throw REFUSED.encrypted(name);
  if (isOle(first)) return lookAtOle(rest, looking);
  if (FOREIGN.some((magic) => begin.startsWith(magic))) findings.add('EMBEDDED_FILE');
  if (isImage(first)) {
    const pixels = await pixelsOf((from, length) => first.subarray(from, from + length));
    if ((pixels ?? 0) > MOST_PIXELS) throw REFUSED.pixels(name);
  }
  for await (const piece of rest) void piece;
}

async function* counted(
  stream: AsyncIterable<unknown>,
  looking: Looking,
): AsyncGenerator<Buffer, void> {
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue;
    looking.left -= piece.length;
    if (looking.left < 0) throw REFUSED.unpacked(looking.name);
    yield piece;
  }
}

async function headOf(pieces: AsyncGenerator<Buffer, void>): Promise<Buffer> {
  const head: Buffer[] = [];
  for (let size = 0; size < HEAD;) {
    const next = await pieces.next();
    if (next.done) break;
    head.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(head);
}

async function* resumed(
  first: Buffer,
  pieces: AsyncGenerator<Buffer, void>,
): AsyncGenerator<Buffer, void> {
  yield first;
  yield* pieces;
}

function isTar(head: Buffer): boolean {
  return head.subarray(257, 262).toString('latin1') === 'ustar';
}

async function unpackPicture(pieces: AsyncGenerator<Buffer>, looking: Looking): Promise<void> {
  const unpacking = createGunzip();
  const counting = async (stream: AsyncIterable<unknown>) => {
    for await (const piece of counted(stream, looking)) void piece;
  };
  await pipeline(Readable.from(pieces), unpacking, counting);
}

async function lookAtDocument(
  pieces: AsyncGenerator<Buffer>,
  { looking, depth }: PartPlace,
  aside: string,
): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(aside, { flags: 'wx' }));
    await lookInto(aside, looking, depth + 1);
  } finally {
    await rm(aside, { force: true });
  }
}

/** An object of an older Office program in a document. */
async function lookAtOle(
  pieces: AsyncGenerator<Buffer>,
  { name, findings }: Looking,
): Promise<void> {
  const seeker = new Seeker([OLE_MACROS, OLE_ENCRYPTED]);
  for await (const piece of pieces) seeker.look(piece);
  if (seeker.found.has(OLE_MACROS)) throw REFUSED.macros(name);
  if (seeker.found.has(OLE_ENCRYPTED)) findings.add('NOT_READABLE');
  findings.add('EMBEDDED_FILE');
}
