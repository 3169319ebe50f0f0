/** The ring around a square, in degrees. */
export function ring(x: number, y: number, side: number): number[][] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}

/** A made-up shape of a unit, as GeoJSON has it. */
export const square = (code: unknown, x: number, y = 10, side = 1) => ({
  type: 'Feature',
  properties: { code, name: `tên ${String(code)}` },
  geometry: { type: 'Polygon', coordinates: [ring(x, y, side)] as unknown },
});

export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
