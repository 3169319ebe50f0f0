import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { constants, createInflate, inflateSync } from 'node:zlib';
import { isNameIn } from '../shared/enumeration.js';
import { propertyOf } from '../shared/errors.js';
import { FileFinding } from './file-finding.js';
import { MOST_UNPACKED } from './file-refusals.js';

/** In bytes, more than the longest token. */
const LONGEST = 256;

/** In bytes: most streams of a PDF are no longer, packed and unpacked; they are unpacked at once. */
const SHORT = { packed: 16 * 1024, unpacked: 256 * 1024 };

const MOST_STREAMS = 5_000;

/** In bytes: of a stream that does not say that it holds objects, this much is looked at. */
const BEGINNING = 4_000_000;

/** The name of a PDF, of which any letter may be written as its number: `/J#61vaScript`. */
function written(name: string): string {
  const letters = [...name].map((letter) => {
    const [high = '', low = ''] = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${high}[${low}${low.toUpperCase()}])`;
  });
  return `/${letters.join('')}`;
}

const any = (...names: string[]) => names.map(written).join('|');

/**
 * What matters in a PDF. Each is told by names that chance does not write in 20 MB of compressed
 * bytes, so that it needs no trust in what a file says of where its objects are.
 */
const TOKENS = new RegExp(
  [
    // A rendition may hold a script without the name of one; forms of XFA are made of scripts.
    `(?<SCRIPT>${any('JavaScript', 'Rendition')}|${written('XFA')}\\s*(?:\\[|\\d+\\s))`,
    `(?<LAUNCH>${any('Launch')})`,
    `(?<EMBEDDED_FILE>${any('EmbeddedFile', 'FileAttachment', 'RichMedia')}|${written('EF')}\\s*<<)`,
    `(?<NOT_READABLE>${written('Encrypt')}\\s*(?:<<|\\d+\\s+\\d+\\s+R))`,
    `(?<objects>${any('ObjStm')})`,
    `(?<image>${any('Image')}(?![\\w#]))`,
    `(?<odd>${any('ASCII', 'AHx', 'A85', 'LZW', 'RunLength', 'RL', 'Crypt')}|${written('Predictor')}\\s*(?:[2-9]|1\\d))`,
    '(?<end>endstream|endobj)',
    '(?<stream>stream\\r?\\n)',
  ].join('|'),
  'g',
);

/** Calls back for each token of what comes in pieces, with the place where it ends. */
async function eachToken(
  pieces: AsyncIterable<unknown> | Iterable<unknown>,
  told: (token: string, end: number) => void,
): Promise<void> {
  let text = '';
  let offset = 0;
  const look = (limit: number) => {
    let seen = limit;
    for (const { 0: match, index, groups = {} } of text.matchAll(TOKENS)) {
      // What begins near the end may go on in the next piece.
      if (index >= limit) break;
      const end = index + match.length;
      const token = Object.keys(groups).find((each) => groups[each] !== undefined);
      if (token) told(token, offset + end);
      seen = Math.max(seen, end);
    }
    text = text.slice(seen);
    offset += seen;
  };
  for await (const piece of pieces) {
    if (Buffer.isBuffer(piece)) text += piece.toString('latin1');
    if (text.length > LONGEST) look(text.length - LONGEST);
  }
  look(text.length);
}

/** A stream of a PDF, which other objects may be in. */
interface PdfStream {
  start: number;
  /** Whether it says that it holds objects. */
  objects: boolean;
  /** Whether it is packed in a way that this hub does not unpack. */
  odd: boolean;
}

/**
 * Looks for what a PDF does beside showing pages, also in the streams in which newer PDFs pack their
 * objects. Memory holds one piece at a time.
 */
export async function lookIntoPdf(path: string): Promise<Set<FileFinding>> {
  const findings = new Set<FileFinding>();
  const note = (token: string) => {
    if (isNameIn(FileFinding, token)) findings.add(token);
  };
  const streams = await streamsOf(path, note);
  if (streams.length > MOST_STREAMS) findings.add('NOT_READABLE');
  let left = MOST_UNPACKED;
  const handle = await open(path);
  try {
    for (const { start, objects, odd } of streams.slice(0, MOST_STREAMS)) {
      if (objects && odd) findings.add('NOT_READABLE');
      const most = objects ? left : Math.min(left, BEGINNING);
      const { size, isWhole } =
        (await unpackShort(handle, start, note)) ?? (await unpack(path, start, most, note));
      left -= size;
      if ((objects && !isWhole) || left <= 0) findings.add('NOT_READABLE');
      if (left <= 0) break;
    }
    return findings;
  } finally {
    await handle.close();
  }
}

/** The packed streams of a PDF but for its pictures; everything outside of them is noted. */
async function streamsOf(path: string, note: (token: string) => void): Promise<PdfStream[]> {
  const streams: PdfStream[] = [];
  const about = new Set<string>();
  await eachToken(createReadStream(path), (token, end) => {
    note(token);
    const [objects, odd] = [about.has('objects'), about.has('odd')];
    if (token === 'stream' && !about.has('image') && streams.length <= MOST_STREAMS)
      streams.push({ start: end, objects, odd });
    if (token === 'stream' || token === 'end') about.clear();
    else about.add(token);
  });
  return streams;
}

interface Unpacked {
  /** How many bytes came out. */
  size: number;
  /** Whether that was all. */
  isWhole: boolean;
}

/** Unpacks a short stream and notes what is in it; null for any other. */
async function unpackShort(
  handle: FileHandle,
  start: number,
  note: (token: string) => void,
): Promise<Unpacked | null> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(SHORT.packed), { position: start });
  let content: Buffer;
  try {
    content = inflateSync(buffer.subarray(0, bytesRead), { maxOutputLength: SHORT.unpacked });
  } catch {
    return null;
  }
  await eachToken([content], note);
  return { size: content.length, isWhole: true };
}

/**
 * Unpacks a stream to its own end, whatever the file says of its length, and notes what is in it.
 */
async function unpack(
  path: string,
  start: number,
  most: number,
  note: (token: string) => void,
): Promise<Unpacked> {
  const source = createReadStream(path, { start, highWaterMark: SHORT.packed });
  const unpacking = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  source.on('error', (error) => unpacking.destroy(error)).pipe(unpacking);
  let size = 0;
  const pieces = async function* () {
    for await (const piece of unpacking) {
      if (!Buffer.isBuffer(piece)) continue;
      size += piece.length;
      yield piece;
      if (size >= most) return;
    }
  };
  try {
    await eachToken(pieces(), note);
    return { size, isWhole: size < most };
  } catch (error) {
    if (propertyOf(error, 'syscall') !== undefined) throw error;
    return { size, isWhole: false };
  } finally {
    source.destroy();
    unpacking.destroy();
  }
}
