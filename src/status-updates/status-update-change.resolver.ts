import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import type { Context } from '../request/context.js';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import { approveMany } from './bulk-approval.service.js';
import type { ChangedUpdate } from './change-update.service.js';
import { approve, correct, returnUpdate } from './decision.service.js';
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
  StatusUpdateWithdrawInput,
} from './status-update.inputs.js';
import type { StatusUpdateType } from './status-update.type.js';

@Resolver()
export class StatusUpdateChangeResolver {
  @Mutation(() => StatusUpdatePayload, {
    description:
      'Saves answers, complete or not, in the draft of an institution that the viewer reports for. The first save begins the update with what was approved last; saving a returned or withdrawn one begins its next revision.',
  })
  async statusUpdateSave(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateSaveInput, { description: 'The answers.' })
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
      'Hands the draft in. Everything that keeps it from being handed in comes at once, each with its criterion and field.',
  })
  async statusUpdateSubmit(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateSubmitInput, { description: 'The draft.' })
    input: StatusUpdateSubmitInput,
  ): Promise<StatusUpdatePayload> {
    const { note = null } = input;
    return payloadOf(context, await submit(context, { ...requestOf(input), note }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description: 'Takes back what was handed in, before anybody has decided on it.',
  })
  async statusUpdateWithdraw(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateWithdrawInput, { description: 'The update.' })
    input: StatusUpdateWithdrawInput,
  ): Promise<StatusUpdatePayload> {
    const { reason = null } = input;
    return payloadOf(context, await withdraw(context, { ...requestOf(input), reason }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Begins a correction of an approved update by its institution, while the round is open; what was approved counts until the next revision is approved.',
  })
  async statusUpdateReopen(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateReopenInput, { description: 'The update.' })
    input: StatusUpdateReopenInput,
  ): Promise<StatusUpdatePayload> {
    const { reason } = input;
    return payloadOf(context, await reopen(context, { ...requestOf(input), reason }));
  }

  @Mutation(() => StatusUpdatePayload, {
    description: 'Sends an update back to its institution, with a reason for each criterion.',
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
      'Approves an update: from the next read on it counts. Where the reviewer changes a value with a reason, both values stay and the changed one decides.',
  })
  async statusUpdateApprove(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateApproveInput, { description: 'The update.' })
    input: StatusUpdateApproveInput,
  ): Promise<StatusUpdatePayload> {
    const { note = null } = input;
    const request = { ...requestOf(input), changes: input.changes ?? [], note };
    return payloadOf(context, await approve(context, request));
  }

  @Mutation(() => StatusUpdateApproveManyPayload, {
    description:
      'Approves many updates as they are. Each is decided for itself: one that is refused keeps no other from being approved.',
  })
  async statusUpdateApproveMany(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateApproveManyInput, { description: 'The updates.' })
    input: StatusUpdateApproveManyInput,
  ): Promise<StatusUpdateApproveManyPayload> {
    const items = input.updates.map(({ id, version }) => ({
      updateId: fromGlobalId('StatusUpdate', id),
      version,
    }));
    const { value, refusals } = await approveMany(context, items, input);
    const results = value?.map(async (result, index) => ({
      id: input.updates[index]!.id,
      ...(await payloadOf(context, { value: result.id ? { id: result.id } : null, ...result })),
    }));
    return {
      results: results ? await Promise.all(results) : null,
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Corrects what was approved: a new revision with the reviewer’s values, approved at once; the one before stays as it was.',
  })
  async statusUpdateCorrect(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateCorrectInput, { description: 'The update and the values.' })
    input: StatusUpdateCorrectInput,
  ): Promise<StatusUpdatePayload> {
    const { changes, reason } = input;
    return payloadOf(context, await correct(context, { ...requestOf(input), changes, reason }));
  }
}

function requestOf(input: { id: string; version: number; idempotencyKey?: string | null }) {
  return { updateId: fromGlobalId('StatusUpdate', input.id), version: input.version, input };
}

/** The update is read again: its answer shows what the viewer may see now. */
async function payloadOf(
  context: Context,
  { value, refusals }: Answer<ChangedUpdate>,
): Promise<StatusUpdatePayload> {
  const statusUpdate = value && (await loadStatusUpdate(context, value.id));
  return {
    statusUpdate: statusUpdate as StatusUpdateType | null,
    userErrors: userErrors(refusals, context.language),
  };
}
