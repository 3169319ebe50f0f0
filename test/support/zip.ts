import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a zip; `declared` is the size that the zip says, where it lies. */
export interface ZipPart {
  name: string;
  content: string | Buffer;
  declared?: number;
  /** The flags of the zip, such as 1 for a part that is encrypted. */
  flags?: number;
}

/** A zip of parts, made by hand, so that it can be wrong in any way. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, place, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const SHEET_NAMES = ['framework', 'levels', 'sections', 'questions', 'options', 'criteria'];

/** The parts of a workbook whose sheets have these texts between `<sheetData>` and its end. */
export function workbookParts(
  sheets: Partial<Record<string, string>>,
  texts: string = '<sst/>',
): ZipPart[] {
  const names = [...new Set([...SHEET_NAMES, ...Object.keys(sheets)])];
  const list = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"/>`,
  );
  const links = names.map(
    (_name, index) => `<Relationship Id="r${index}" Target="worksheets/s${index}.xml"/>`,
  );
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${links.join('')}<Relationship Id="t" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: texts },
    ...names.map((name, index) => ({
      name: `xl/worksheets/s${index}.xml`,
      content: `<worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`,
    })),
  ];
}
