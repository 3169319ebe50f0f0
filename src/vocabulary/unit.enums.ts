import { enumeration, type NameOf } from '../shared/enumeration.js';

/** The tiers of administration; DISTRICT ended on 2025-06-30. */
export const UnitKind = enumeration('PROVINCE', 'DISTRICT', 'COMMUNE');
export type UnitKind = NameOf<typeof UnitKind>;

/** Whether a successor took all of the predecessor or a part of it. */
export const SuccessionExtent = enumeration('WHOLE', 'PART');
export type SuccessionExtent = NameOf<typeof SuccessionExtent>;
