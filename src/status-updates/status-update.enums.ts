import { enumeration, type NameOf } from '../shared/enumeration.js';

export const UpdateState = enumeration('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN');
export type UpdateState = NameOf<typeof UpdateState>;

/** What ended a revision; null while it is undecided. */
export const Decision = enumeration('APPROVED', 'RETURNED', 'WITHDRAWN');
export type Decision = NameOf<typeof Decision>;
