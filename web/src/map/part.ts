import type { UnitKind } from '../generated/graphql';
import { reportedPercent, type RankedLine } from '../overview/line';

/** A unit below with its figures. */
export interface Part {
  unit: { id: string; code: string; kind: UnitKind; name: string };
  line: RankedLine;
}

/** Where the colours change, in percent. */
export const STEPS = [0, 20, 40, 60, 80, 100] as const;

/** Of which colour a unit is, from 1 on; null where nothing is known. */
export function classOf({ line }: Part): number | null {
  const value = reportedPercent(line);
  if (value === null) return null;
  return Math.max(1, STEPS.slice(0, -1).filter((step) => step <= value).length);
}
