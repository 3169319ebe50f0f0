import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { mayPlan, mayReview } from '../auth/policy.js';
import { fromGlobalId, toGlobalId } from '../graphql/node.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { standingClaim, type ReviewClaim } from './review-claim.js';
import { loadReviewers } from './review-claim.queries.js';
import { claimReview, handOverReview, releaseReview } from './review-claim.service.js';
import { ReviewClaimType, ReviewerType } from './review-claim.type.js';
import { payloadOf } from './status-update-change.resolver.js';
import { StatusUpdatePayload } from './status-update-payload.type.js';
import type { StatusUpdateRow } from './status-update.queries.js';
import { StatusUpdateClaimInput, StatusUpdateHandOverInput } from './status-update.inputs.js';
import { StatusUpdateType } from './status-update.type.js';
import { loadWork } from './work.queries.js';
import { mayAct, standingOf } from './work.js';
import { outOfTurn } from './workflow.js';

@Resolver(() => StatusUpdateType)
class UpdateClaimResolver {
  @FieldResolver(() => ReviewClaimType, {
    nullable: true,
    description:
      'Who has claimed the review; null when nobody has, unless the update waits for a decision, and for viewers other than its reviewers and planners.',
  })
  async claim(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<ReviewClaim | null> {
    if (!update.inspects || update.state !== 'SUBMITTED') return null;
    const { claim, place } = await loadWork.required(context, update.id);
    const sees = mayReview(context.viewer, place) || mayPlan(context.viewer, place.unitPath);
    return sees ? standingClaim(claim, context.now) : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may hand the review over now (statusUpdateHandOver), to themself or to another reviewer.',
  })
  async canHandOver(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    if (!update.inspects) return false;
    const { viewer, today } = context;
    const work = await loadWork.required(context, update.id);
    const isTheirs = mayAct('return', viewer, work.place);
    return isTheirs && outOfTurn('return', standingOf(work, viewer, today)) === null;
  }

  @FieldResolver(() => [ReviewerType], {
    description:
      'The accounts that may decide on the update today, by name, at most 100: to whom its review can be handed over. Empty for viewers other than its reviewers.',
  })
  async reviewers(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<ReviewerType[]> {
    if (!update.inspects) return [];
    const place = await loadPlace.required(context, update.institutionId);
    if (!mayReview(context.viewer, place)) return [];
    const found = (await loadReviewers(context, update.id)) ?? [];
    return found.map(({ accountId, name }) => ({ id: toGlobalId('Account', accountId), name }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Claims the review of a submitted update, so that no other reviewer decides on it meanwhile. Sent again, it says that the viewer is still at it. For those who may decide on it; refused with CLAIMED_BY_ANOTHER while another has it.',
  })
  async statusUpdateClaim(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateClaimInput, { description: 'The update to claim.' })
    input: StatusUpdateClaimInput,
  ): Promise<StatusUpdatePayload> {
    return payloadOf(context, await claimReview(context, requestOf(input)));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Hands the review of a submitted update over to another reviewer, or to the viewer, whoever has it. For those who may decide on it.',
  })
  async statusUpdateHandOver(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateHandOverInput, {
      description: 'The update, and who takes it over.',
    })
    input: StatusUpdateHandOverInput,
  ): Promise<StatusUpdatePayload> {
    const to = input.to == null ? null : (fromGlobalId('Account', input.to) ?? 0);
    return payloadOf(context, await handOverReview(context, { ...requestOf(input), to }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Puts the review of a submitted update back, so that any reviewer may claim it. For whoever has claimed it.',
  })
  async statusUpdateRelease(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateClaimInput, { description: 'The update to put back.' })
    input: StatusUpdateClaimInput,
  ): Promise<StatusUpdatePayload> {
    return payloadOf(context, await releaseReview(context, requestOf(input)));
  }
}

@Resolver(() => ReviewClaimType)
class ReviewClaimResolver {
  @FieldResolver(() => GraphQLDateTime, { description: 'Since when the account has it.' })
  since(@Root() { since }: ReviewClaim): Date {
    return new Date(since);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer’s own.' })
  isMine(@Ctx() { viewer }: Context, @Root() { accountId }: ReviewClaim): boolean {
    return viewer?.accountId === accountId;
  }
}

function requestOf(input: StatusUpdateClaimInput) {
  return { updateId: fromGlobalId('StatusUpdate', input.id), input };
}

export const REVIEW_CLAIM_RESOLVERS = [UpdateClaimResolver, ReviewClaimResolver];
