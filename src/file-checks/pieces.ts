/** Whether any of the texts is in what comes in pieces, also across two of them; keeps its end only. */
export class Seeker {
  #rest = Buffer.alloc(0);
  readonly found = new Set<string>();

  /** @param texts as they are in UTF-16, in which old Office files write names. */
  constructor(private readonly texts: readonly string[]) {}

  look(piece: Buffer): void {
    const whole = Buffer.concat([this.#rest, piece]);
    for (const text of this.texts)
      if (whole.includes(Buffer.from(text, 'utf16le'))) this.found.add(text);
    this.#rest = Buffer.from(whole.subarray(-LONGEST));
  }
}

/** In bytes, more than any text that is sought. */
const LONGEST = 64;

/** The names of storages in files of older Office programs that say what these hold. */
export const OLE_MACROS = '_VBA_PROJECT';
export const OLE_ENCRYPTED = 'EncryptedPackage';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export function isOle(head: Buffer): boolean {
  return head.subarray(0, OLE.length).equals(OLE);
}
