import { enumeration, type NameOf } from '../shared/enumeration.js';

/** Why a webhook is disabled. */
export const DisabledReason = enumeration('OPERATOR', 'FAILING');
export type DisabledReason = NameOf<typeof DisabledReason>;
