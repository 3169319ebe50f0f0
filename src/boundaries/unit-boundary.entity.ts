import { defineEntity, p } from '@mikro-orm/core';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import type { Polygons } from './polygons.js';

/** The shape of a unit for the screen, from a day until its next shape or its own last day. */
export const UnitBoundary = defineEntity({
  name: 'UnitBoundary',
  tableName: 'unit_boundary',
  properties: {
    id: p.integer().primary().autoincrement(),
    unit: () => p.manyToOne(AdministrativeUnit).deleteRule('restrict'),
    validFrom: p.date(),
    polygons: p.json<Polygons>(),
    source: p.text(),
    licence: p.text(),
    importedAt: p.datetime(3),
  },
  uniques: [{ properties: ['unit', 'validFrom'] }],
});
