/** The demo goes the way of every other file, so that it is checked the same. */
export function csv(header: string[], rows: string[][]): Uint8Array {
  const lines = [header, ...rows].map((fields) =>
    fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(','),
  );
  return new TextEncoder().encode(lines.join('\n'));
}
