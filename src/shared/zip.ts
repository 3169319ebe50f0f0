import { ZipFile } from 'yazl';

interface ZippedFile {
  name: string;
  content: Buffer;
}

/** A zip of files that are compressed in themselves, such as workbooks, sent as they are made. */
export async function* zipped(
  files: AsyncIterable<ZippedFile>,
  madeAt: Date,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  for await (const { name, content } of files) {
    zip.addBuffer(content, name, { compress: false, mtime: madeAt });
    for (let piece = zip.outputStream.read(); piece !== null; piece = zip.outputStream.read())
      yield Buffer.from(piece);
  }
  zip.end();
  for await (const piece of zip.outputStream) yield Buffer.from(piece);
}
