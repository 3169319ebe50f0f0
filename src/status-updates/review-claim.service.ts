import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { changeAfter, refused, type Answer, type Done } from '../changes/change.service.js';
import { doLater } from '../database/flight.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { admitDespiteClaims, type ChangedUpdate } from './change-update.service.js';
import { eventOf } from './draft.service.js';
import { claimRefusal, standingClaim, type ReviewClaim } from './review-claim.js';
import { loadReviewers } from './review-claim.queries.js';
import { workToClaim, type BegunWork } from './work.queries.js';

export interface ClaimRequest {
  /** The row id; null for a malformed id. */
  updateId: number | null;
  input: { idempotencyKey?: string | null };
}

/**
 * Takes the review of a submitted update, or says again that the viewer is at it. Of two at the same moment,
 * one gets it.
 * @throws RequestError UNAUTHENTICATED, or FORBIDDEN for an update that is public but not the viewer's.
 */
export function claimReview(
  context: Context,
  request: ClaimRequest,
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateClaim' };
  return changeClaim(context, asked, async (em, work, standing) => {
    const refusal = claimRefusal(work.claim, context.viewer, context.now);
    if (refusal) return refused([refusal]);
    const { accountId, name } = requireViewer(context.viewer);
    if (standing === null) return giveTo(em, context, work, { accountId, name });
    const renewed = sql`
      update review_claim set active_at = ${context.now} where revision_id = ${work.revision.id}`;
    await doLater(databaseOf(em), renewed);
    // That somebody goes on is nothing for the trail.
    return { value: { id: work.updateId }, refusals: [], events: [] };
  });
}

/**
 * Hands the review of a submitted update over, whoever has it.
 * @param request.to the row id of the account, or 0 for a malformed one; null for the viewer.
 */
export function handOverReview(
  context: Context,
  { to, ...request }: ClaimRequest & { to: number | null },
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateHandOver' };
  return changeClaim(context, asked, async (em, work, standing) => {
    const viewer = requireViewer(context.viewer);
    const others = to === null ? [] : ((await loadReviewers(context, work.updateId)) ?? []);
    const taker = to === null ? viewer : others.find(({ accountId }) => accountId === to);
    if (!taker) return refused([REVIEWER_UNFIT]);
    if (taker.accountId === standing?.accountId)
      return { value: { id: work.updateId }, refusals: [], events: [] };
    return giveTo(em, context, work, taker);
  });
}

/** Puts the review back, so that anybody may take it. */
export function releaseReview(
  context: Context,
  request: ClaimRequest,
): Promise<Answer<ChangedUpdate>> {
  const asked = { ...request, mutation: 'statusUpdateRelease' };
  return changeClaim(context, asked, async (em, work, standing) => {
    const refusal = standing ? claimRefusal(standing, context.viewer, context.now) : NOT_CLAIMED;
    if (refusal) return refused([refusal]);
    const released = sql`delete from review_claim where revision_id = ${work.revision.id}`;
    await doLater(databaseOf(em), released);
    return told(work, null);
  });
}

/** Runs a change of the claim of a submitted update that the viewer may decide on. */
function changeClaim(
  context: Context,
  { mutation, updateId, input }: ClaimRequest & { mutation: string },
  act: (
    em: EntityManager,
    work: BegunWork,
    standing: ReviewClaim | null,
  ) => Promise<Done<ChangedUpdate>>,
): Promise<Answer<ChangedUpdate>> {
  requireViewer(context.viewer);
  // Nobody but reviewers sees a claim, so that nothing is published.
  const asked = { action: mutation, input, publishes: false };
  const reading = workToClaim(updateId ?? 0, context.today);
  return changeAfter(context, asked, reading, async (em, _at, found) => {
    const version = found?.version ?? 0;
    const database = databaseOf(em);
    const { work, refusal } = await admitDespiteClaims(context, database, 'return', found, version);
    return work ? act(em, work, standingClaim(work.claim, context.now)) : refused([refusal]);
  });
}

async function giveTo(
  em: EntityManager,
  { now }: Context,
  work: BegunWork,
  { accountId, name }: { accountId: number; name: string },
): Promise<Done<ChangedUpdate>> {
  const given = sql`
    insert into review_claim (revision_id, account_id, claimed_at, active_at)
    values (${work.revision.id}, ${accountId}, ${now}, ${now})
    on conflict (revision_id) do update set account_id = excluded.account_id,
      claimed_at = excluded.claimed_at, active_at = excluded.active_at`;
  await doLater(databaseOf(em), given);
  return told(work, name);
}

/** The update keeps its version: whoever reads it meanwhile has read nothing that changed. */
function told(work: BegunWork, name: string | null): Done<ChangedUpdate> {
  const { updateId, version, claim } = work;
  const event = eventOf(
    work,
    updateId,
    version,
    { claimedBy: claim?.by ?? null },
    { claimedBy: name },
  );
  return { value: { id: updateId }, refusals: [], events: [event] };
}

const NOT_CLAIMED: Refusal = {
  code: 'NOT_CLAIMED',
  field: ['id'],
  text: {
    vi: 'Chưa có ai nhận duyệt báo cáo này.',
    en: 'Nobody has claimed this report.',
  },
};

const REVIEWER_UNFIT: Refusal = {
  code: 'REVIEWER_UNFIT',
  field: ['to'],
  text: {
    vi: 'Người này không duyệt được báo cáo này. Hãy chọn người khác.',
    en: 'This account cannot decide on this report. Choose another.',
  },
};
