import { enumeration, type NameOf } from '../shared/enumeration.js';
import type { Text } from '../shared/text.js';

export const InstitutionSuccessionKind = enumeration('MERGED', 'SPLIT');
export type InstitutionSuccessionKind = NameOf<typeof InstitutionSuccessionKind>;

export const SUCCESSION_KIND_LABELS: Record<InstitutionSuccessionKind, Text> = {
  MERGED: { vi: 'Sáp nhập', en: 'Merged' },
  SPLIT: { vi: 'Chia tách', en: 'Split off' },
};

/** Of two institutions there is at most one succession of a kind. */
export function successionKey(row: {
  predecessorId: number;
  successorId: number;
  kind: InstitutionSuccessionKind;
}): string {
  return `${row.predecessorId} ${row.successorId} ${row.kind}`;
}
