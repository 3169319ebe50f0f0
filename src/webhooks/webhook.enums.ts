import { enumeration, type NameOf } from '../shared/enumeration.js';

export const DisabledReason = enumeration('OPERATOR', 'FAILING');
export type DisabledReason = NameOf<typeof DisabledReason>;
