import type { Viewer } from '../auth/viewer.js';
import type { Refusal } from '../graphql/user-error.js';
import { momentInVietnam } from '../shared/dates.js';

/** Who has taken the review of a submission, and may decide on it today. */
export interface ReviewClaim {
  accountId: number;
  /** The name of the account. */
  by: string;
  since: string;
  /** When the account last opened the report, or used the hub at all. */
  seenAt: string;
}

/** After so much absence a report is given back to everybody. */
const HOURS_OF_ABSENCE = 24;

/** Whoever was last seen at this moment or before is absent. */
export function absentSince(now: Date): Date {
  return new Date(now.getTime() - HOURS_OF_ABSENCE * 3_600_000);
}

/** The claim that holds now; null without one, and when whoever has it is absent. */
export function standingClaim(claim: ReviewClaim | null, now: Date): ReviewClaim | null {
  return claim && new Date(claim.seenAt) > absentSince(now) ? claim : null;
}

/** Why somebody cannot decide on a report that another has claimed; null when they can. */
export function claimRefusal(
  claim: ReviewClaim | null,
  viewer: Viewer | null,
  now: Date,
): Refusal | null {
  const standing = standingClaim(claim, now);
  if (!standing || standing.accountId === viewer?.accountId) return null;
  const { by } = standing;
  const since = momentInVietnam(new Date(standing.since));
  return {
    code: 'CLAIMED_BY_ANOTHER',
    field: ['id'],
    text: {
      vi: `${by} đang duyệt báo cáo này, từ ${since}. Hãy để người đó duyệt tiếp, hoặc nhận thay rồi mới quyết định.`,
      en: `${by} has been reviewing this report since ${since}. Leave it to them, or take it over before you decide.`,
    },
  };
}
