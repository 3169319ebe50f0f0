import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import type { Polygons } from './polygons.js';

export interface BoundaryRow {
  unitId: number;
  validFrom: LocalDate;
  polygons: Polygons;
  source: string;
  licence: string;
}

/** The shape of each unit on a date: the newest that holds by then. Units without one are left out. */
export function boundariesOn(
  database: Database,
  unitIds: readonly number[],
  on: LocalDate,
): Promise<BoundaryRow[]> {
  return database
    .selectFrom('unit_boundary')
    .distinctOn('unit_id')
    .select(['unit_id as unitId', 'valid_from as validFrom', 'polygons', 'source', 'licence'])
    .where('unit_id', 'in', [0, ...unitIds])
    .where('valid_from', '<=', on)
    .orderBy('unit_id')
    .orderBy('valid_from', 'desc')
    .execute();
}
