/** Gives so many bytes from a position on; fewer at the end. */
export type ReadAt = (position: number, length: number) => Promise<Buffer> | Buffer;

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** No camera writes as many parts before the picture. */
const MOST_SEGMENTS = 10_000;

export function isImage(head: Buffer): boolean {
  return (
    head.subarray(0, PNG.length).equals(PNG) || head.subarray(0, 3).toString('hex') === 'ffd8ff'
  );
}

/**
 * The pixels that an image says it has, which a viewer makes room for. Only its header is read.
 * @returns null when it does not say it.
 */
export async function pixelsOf(read: ReadAt): Promise<number | null> {
  const head = await read(0, 24);
  if (head.subarray(0, PNG.length).equals(PNG))
    return head.toString('latin1', 12, 16) === 'IHDR' && head.length === 24
      ? head.readUInt32BE(16) * head.readUInt32BE(20) || null
      : null;
  return pixelsOfJpeg(read);
}

async function pixelsOfJpeg(read: ReadAt): Promise<number | null> {
  let position = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    const head = await read(position, 9);
    const [first, marker = 0] = head;
    if (first !== 0xff || head.length < 4) return null;
    // Bytes of 0xff may stand before any marker.
    if (marker === 0xff) position += 1;
    else if (isFrame(marker))
      return head.length === 9 ? head.readUInt16BE(5) * head.readUInt16BE(7) || null : null;
    else if (marker === SCAN || marker === END) return null;
    else position += 2 + head.readUInt16BE(2);
  }
  return null;
}

const SCAN = 0xda;
const END = 0xd9;

/** Whether a part of a JPEG tells its size: all from C0 to CF, without the three that are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
