/** A longitude and a latitude, in degrees. */
type Position = readonly [longitude: number, latitude: number];

/** What the graph answers with as a GeoJSON FeatureCollection of MultiPolygons. */
export interface Shapes {
  features: readonly {
    id: string;
    geometry: { coordinates: readonly (readonly (readonly Position[])[])[] };
  }[];
}

/** The graph has them as JSON, of which nothing is known to the types. */
export const areShapes = (value: unknown): value is Shapes =>
  typeof value === 'object' &&
  value !== null &&
  'features' in value &&
  Array.isArray(value.features);

interface Outline {
  id: string;
  /** What SVG draws. */
  path: string;
}

/** How many units of the drawing a map is wide or high, whichever is more. */
const SIDE = 1000;

/** Where a position is drawn: Mercator's projection keeps shapes, as people know them. */
function projected([longitude, latitude]: Position): [x: number, y: number] {
  const radians = (latitude * Math.PI) / 180;
  return [(longitude * Math.PI) / 180, -Math.log(Math.tan(Math.PI / 4 + radians / 2))];
}

/** The shapes as SVG draws them, in a frame that has room for all of them. */
export function outlinesOf({ features }: Shapes): {
  outlines: Outline[];
  width: number;
  height: number;
} {
  const drawn = features.map(({ id, geometry }) => ({
    id,
    rings: geometry.coordinates.flat().map((ring) => ring.map(projected)),
  }));
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of drawn.flatMap(({ rings }) => rings.flat())) {
    frame.left = Math.min(frame.left, x);
    frame.right = Math.max(frame.right, x);
    frame.top = Math.min(frame.top, y);
    frame.bottom = Math.max(frame.bottom, y);
  }
  const scale = SIDE / Math.max(frame.right - frame.left, frame.bottom - frame.top);
  const put = ([x, y]: readonly [number, number]) =>
    `${((x - frame.left) * scale).toFixed(1)},${((y - frame.top) * scale).toFixed(1)}`;
  return {
    outlines: drawn.map(({ id, rings }) => ({
      id,
      path: rings.map((ring) => `M${ring.map(put).join('L')}Z`).join(''),
    })),
    width: (frame.right - frame.left) * scale,
    height: (frame.bottom - frame.top) * scale,
  };
}
