import type { BoundaryBasis } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { saidBasis } from '../shared/unit-address';
import { codeOf, type RankedLine } from './line';

/** How many are compared at once: as many as a desk shows without scrolling. */
export const MOST_COMPARED = 6;

/** The comparison of units in a line, or of the dates of one. */
export const compareAddress = (
  units: readonly { id: string }[],
  line: RankedLine,
  { basis, ...seen }: { by?: 'days'; on?: string | null; basis: BoundaryBasis },
): string =>
  addressOf('/compare', {
    ...seen,
    basis: saidBasis(basis),
    of: line.group,
    in: codeOf(line),
    with: units.map(({ id }) => id),
  });
