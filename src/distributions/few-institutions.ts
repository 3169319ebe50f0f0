import type { FigurePart } from './distribution.enums.js';

/** What everybody may see tells of no fewer institutions than these; none at all is told. */
const FEWEST_INSTITUTIONS = 5;

/** Institutions that no shown figure tells apart, with what each part of the figures says of them. */
export interface Piece {
  count: number;
  /** The province that they are in; the same for all where the figures are of one province. */
  province: number;
  /** Those that a part counts together have one key there; a part without keys tells nothing. */
  keys: Partial<Record<FigurePart, string>>;
}

/** Those that everybody may see where they tell of enough institutions, each with the one that it rests on. */
const PARTS: readonly { part: FigurePart; restsOn: FigurePart | null }[] = [
  { part: 'ANSWERS', restsOn: null },
  { part: 'OPTIONS', restsOn: 'ANSWERS' },
  { part: 'POINTS', restsOn: 'ANSWERS' },
  { part: 'QUARTILES', restsOn: 'POINTS' },
];

/**
 * The parts that may be shown together. All that can be calculated from shown counts, by sums and by
 * differences, counts the institutions of some pieces that the shown parts together cut. So a part is
 * shown only if each of these, with it, has no institution or at least the fewest.
 */
export function shownParts(
  pieces: readonly Piece[],
  fewest = FEWEST_INSTITUTIONS,
): Set<FigurePart> {
  return shownWhere((parts) => areLarge(pieces, parts, fewest));
}

/**
 * The parts that may be shown of the whole country beside those of its provinces: what the provinces
 * show, taken away from the whole, leaves those that do not show the part. Whoever knows this rule knows
 * of each of these that something in it is small. So nothing follows for one of them only if they are
 * several, not all alike, and have in every piece at least the fewest for each of them.
 * @param whole the pieces of the whole.
 * @param provinces the pieces of each province by itself.
 */
export function shownOfWhole(
  whole: readonly Piece[],
  provinces: ReadonlyMap<number, readonly Piece[]>,
  fewest = FEWEST_INSTITUTIONS,
): Set<FigurePart> {
  const shown = new Map(
    [...provinces].map(([province, pieces]) => [province, shownParts(pieces, fewest)]),
  );
  return shownWhere((parts, part) => {
    const rest = whole.filter(({ province }) => !shown.get(province)?.has(part));
    return areLarge(whole, parts, fewest) && isMixed(rest, parts, fewest);
  });
}

function shownWhere(
  mayShow: (parts: readonly FigurePart[], added: FigurePart) => boolean,
): Set<FigurePart> {
  const shown = new Set<FigurePart>();
  for (const { part, restsOn } of PARTS)
    if ((restsOn === null || shown.has(restsOn)) && mayShow([...shown, part], part))
      shown.add(part);
  return shown;
}

function isMixed(rest: readonly Piece[], parts: readonly FigurePart[], fewest: number): boolean {
  const counted = rest.filter(({ count }) => count > 0);
  const several = new Set(counted.map(({ province }) => province)).size;
  if (several === 0) return true;
  return (
    several > 1 && sizes(counted, parts).length > 1 && areLarge(counted, parts, fewest * several)
  );
}

function areLarge(pieces: readonly Piece[], parts: readonly FigurePart[], fewest: number): boolean {
  return sizes(pieces, parts).every((size) => size === 0 || size >= fewest);
}

/** How many institutions each piece has that the parts together cut. */
function sizes(pieces: readonly Piece[], parts: readonly FigurePart[]): number[] {
  const found = new Map<string, number>();
  for (const { count, keys } of pieces) {
    const key = JSON.stringify(parts.map((part) => keys[part] ?? ''));
    found.set(key, (found.get(key) ?? 0) + count);
  }
  return [...found.values()];
}

/** Where a percentage lies against the quartiles, so that it is told how these cut the bins. */
export function placeAmong(percent: number, quartiles: readonly number[] | null): string {
  return (quartiles ?? []).map((quartile) => Math.sign(percent - quartile)).join();
}
