/** The text that bytes are in UTF-8; null where they are none. A mark of its beginning is left out. */
export function utf8Text(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
