import { enumeration, type NameOf } from '../shared/enumeration.js';

export const InstitutionSuccessionKind = enumeration('MERGED', 'SPLIT');
export type InstitutionSuccessionKind = NameOf<typeof InstitutionSuccessionKind>;

/** Of two institutions there is at most one succession of a kind. */
export function successionKey(row: {
  predecessorId: number;
  successorId: number;
  kind: InstitutionSuccessionKind;
}): string {
  return `${row.predecessorId} ${row.successorId} ${row.kind}`;
}
