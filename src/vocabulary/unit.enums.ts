import { enumeration, type NameOf } from '../shared/enumeration.js';

/** DISTRICT ended on 2025-06-30. */
export const UnitKind = enumeration('PROVINCE', 'DISTRICT', 'COMMUNE');
export type UnitKind = NameOf<typeof UnitKind>;

export const SuccessionExtent = enumeration('WHOLE', 'PART');
export type SuccessionExtent = NameOf<typeof SuccessionExtent>;

/** Whether figures are on the borders of the time, or restated on those of today. */
export const BoundaryBasis = enumeration('AS_REPORTED', 'CURRENT_UNITS');
export type BoundaryBasis = NameOf<typeof BoundaryBasis>;
