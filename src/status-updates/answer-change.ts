import type { AnswerChange } from './status-update.enums.js';

/** What is compared between two revisions. */
export interface ComparedAnswer {
  selfValue: number | null;
  selfTotal: number | null;
  comment: string | null;
  /** Tells whether the links and files are the same. */
  evidenceKey: string;
  returnReason: string | null;
}

/** Whether the institution changed its answer after it was returned; null when it never was. */
export function changeSince(
  returned: ComparedAnswer | undefined,
  present: ComparedAnswer,
  wasReturned: boolean,
): AnswerChange | null {
  if (!wasReturned) return null;
  const same =
    returned !== undefined &&
    returned.selfValue === present.selfValue &&
    returned.selfTotal === present.selfTotal &&
    returned.comment === present.comment &&
    returned.evidenceKey === present.evidenceKey;
  return same ? 'UNCHANGED' : 'CHANGED';
}

/**
 * Whether the reviewer has to look at it: everything the first time; afterwards what changed and
 * what was named as a reason to return. The rest was accepted and needs no second look.
 */
export function needsLook(
  returned: ComparedAnswer | undefined,
  change: AnswerChange | null,
): boolean {
  return change !== 'UNCHANGED' || returned?.returnReason != null;
}
