import { addressOf } from '../shared/address';
import { codeOf, type RankedLine } from './line';

/** How many are compared at once: as many as a desk shows without scrolling. */
export const MOST_COMPARED = 6;

/** The comparison of units in a line, or of the dates of one. */
export function compareAddress(
  units: readonly { id: string }[],
  line: RankedLine,
  seen: { by?: 'days'; on?: string | null; basis: string },
): string {
  const { basis, ...rest } = seen;
  const view = {
    ...rest,
    basis: basis === 'CURRENT_UNITS' ? null : basis,
    of: line.group,
    in: codeOf(line),
  };
  const named = new URLSearchParams(units.map(({ id }) => ['with', id]));
  return `${addressOf('/compare', view)}&${named}`;
}
