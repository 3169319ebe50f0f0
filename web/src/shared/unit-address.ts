import type { BoundaryBasis, UnitKind } from '../generated/graphql';
import { addressOf } from './address';

/** The overview of a unit; one that has ended is found on a day when it was. */
export const unitAddress = (
  { code, kind }: { code: string; kind: UnitKind },
  on?: string | null,
): string => addressOf('/', { unit: code, kind, on });

/** How an address says the borders: those of now it leaves out. */
export const saidBasis = (basis: BoundaryBasis): BoundaryBasis | null =>
  basis === 'CURRENT_UNITS' ? null : basis;

/** What is chosen on a page about a unit, and holds for another unit, too: the day, the borders and the line. */
const CHOSEN = ['on', 'basis', 'of', 'in'];

const chosenIn = (view: URLSearchParams) =>
  Object.fromEntries(CHOSEN.map((name) => [name, view.get(name)]));

/** The overview of a unit with what is chosen in a view of another. */
export const unitAddressIn = (
  view: URLSearchParams,
  { code, kind }: { code: string; kind: UnitKind },
): string => addressOf('/', { unit: code, kind, ...chosenIn(view) });

/** The pages that tell of one unit on a day. */
const ABOUT_A_UNIT = ['/', '/target', '/changes', '/map'];

/** A place of the menu: between pages about a unit one goes on with the unit and all that is chosen. */
export const placeAddress = (to: string, from: string, view: URLSearchParams): string =>
  [to, from].every((path) => ABOUT_A_UNIT.includes(path))
    ? addressOf(to, { unit: view.get('unit'), kind: view.get('kind'), ...chosenIn(view) })
    : to;
