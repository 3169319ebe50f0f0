import type { Reason } from '../shared/csv.js';

/** A longitude and a latitude in degrees (WGS 84). */
export type Position = [longitude: number, latitude: number];

/** What GeoJSON calls the coordinates of a MultiPolygon: polygons of rings, the outer one first. */
export type Polygons = Position[][][];

/** What says that something is wrong with a shape. */
type Refuse = (reason: Reason) => void;

/**
 * The polygons of a geometry of GeoJSON.
 * @param refuse is told what is wrong with it, each kind of mistake once, with its first place.
 */
export function polygonsOf(geometry: unknown, refuse: Refuse): Polygons {
  const { type, coordinates } = isRecord(geometry) ? geometry : {};
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  if (!isFilledList(polygons) || !polygons.every(isFilledList)) {
    refuse(noPolygon(type));
    return [];
  }
  const told = new Set<string>();
  const refuseOnce = (reason: Reason) => {
    if (!told.has(reason.code)) refuse(reason);
    told.add(reason.code);
  };
  return polygons.map((rings, polygon) =>
    rings.map((ring, place) => ringOf(ring, { polygon: polygon + 1, ring: place + 1 }, refuseOnce)),
  );
}

interface Place {
  polygon: number;
  ring: number;
}

function ringOf(ring: unknown, place: Place, refuse: Refuse): Position[] {
  const positions = Array.isArray(ring) ? ring.filter(isPosition) : [];
  if (!Array.isArray(ring) || positions.length < ring.length)
    refuse(wrong('POSITION_UNREADABLE', place, NO_NUMBERS));
  else if (positions.length < FEWEST) refuse(wrong('RING_TOO_SHORT', place, TOO_FEW));
  else if (!isSame(positions.at(0), positions.at(-1)))
    refuse(wrong('RING_OPEN', place, NOT_CLOSED));
  const outside = positions.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (outside) refuse(wrong('OUTSIDE_THE_WORLD', place, beyond(outside)));
  return positions.map(([x, y]) => [x, y]);
}

/** A triangle, with its first corner again at the end. */
const FEWEST = 4;

const NO_NUMBERS = {
  vi: 'có điểm không phải là hai số',
  en: 'has a position that is not two numbers',
};
const TOO_FEW = {
  vi: `có ít hơn ${FEWEST} điểm`,
  en: `has fewer than ${FEWEST} positions`,
};
const NOT_CLOSED = {
  vi: 'không khép kín: điểm cuối phải trùng điểm đầu',
  en: 'is not closed: its last position must be its first',
};

function beyond([x, y]: Position) {
  return {
    vi: `có điểm ${x}, ${y} ngoài kinh độ và vĩ độ; hãy xuất lại tệp theo WGS 84 (EPSG:4326), không theo VN-2000`,
    en: `has the position ${x}, ${y} outside of longitudes and latitudes; export the file in WGS 84 (EPSG:4326), not in VN-2000`,
  };
}

function wrong(code: string, { polygon, ring }: Place, what: { vi: string; en: string }): Reason {
  return {
    code,
    text: {
      vi: `vòng ${ring} của hình ${polygon} ${what.vi}`,
      en: `ring ${ring} of polygon ${polygon} ${what.en}`,
    },
  };
}

function noPolygon(type: unknown): Reason {
  const found = typeof type === 'string' ? ` (${type})` : '';
  return {
    code: 'NOT_A_POLYGON',
    text: {
      vi: `không có hình vùng${found}; cần Polygon hoặc MultiPolygon có toạ độ`,
      en: `has no area${found}; it needs a Polygon or MultiPolygon with coordinates`,
    },
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilledList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

/** A height after the two is left out. */
function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite);
}

export function isSame(one: Position | undefined, other: Position | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}
