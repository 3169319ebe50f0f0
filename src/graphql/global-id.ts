/**
 * The id of a row.
 * @param since for a row as it was once known: the moment at which that began. The id is then another,
 * so that nobody takes what was known then for what is known now.
 */
export function toGlobalId(type: string, id: number, since?: number | null): string {
  const then = since == null ? '' : `@${since}`;
  return Buffer.from(`${type}:${id}${then}`).toString('base64url');
}

/**
 * The row number in a global id, or null when it is malformed, of another type, or of a row as it was
 * once known, which can no longer be acted on.
 */
export function fromGlobalId(type: string, globalId: string): number | null {
  const parsed = parseGlobalId(globalId);
  return parsed?.type === type && parsed.since === null ? parsed.id : null;
}

/**
 * The row number of an optional id: null when it is left out, and 0, which no row has, when it is
 * malformed or of another type.
 */
export function rowIdOf(type: string, globalId: string | null | undefined): number | null {
  return globalId == null ? null : (fromGlobalId(type, globalId) ?? 0);
}

export function parseGlobalId(
  globalId: string,
): { type: string; id: number; since: number | null } | null {
  const text = Buffer.from(globalId, 'base64url').toString('utf8');
  const [, type, id, since] = /^([A-Za-z]+):(\d{1,9})(?:@(\d{1,15}))?$/.exec(text) ?? [];
  if (type === undefined) return null;
  return { type, id: Number(id), since: since === undefined ? null : Number(since) };
}
