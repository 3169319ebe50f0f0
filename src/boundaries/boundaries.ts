import type { FeatureCollection, MultiPolygon } from 'geojson';
import { toGlobalId } from '../graphql/global-id.js';
import type { LocalDate } from '../shared/dates.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { BoundaryRow } from './boundary.queries.js';

/** What a map of units shows. */
export interface Boundaries {
  on: LocalDate;
  features: FeatureCollection<MultiPolygon, { code: string; name: string }>;
  sources: { source: string; licence: string; validFrom: LocalDate }[];
  unitCount: number;
  withoutShape: UnitRow[];
}

/**
 * The shapes of units in the order of the units, with what is to be said of them.
 * @returns null when there are none.
 */
export function boundariesOf(
  units: readonly UnitRow[],
  shapes: readonly BoundaryRow[],
  on: LocalDate,
): Boundaries | null {
  if (shapes.length === 0) return null;
  const shapeOf = new Map(shapes.map((shape) => [shape.unitId, shape]));
  const sources = new Map(
    shapes.map(({ source, licence, validFrom }) => [
      JSON.stringify([source, licence, validFrom]),
      { source, licence, validFrom },
    ]),
  );
  return {
    on,
    features: {
      type: 'FeatureCollection',
      features: units.flatMap(({ id, code, name }) => {
        const polygons = shapeOf.get(id)?.polygons;
        if (!polygons) return [];
        return {
          type: 'Feature' as const,
          id: toGlobalId('AdministrativeUnit', id),
          properties: { code, name },
          geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
        };
      }),
    },
    sources: [...sources.values()].sort((one, other) =>
      other.validFrom.localeCompare(one.validFrom),
    ),
    unitCount: units.length,
    withoutShape: units.filter(({ id }) => !shapeOf.has(id)),
  };
}
