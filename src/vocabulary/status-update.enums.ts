import { enumeration, type NameOf } from '../shared/enumeration.js';

/**
 * Where an update stands: RETURNED until it is submitted again, also while it is being mended; DRAFT
 * when it never was submitted, was withdrawn and taken up again, or was approved and reopened.
 */
export const UpdateState = enumeration('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN');
export type UpdateState = NameOf<typeof UpdateState>;

/** What ended a revision; null while it is undecided. */
export const Decision = enumeration('APPROVED', 'RETURNED', 'WITHDRAWN');
export type Decision = NameOf<typeof Decision>;

/** How an answer compares with the same one in the revision that was decided on before. */
export const AnswerChange = enumeration('CHANGED', 'UNCHANGED');
export type AnswerChange = NameOf<typeof AnswerChange>;
