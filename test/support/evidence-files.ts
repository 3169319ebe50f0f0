import { crc32 } from 'node:zlib';

/** The smallest contents that are what they say; `mark` makes them differ. */
export const FILES = {
  pdf: (mark = '') => Buffer.from(`%PDF-1.4\n%${mark}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`),
  png: (mark = '') =>
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
      pngChunk('tEXt', Buffer.from(`mark\0${mark}`)),
      pngChunk('IDAT', Buffer.from([0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1])),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  jpeg: (mark = '') =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]),
      Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
      jpegPart(0xfe, Buffer.from(mark)),
      jpegPart(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
      Buffer.from([0xff, 0xd9]),
    ]),
  docx: (mark = '') => office('wordprocessingml.document', 'word/document.xml', mark),
  xlsx: (mark = '') => office('spreadsheetml.sheet', 'xl/workbook.xml', mark),
  odt: (mark = '') =>
    zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `<a>${mark}</a>` }),
  zip: (mark = '') => zip({ 'a.txt': mark }),
  exe: (mark = '') => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from(mark)]),
};

function office(kind: string, part: string, mark: string): Buffer {
  return zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
    [part]: `<a>${mark}</a>`,
  });
}

function jpegPart(marker: number, data: Buffer): Buffer {
  const length = data.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), data]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** An archive of texts that are stored as they are. */
function zip(texts: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(texts)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
