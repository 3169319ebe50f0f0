import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FILES } from './support/evidence-files.js';
import { handIn, provincial, school, upload, type School } from './support/evidence.js';
import { startHub, type TestHub } from './support/hub.js';
import type { Headers } from './support/people.js';
import { zipOf, type ZipPart } from './support/zip.js';

let hub: TestHub;
let ours: School;
let reviewer: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date('2026-11-23T02:00:00Z') });
  reviewer = await provincial(hub, 'REVIEWER');
  ours = await school(hub);
});
afterAll(() => hub.close());

const CONTENT_TYPES = (kind: string) => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
});

/** A document of Word with more parts. */
function docx(...parts: ZipPart[]): Buffer {
  const document = { name: 'word/document.xml', content: '<a/>' };
  return zipOf([CONTENT_TYPES('wordprocessingml.document'), document, ...parts]);
}

function xlsx(...parts: ZipPart[]): Buffer {
  const workbook = { name: 'xl/workbook.xml', content: '<a/>' };
  return zipOf([CONTENT_TYPES('spreadsheetml.sheet'), workbook, ...parts]);
}

function odt(...parts: ZipPart[]): Buffer {
  // The type is not compressed: so programs find it at its place.
  const bare = FILES.odt();
  const from = zipOf([{ name: 'content.xml', content: '<a/>' }, ...parts]);
  return joined(bare, from);
}

/** The parts of two archives in one. */
function joined(first: Buffer, second: Buffer): Buffer {
  const cut = (zip: Buffer) => {
    const end = zip.length - 22;
    const start = zip.readUInt32LE(end + 16);
    return { locals: zip.subarray(0, start), central: Buffer.from(zip.subarray(start, end)) };
  };
  const [a, b] = [cut(first), cut(second)];
  const count = first.readUInt16LE(first.length - 12) + second.readUInt16LE(second.length - 12);
  for (let at = 0; at < b.central.length;) {
    b.central.writeUInt32LE(b.central.readUInt32LE(at + 42) + a.locals.length, at + 42);
    at += 46 + b.central.readUInt16LE(at + 28);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(a.central.length + b.central.length, 12);
  end.writeUInt32LE(a.locals.length + b.locals.length, 16);
  return Buffer.concat([a.locals, b.locals, a.central, b.central, end]);
}

/** An object of an older Office program; only the names of its storages matter. */
function ole(...storages: string[]): Buffer {
  const names = storages.map((name) => Buffer.from(name, 'utf16le'));
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...names]);
}

/** A PNG that says that it is so large; nothing of it is shown. */
function png(width: number, height: number): Buffer {
  const image = Buffer.from(FILES.png(`${width}`));
  image.writeUInt32BE(width, 16);
  image.writeUInt32BE(height, 20);
  return image;
}

function jpeg(width: number, height: number, mark = ''): Buffer {
  const image = FILES.jpeg(mark);
  const frame = image.indexOf(Buffer.from([0xff, 0xc0]));
  image.writeUInt16BE(height, frame + 5);
  image.writeUInt16BE(width, frame + 7);
  return image;
}

function pdf(...objects: (string | Buffer)[]): Buffer {
  const parts = objects.flatMap((object, index) => [
    Buffer.from(`${index + 1} 0 obj\n`),
    Buffer.from(object),
    Buffer.from('\nendobj\n'),
  ]);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('trailer<<>>\n%%EOF\n')]);
}

/** A stream of a PDF, packed. */
function stream(dictionary: string, content: string | Buffer): Buffer {
  const packed = deflateSync(content);
  const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

/** What is behind the answers of the school, and what lies in the folder of evidence. */
async function kept() {
  const rows = await hub.em.execute('select count(*)::int as files from evidence_file');
  const folder = join(hub.dataDirectory, 'evidence');
  const stored = await readdir(folder, { recursive: true });
  const open = await Promise.all(
    (await readdir('/proc/self/fd').catch(() => [])).map((each) =>
      readlink(`/proc/self/fd/${each}`).catch(() => ''),
    ),
  );
  return {
    recorded: rows[0]!['files'],
    stored: stored.filter((each) => each.length > 20).sort(),
    open: open.filter((each) => each.startsWith(folder)),
  };
}

async function send(content: Buffer, fileName: string) {
  const { status, body } = await upload(hub, ours, content, { fileName });
  if (status === 201) await hub.em.execute('delete from evidence');
  return { status, ...body };
}

const HALF = { content: 'a', declared: 101_000_000 };
const SCRIPT = '<</S/JavaScript/JS(app.alert(1))>>';

describe('what is refused leaves nothing behind and is told by its name', () => {
  test.each<[string, string, string, () => Buffer]>([
    [
      'macros',
      'FILE_HAS_MACROS',
      'a.docx',
      () => docx({ name: 'word/vbaProject.bin', content: '' }),
    ],
    [
      'macros in capitals',
      'FILE_HAS_MACROS',
      'A.DOCX',
      () => docx({ name: 'Word/VBAPROJECT.BIN', content: '' }),
    ],
    [
      'macros in a workbook',
      'FILE_HAS_MACROS',
      'a.xlsx',
      () => xlsx({ name: 'xl/vbaProject.bin', content: '' }),
    ],
    [
      'macros of Excel 4',
      'FILE_HAS_MACROS',
      'a.xlsx',
      () => xlsx({ name: 'xl/macrosheets/sheet1.xml', content: '' }),
    ],
    [
      'macros under another name',
      'FILE_HAS_MACROS',
      'a.docx',
      () => docx({ name: 'word/media/image1.png', content: ole('VBA', '_VBA_PROJECT') }),
    ],
    [
      'a macro document as another',
      'FILE_HAS_MACROS',
      'a.docx',
      () =>
        zipOf([
          {
            name: '[Content_Types].xml',
            content:
              '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
          },
          { name: 'word/document.xml', content: '<a/>' },
        ]),
    ],
    [
      'macros of LibreOffice',
      'FILE_HAS_MACROS',
      'a.odt',
      () => odt({ name: 'Basic/Standard/Module1.xml', content: '' }),
    ],
    [
      'a script of LibreOffice',
      'FILE_HAS_MACROS',
      'a.odt',
      () => odt({ name: 'Scripts/python/a.py', content: '' }),
    ],
    ['an old document with macros', 'FILE_HAS_MACROS', 'a.docx', () => ole('_VBA_PROJECT')],
    [
      'macros in a document inside',
      'FILE_HAS_MACROS',
      'a.docx',
      () =>
        docx({
          name: 'word/embeddings/a.xlsx',
          content: xlsx({ name: 'xl/vbaProject.bin', content: '' }),
        }),
    ],
    [
      '201 MB by its own word',
      'FILE_UNPACKS_TOO_LARGE',
      'a.docx',
      () => docx({ name: 'word/a.xml', content: 'a', declared: 201_000_000 }),
    ],
    [
      '201 MB in two halves',
      'FILE_UNPACKS_TOO_LARGE',
      'a.docx',
      () => docx({ name: 'word/a.xml', ...HALF }, { name: 'word/b.xml', ...HALF }),
    ],
    [
      '201 MB behind a lie',
      'FILE_DAMAGED',
      'a.docx',
      () => docx({ name: 'word/a.xml', content: Buffer.alloc(1_000_000), declared: 100 }),
    ],
    [
      '201 MB in a document inside',
      'FILE_UNPACKS_TOO_LARGE',
      'a.docx',
      () =>
        docx({
          name: 'word/embeddings/a.docx',
          content: docx({ name: 'a', ...HALF }, { name: 'b', ...HALF }),
        }),
    ],
    [
      '201 MB in a packed picture',
      'FILE_UNPACKS_TOO_LARGE',
      'a.docx',
      () =>
        docx({
          name: 'word/media/a.emz',
          content: gzipSync(Buffer.alloc(201_000_000), { level: 1 }),
        }),
    ],
    [
      '10,001 parts',
      'FILE_UNPACKS_TOO_LARGE',
      'a.docx',
      () =>
        docx(...Array.from({ length: 10_001 }, (_, part) => ({ name: `a/${part}`, content: '' }))),
    ],
    [
      'an archive',
      'FILE_HAS_ARCHIVE',
      'a.docx',
      () => docx({ name: 'word/media/a.png', content: FILES.zip() }),
    ],
    [
      'an archive of another kind',
      'FILE_HAS_ARCHIVE',
      'a.docx',
      () => docx({ name: 'a.7z', content: Buffer.from('377abcaf271c0004', 'hex') }),
    ],
    [
      'gzip that is no picture',
      'FILE_HAS_ARCHIVE',
      'a.odt',
      () => odt({ name: 'a.xml', content: gzipSync('a') }),
    ],
    [
      'a document in a document in a document',
      'FILE_HAS_ARCHIVE',
      'a.docx',
      () => docx({ name: 'a', content: docx({ name: 'b', content: docx() }) }),
    ],
    ['a password', 'FILE_ENCRYPTED', 'a.docx', () => docx({ name: 'a', content: 'a', flags: 1 })],
    ['a password of Office', 'FILE_ENCRYPTED', 'a.docx', () => ole('EncryptedPackage')],
    [
      'a password of LibreOffice',
      'FILE_ENCRYPTED',
      'a.odt',
      () => odt({ name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' }),
    ],
    ['an old document', 'FILE_TYPE_UNSUPPORTED', 'a.docx', () => ole('WordDocument')],
    ['100 megapixels and more', 'IMAGE_TOO_LARGE', 'a.png', () => png(10_001, 10_000)],
    ['a huge size', 'IMAGE_TOO_LARGE', 'a.PNG', () => png(0x7fffffff, 0x7fffffff)],
    ['a large JPEG', 'IMAGE_TOO_LARGE', 'a.jpg', () => jpeg(10_001, 10_000)],
    [
      'a large JPEG behind a long comment',
      'IMAGE_TOO_LARGE',
      'a.jpg',
      () => jpeg(50_000, 50_000, 'a'.repeat(60_000)),
    ],
    [
      'a large picture in a document',
      'IMAGE_TOO_LARGE',
      'a.docx',
      () => docx({ name: 'word/media/a.bin', content: png(20_000, 20_000) }),
    ],
    ['a picture without a size', 'FILE_DAMAGED', 'a.jpg', () => FILES.jpeg().subarray(0, 22)],
    [
      'half a document',
      'FILE_DAMAGED',
      'a.docx',
      () => docx({ name: 'a', content: 'a' }).subarray(0, -30),
    ],
    [
      'a PDF that is an archive',
      'FILE_AMBIGUOUS',
      'a.pdf',
      () => Buffer.concat([FILES.pdf(), FILES.zip()]),
    ],
    [
      'an image that is an archive',
      'FILE_AMBIGUOUS',
      'a.png',
      () => Buffer.concat([FILES.png(), docx()]),
    ],
    ['an image that is a PDF', 'FILE_AMBIGUOUS', 'a.png', () => FILES.png('%PDF-1.4')],
  ])('%s: %s', async (_what, code, fileName, content) => {
    const before = await kept();

    const sent = await send(content(), fileName);

    expect(sent).toMatchObject({ code, message: expect.stringContaining(`“${fileName}”`) });
    expect(sent.status).toBe(code === 'FILE_TYPE_UNSUPPORTED' ? 415 : 422);
    expect(await kept()).toEqual(before);
  });

  test('the address of what was refused takes the file that was mended', async () => {
    const before = await upload(hub, ours, docx({ name: 'word/vbaProject.bin', content: '' }), {
      fileName: 'a.docx',
    });
    const after = await upload(hub, ours, docx(), { fileName: 'a.docx' });

    expect([before.status, after.status]).toEqual([422, 201]);
  });
});

describe('what is taken and marked', () => {
  test.each<[string, string[], string, () => Buffer]>([
    [
      'nothing in a PDF',
      [],
      'a.pdf',
      () => pdf('<</Type/Catalog>>', stream('', 'BT (Hello) Tj ET')),
    ],
    [
      'nothing in a document',
      [],
      'a.docx',
      () => docx({ name: 'word/media/a.png', content: FILES.png() }),
    ],
    [
      'nothing in the sheet behind a chart',
      [],
      'a.docx',
      () => docx({ name: 'word/embeddings/a.xlsx', content: xlsx() }),
    ],
    [
      'nothing in a packed picture',
      [],
      'a.docx',
      () => docx({ name: 'word/media/a.emz', content: gzipSync('a') }),
    ],
    [
      'nothing in the lists of modules',
      [],
      'a.odt',
      () => odt({ name: 'Basic/Standard/script-lb.xml', content: '' }),
    ],
    ['nothing in 100 megapixels', [], 'a.png', () => png(10_000, 10_000)],
    ['a script', ['SCRIPT'], 'a.pdf', () => pdf(`<</Type/Catalog/OpenAction ${SCRIPT}>>`)],
    ['a script in other letters', ['SCRIPT'], 'a.pdf', () => pdf('<</S/J#61v#61Script/JS(a)>>')],
    ['a script of a rendition', ['SCRIPT'], 'a.pdf', () => pdf('<</S /Rendition /JS (a)>>')],
    ['a form of scripts', ['SCRIPT'], 'a.pdf', () => pdf('<</AcroForm<</XFA [(a) 5 0 R]>>>>')],
    [
      'a script among packed objects',
      ['SCRIPT'],
      'a.pdf',
      () => pdf(stream('/Type/ObjStm/N 1/First 4', `1 0 ${SCRIPT}`)),
    ],
    [
      'a script behind much else',
      ['SCRIPT'],
      'a.pdf',
      () => pdf(stream('/Type/ObjStm', `${' '.repeat(9_000_000)}${SCRIPT}`)),
    ],
    [
      'a script in a stream that says nothing of objects',
      ['SCRIPT'],
      'a.pdf',
      () => pdf(stream('', SCRIPT)),
    ],
    ['a script behind the word stream', ['SCRIPT'], 'a.pdf', () => pdf('% stream\n', SCRIPT)],
    ['a program to start', ['LAUNCH'], 'a.pdf', () => pdf('<</S/Launch/F(a.exe)>>')],
    ['an attachment', ['EMBEDDED_FILE'], 'a.pdf', () => pdf(stream('/Type/EmbeddedFile', 'a'))],
    [
      'all of them',
      ['EMBEDDED_FILE', 'LAUNCH', 'SCRIPT'],
      'a.pdf',
      () => pdf(SCRIPT, '<</S/Launch>>', '<</EF <</F 1 0 R>>>>'),
    ],
    [
      'a password of a PDF',
      ['NOT_READABLE'],
      'a.pdf',
      () => Buffer.concat([FILES.pdf(), Buffer.from('trailer<</Encrypt 5 0 R>>')]),
    ],
    [
      'packed objects that are damaged',
      ['NOT_READABLE'],
      'a.pdf',
      () => pdf('<</Type/ObjStm/Filter/FlateDecode>>\nstream\nnothing\nendstream'),
    ],
    [
      'objects packed in another way',
      ['NOT_READABLE'],
      'a.pdf',
      () => pdf('<</Type/ObjStm/Filter/LZWDecode>>\nstream\nnothing\nendstream'),
    ],
    [
      'an object of an older program',
      ['EMBEDDED_FILE'],
      'a.docx',
      () => docx({ name: 'word/embeddings/oleObject1.bin', content: ole('Package') }),
    ],
    [
      'a program',
      ['EMBEDDED_FILE'],
      'a.odt',
      () => odt({ name: 'ObjectReplacements/a', content: FILES.exe() }),
    ],
    [
      'an object with a password',
      ['EMBEDDED_FILE', 'NOT_READABLE'],
      'a.xlsx',
      () => xlsx({ name: 'xl/embeddings/a.bin', content: ole('EncryptedPackage') }),
    ],
  ])('%s: %j', async (_what, findings, fileName, content) => {
    expect(await send(content(), fileName)).toMatchObject({ status: 201, findings });
  });

  test('a script is found wherever it stands in a PDF, and however it is written', async () => {
    const letters = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 });
    const before = fc.integer({ min: 65_000, max: 66_000 });
    await fc.assert(
      fc.asyncProperty(letters, before, fc.boolean(), async (escaped, filling, isPacked) => {
        const name = [...'JavaScript']
          .map((letter, at) => (escaped[at] ? `#${letter.charCodeAt(0).toString(16)}` : letter))
          .join('');
        const object = `${' '.repeat(filling)}<</S/${name}/JS(a)>>`;
        const sent = await send(pdf(isPacked ? stream('/Type/ObjStm', object) : object), 'a.pdf');
        expect(sent).toMatchObject({ status: 201, findings: ['SCRIPT'] });
      }),
      { numRuns: 20 },
    );
  });

  test('whatever is cut off a file, it is taken or refused in words', async () => {
    const whole = {
      'a.docx': docx({ name: 'word/media/a.png', content: FILES.png() }),
      'a.png': FILES.png('cut'),
      'a.jpg': FILES.jpeg('cut'),
      'a.pdf': pdf(stream('/Type/ObjStm', SCRIPT)),
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(whole)), fc.nat(), async (name, cut) => {
        const content = whole[name as keyof typeof whole];
        const sent = await send(content.subarray(0, 1 + (cut % content.length)), name);
        if (sent.status !== 201) expect(sent.code).toMatch(/^FILE_/);
      }),
      { numRuns: 40 },
    );
  });

  test('the reviewer reads the marks in the graph, and the trail has them', async () => {
    const theirs = await school(hub, 'DN-THPT-02');
    const sent = await upload(hub, theirs, pdf(SCRIPT, 'for the reviewer'), { fileName: 'a.pdf' });
    await handIn(hub, theirs);

    const answer = await hub.data(
      `query ($id: ID!) { node(id: $id) { ... on Evidence { file { findings } } } }`,
      { id: sent.body.id },
      reviewer,
    );
    const [told] = await hub.em.execute(
      `select after from audit_event where action = 'evidenceUpload' and subject_id = ?`,
      [theirs.updateId],
    );

    expect(answer.node).toEqual({ file: { findings: ['SCRIPT'] } });
    expect(told!['after']).toMatchObject({ findings: ['SCRIPT'] });
  });
});
