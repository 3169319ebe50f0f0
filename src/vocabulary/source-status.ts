import { enumeration, type NameOf } from '../shared/enumeration.js';

/** Only CONFIRMED may be presented as fact. */
export const SourceStatus = enumeration('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE');
export type SourceStatus = NameOf<typeof SourceStatus>;
