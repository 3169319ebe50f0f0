import { enumeration, type NameOf } from '../shared/enumeration.js';

/** How sure a fact is. Nothing but CONFIRMED may be presented as fact. */
export const SourceStatus = enumeration('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE');
export type SourceStatus = NameOf<typeof SourceStatus>;
