/** A file as the hub takes it: a workbook in Base64, anything else as text. */
interface ReadFile {
  name: string;
  content: string;
}

/** A file as it was chosen: what it holds, or why it cannot be sent. */
export type ChosenFile = ReadFile | { name: string; unfit: 'unreadable' | 'too-big' };

/** The hub takes requests of 256 KiB; what else is in one needs little. */
const LONGEST = 250_000;

export async function readFile(file: File): Promise<ChosenFile> {
  const { name } = file;
  // A folder that was dropped, or a file that is gone by now.
  const read = await file.arrayBuffer().catch(() => null);
  if (!read) return { name, unfit: 'unreadable' };
  const bytes = new Uint8Array(read);
  const isWorkbook = /\.(xls[a-z]?|ods)$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  const content = isWorkbook ? base64(bytes) : new TextDecoder().decode(bytes);
  return content.length > LONGEST ? { name, unfit: 'too-big' } : { name, content };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
