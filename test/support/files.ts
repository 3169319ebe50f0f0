/** A CSV file in memory: the header and the rows as they stand. */
export function csv(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}
