import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Objects, Properties, Topology } from 'topojson-specification';
import { itemAt } from '../shared/required.js';
import { isSame, type Polygons, type Position } from './polygons.js';

/** A shape as its file has it, and the unit above, whose parts are drawn together. */
export interface Outline {
  above: number | null;
  polygons: Polygons;
}

/** As many pixels wide or high are the parts of a unit drawn at most: a large screen. */
const DRAWN = 1500;

/** Positions that differ by less than a hand's breadth are one, whatever wrote the file. */
const READ = 1e6;

/** Some eleven metres: a tenth of a pixel where a province is drawn on a large screen. */
const KEPT = 1e4;

/**
 * The shapes without what no screen shows. What neighbours have in common is simplified once, so no gap opens
 * between them; and no island vanishes, however small it is drawn.
 */
export function simplified(outlines: readonly Outline[]): Polygons[] {
  const layer: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: outlines.map(({ polygons }) => ({
      type: 'Feature',
      properties: null,
      geometry: { type: 'MultiPolygon', coordinates: rounded(polygons, READ) },
    })),
  };
  const lines = topology({ units: layer });
  const weighed = presimplify({ ...lines, objects: { units: collectionOf(unitsIn(lines)) } });
  keepSmall(weighed);
  const drawn = simplify(weighed, smallestTriangle(outlines));
  return unitsIn(drawn).map((unit) => {
    const { geometry } = feature(drawn, unit);
    return rounded(positionsIn(geometry), KEPT);
  });
}

/** The same units without their properties, which are none. */
function collectionOf(units: readonly { arcs: number[][][] }[]): GeometryCollection {
  const geometries = units.map(({ arcs }) => ({ type: 'MultiPolygon' as const, arcs }));
  return { type: 'GeometryCollection', geometries };
}

/** Each unit as the lines that its borders consist of. */
function unitsIn({ objects }: Topology<Objects<Properties>>) {
  const geometries = Object.values(objects).flatMap((object) =>
    object.type === 'GeometryCollection' ? object.geometries : [],
  );
  return geometries.map((geometry) => {
    if (geometry.type === 'MultiPolygon') return geometry;
    throw new Error(`A unit has become a ${geometry.type}.`);
  });
}

function positionsIn({ coordinates }: MultiPolygon): Polygons {
  return coordinates.map((rings) =>
    rings.map((ring) => ring.map(([x = NaN, y = NaN]): Position => [x, y])),
  );
}

/** Half a square pixel where the smallest of the units above is drawn, in square degrees. */
function smallestTriangle(outlines: readonly Outline[]): number {
  const groups = [...Map.groupBy(outlines, ({ above }) => above).values()];
  const extents = groups.map((parts) => {
    const positions = parts.flatMap(({ polygons }) => polygons.flat(2));
    return Math.max(extentOf(positions, 0), extentOf(positions, 1));
  });
  const smallest = extents.reduce((one, other) => Math.min(one, other), Infinity);
  return (smallest / DRAWN) ** 2 / 2;
}

function extentOf(positions: readonly Position[], axis: 0 | 1): number {
  let [least, most] = [Infinity, -Infinity];
  for (const position of positions) {
    least = Math.min(least, position[axis]);
    most = Math.max(most, position[axis]);
  }
  return most - least;
}

/** Lets each ring of one or two lines keep an area: the positions that weigh most in them stay. */
function keepSmall(layer: Topology): void {
  for (const ring of unitsIn(layer).flatMap(({ arcs }) => arcs.flat()))
    // A line that runs the other way round has the complement of its number.
    for (const line of ring)
      keepHeaviest(itemAt(layer.arcs, line < 0 ? ~line : line), 3 - ring.length);
}

function keepHeaviest(line: Topology['arcs'][number], count: number): void {
  const inner = line.slice(1, -1).sort(([, , one = 0], [, , other = 0]) => other - one);
  for (const position of inner.slice(0, Math.max(count, 0))) position[2] = Infinity;
}

/** The polygons on a grid, without repetitions; a ring that the grid makes a dot stays one. */
function rounded(polygons: Polygons, grid: number): Polygons {
  return polygons.map((rings) =>
    rings.map((ring) => {
      const onGrid = ring.map(([x, y]): Position => [
        Math.round(x * grid) / grid,
        Math.round(y * grid) / grid,
      ]);
      const distinct = onGrid.filter((each, at) => at === 0 || !isSame(each, onGrid[at - 1]));
      return distinct.length < 4 ? [...onGrid.slice(0, 3), itemAt(onGrid, 0)] : distinct;
    }),
  );
}

/** How many positions shapes have. */
export function positionCount(polygons: Polygons): number {
  return polygons.flat().reduce((count, ring) => count + ring.length, 0);
}
