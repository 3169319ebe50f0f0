import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import type { Context } from '../request/context.js';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import { paired } from '../shared/required.js';
import { approve } from './approval.service.js';
import { approveMany } from './bulk-approval.service.js';
import type { ChangedUpdate } from './change-update.service.js';
import { correct, returnUpdate } from './decision.service.js';
import { saveAnswers } from './saving.service.js';
import { reopen, submit, withdraw } from './submission.service.js';
import {
  StatusUpdateApproveManyPayload,
  StatusUpdatePayload,
} from './status-update-payload.type.js';
import { loadStatusUpdate } from './status-update.queries.js';
import {
  StatusUpdateApproveInput,
  StatusUpdateApproveManyInput,
  StatusUpdateCorrectInput,
  StatusUpdateReopenInput,
  StatusUpdateReturnInput,
  StatusUpdateSaveInput,
  StatusUpdateSubmitInput,
  StatusUpdateTakeBackInput,
  StatusUpdateWithdrawInput,
} from './status-update.inputs.js';
import { takeBack } from './take-back.service.js';

@Resolver()
export class StatusUpdateChangeResolver {
  @Mutation(() => StatusUpdatePayload, {
    description:
      'Saves answers, complete or not, in the draft of an institution that the viewer reports for. The first save creates the update and fills it with the answers that were last approved. Saving a returned or withdrawn update creates its next revision.',
  })
  async statusUpdateSave(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateSaveInput, { description: 'The answers to save.' })
    input: StatusUpdateSaveInput,
  ): Promise<StatusUpdatePayload> {
    const { version = null, answers } = input;
    const institutionId = fromGlobalId('Institution', input.institution);
    const roundId = fromGlobalId('ReportingRound', input.round);
    const request = { institutionId, roundId, version, answers, input };
    return payloadOf(context, await saveAnswers(context, request));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Submits the draft for review. If it cannot be submitted, all reasons are returned at once, each with its criterion and field.',
  })
  async statusUpdateSubmit(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateSubmitInput, { description: 'The draft to submit.' })
    input: StatusUpdateSubmitInput,
  ): Promise<StatusUpdatePayload> {
    const { note = null } = input;
    return payloadOf(context, await submit(context, { ...requestOf(input), note }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description: 'Withdraws a submitted update before it is decided on.',
  })
  async statusUpdateWithdraw(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateWithdrawInput, { description: 'The update to withdraw.' })
    input: StatusUpdateWithdrawInput,
  ): Promise<StatusUpdatePayload> {
    const { reason = null } = input;
    return payloadOf(context, await withdraw(context, { ...requestOf(input), reason }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Starts a correction of an approved update by its institution, while the round is open. The approved revision counts until the next one is approved.',
  })
  async statusUpdateReopen(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateReopenInput, { description: 'The update to reopen.' })
    input: StatusUpdateReopenInput,
  ): Promise<StatusUpdatePayload> {
    const { reason } = input;
    return payloadOf(context, await reopen(context, { ...requestOf(input), reason }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Returns an update to its institution, with a reason for each criterion concerned.',
  })
  async statusUpdateReturn(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateReturnInput, { description: 'The update and the reasons.' })
    input: StatusUpdateReturnInput,
  ): Promise<StatusUpdatePayload> {
    const { reasons, note = null } = input;
    return payloadOf(context, await returnUpdate(context, { ...requestOf(input), reasons, note }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Approves an update. It counts from the next read on. A reviewer may change a value and must give a reason; both values are kept, and the reviewer’s value counts.',
  })
  async statusUpdateApprove(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateApproveInput, { description: 'The update to approve.' })
    input: StatusUpdateApproveInput,
  ): Promise<StatusUpdatePayload> {
    const { note = null } = input;
    const request = { ...requestOf(input), changes: input.changes ?? [], note };
    return payloadOf(context, await approve(context, request));
  }

  @Mutation(() => StatusUpdateApproveManyPayload, {
    description:
      'Approves many updates without changes. Each is decided separately: if one is refused, the others are still approved.',
  })
  async statusUpdateApproveMany(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateApproveManyInput, { description: 'The updates to approve.' })
    input: StatusUpdateApproveManyInput,
  ): Promise<StatusUpdateApproveManyPayload> {
    const items = input.updates.map(({ id, version }) => ({
      updateId: fromGlobalId('StatusUpdate', id),
      version,
    }));
    const { value, refusals } = await approveMany(context, items, input);
    const answered = value && paired(input.updates, value);
    const results = answered?.map(async ([{ id }, result]) => ({
      id,
      ...(await payloadOf(context, { value: result.id ? { id: result.id } : null, ...result })),
    }));
    return {
      results: results ? await Promise.all(results) : null,
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Corrects an approved update with the reviewer’s values, as a new revision that is approved at once. The earlier revision stays unchanged.',
  })
  async statusUpdateCorrect(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateCorrectInput, {
      description: 'The update and the corrected values.',
    })
    input: StatusUpdateCorrectInput,
  ): Promise<StatusUpdatePayload> {
    const { changes, reason } = input;
    return payloadOf(context, await correct(context, { ...requestOf(input), changes, reason }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Takes the newest approval of an update back, with a reason. The update is in review again: the institution’s answers, without what a reviewer changed, are a new revision to decide on. Figures known at an earlier moment stay as they were. An earlier approval of the update, such as before a correction, counts again. For reviewers who may approve it, while no correction is in work.',
  })
  async statusUpdateTakeBack(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateTakeBackInput, { description: 'The update and the reason.' })
    input: StatusUpdateTakeBackInput,
  ): Promise<StatusUpdatePayload> {
    const { reason } = input;
    return payloadOf(context, await takeBack(context, { ...requestOf(input), reason }));
  }
}

function requestOf(input: { id: string; version: number; idempotencyKey?: string | null }) {
  return { updateId: fromGlobalId('StatusUpdate', input.id), version: input.version, input };
}

/** The update is read again, so that the answer shows what the viewer may see now. */
export async function payloadOf(
  context: Context,
  { value, refusals }: Answer<ChangedUpdate>,
): Promise<StatusUpdatePayload> {
  const statusUpdate = value && (await loadStatusUpdate(context, value.id));
  return {
    statusUpdate,
    userErrors: userErrors(refusals, context.language),
  };
}
