import { enumeration, type NameOf } from '../shared/enumeration.js';

/** DISTRICT ended on 2025-06-30. */
export const UnitKind = enumeration('PROVINCE', 'DISTRICT', 'COMMUNE');
export type UnitKind = NameOf<typeof UnitKind>;

export const SuccessionExtent = enumeration('WHOLE', 'PART');
export type SuccessionExtent = NameOf<typeof SuccessionExtent>;
