import { enumeration, type NameOf } from '../shared/enumeration.js';

/**
 * RETURNED lasts until the update is submitted again, even while it is being corrected. DRAFT:
 * never submitted, withdrawn and taken up again, or approved and reopened.
 */
export const UpdateState = enumeration('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN');
export type UpdateState = NameOf<typeof UpdateState>;

export const Decision = enumeration('APPROVED', 'RETURNED', 'WITHDRAWN');
export type Decision = NameOf<typeof Decision>;

/** Who has claimed a report that waits for a decision, as a viewer sees it. */
export const ClaimHolder = enumeration('MINE', 'NOBODY', 'OTHERS');
export type ClaimHolder = NameOf<typeof ClaimHolder>;

export const AnswerChange = enumeration('CHANGED', 'UNCHANGED');
export type AnswerChange = NameOf<typeof AnswerChange>;
