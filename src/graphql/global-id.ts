export function toGlobalId(type: string, id: number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The row number in a global id, or null when it is malformed or of another type. */
export function fromGlobalId(type: string, globalId: string): number | null {
  const parsed = parseGlobalId(globalId);
  return parsed?.type === type ? parsed.id : null;
}

/**
 * The row number of an optional id: null when it is left out, and 0, which no row has, when it is
 * malformed or of another type.
 */
export function rowIdOf(type: string, globalId: string | null | undefined): number | null {
  return globalId == null ? null : (fromGlobalId(type, globalId) ?? 0);
}

export function parseGlobalId(globalId: string): { type: string; id: number } | null {
  const match = /^([A-Za-z]+):(\d{1,9})$/.exec(Buffer.from(globalId, 'base64url').toString('utf8'));
  return match ? { type: match[1]!, id: Number(match[2]) } : null;
}
