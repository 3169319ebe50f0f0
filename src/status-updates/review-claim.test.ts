import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../auth/viewer.js';
import { claimRefusal, standingClaim, type ReviewClaim } from './review-claim.js';

const claim: ReviewClaim = {
  accountId: 5,
  by: 'Bà Hương',
  since: '2026-11-20T07:05:00Z',
  seenAt: '2026-11-22T03:00:00Z',
};
const viewer = (accountId: number) => ({ accountId }) as Viewer;

describe('a claim', () => {
  test.each([
    ['at once', '2026-11-22T03:00:00Z', true],
    ['before a day without whoever has it is over', '2026-11-23T02:59:59.999Z', true],
    ['no longer once it is', '2026-11-23T03:00:00Z', false],
  ])('holds %s', (_when, now, holds) => {
    expect(standingClaim(claim, new Date(now))).toEqual(holds ? claim : null);
  });

  test('of nobody holds never', () => {
    expect(standingClaim(null, new Date())).toBeNull();
  });
});

describe('a decision', () => {
  const now = new Date('2026-11-22T04:00:00Z');

  test('of another says who is at it, since when, and what to do', () => {
    expect(claimRefusal(claim, viewer(6), now)).toEqual({
      code: 'CLAIMED_BY_ANOTHER',
      field: ['id'],
      text: {
        vi: 'Bà Hương đang duyệt báo cáo này, từ 14:05 20/11/2026. Hãy để người đó duyệt tiếp, hoặc nhận thay rồi mới quyết định.',
        en: 'Bà Hương has been reviewing this report since 14:05 20/11/2026. Leave it to them, or take it over before you decide.',
      },
    });
  });

  test('is free for whoever has it, where nobody has, and after a day of absence', () => {
    expect(claimRefusal(claim, viewer(5), now)).toBeNull();
    expect(claimRefusal(null, viewer(6), now)).toBeNull();
    expect(claimRefusal(claim, viewer(6), new Date('2026-11-23T04:00:00Z'))).toBeNull();
  });
});
