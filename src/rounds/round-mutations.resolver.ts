import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { createRound } from './round-creation.service.js';
import { amendRound, withdrawRound } from './round-mending.service.js';
import {
  ReportingRoundAmendInput,
  ReportingRoundCloseInput,
  ReportingRoundCreateInput,
  ReportingRoundExtendInput,
  ReportingRoundOpenInput,
  ReportingRoundWithdrawInput,
} from './round.inputs.js';
import { loadRound } from './round.queries.js';
import { closeRound, extendRound, openRound, type ChangedRound } from './round.service.js';
import { ReportingRoundPayload, ReportingRoundType } from './round.type.js';

@Resolver(() => ReportingRoundType)
export class RoundMutationsResolver {
  @Mutation(() => ReportingRoundPayload, {
    description:
      'Creates a round, which calls the institutions of a unit to report. For planners of the unit.',
  })
  async reportingRoundCreate(
    @Ctx() context: Context,
    @Arg('input', () => ReportingRoundCreateInput, { description: 'The new round.' })
    input: ReportingRoundCreateInput,
  ): Promise<ReportingRoundPayload> {
    const unit = fromGlobalId('AdministrativeUnit', input.unit);
    const asked = [
      ...(input.framework == null ? [] : [input.framework]),
      ...(input.frameworks ?? []),
    ];
    const frameworks = asked.map((id) => fromGlobalId('Framework', id));
    return payload(context, await createRound(context, unit, frameworks, input));
  }

  @Mutation(() => ReportingRoundPayload, {
    description:
      'Opens a planned round now: today becomes its first day. For planners of its unit.',
  })
  async reportingRoundOpen(
    @Ctx() context: Context,
    @Arg('input', () => ReportingRoundOpenInput, { description: 'The round to open.' })
    input: ReportingRoundOpenInput,
  ): Promise<ReportingRoundPayload> {
    return payload(context, await openRound(context, requestOf(input)));
  }

  @Mutation(() => ReportingRoundPayload, {
    description:
      'Sets later dates for a round. A closed round opens again. For planners of its unit.',
  })
  async reportingRoundExtend(
    @Ctx() context: Context,
    @Arg('input', () => ReportingRoundExtendInput, { description: 'The round and its new dates.' })
    input: ReportingRoundExtendInput,
  ): Promise<ReportingRoundPayload> {
    return payload(context, await extendRound(context, requestOf(input)));
  }

  @Mutation(() => ReportingRoundPayload, {
    description:
      'Closes a round now. Nothing more can be submitted; submitted updates can still be decided on. For planners of its unit.',
  })
  async reportingRoundClose(
    @Ctx() context: Context,
    @Arg('input', () => ReportingRoundCloseInput, { description: 'The round to close.' })
    input: ReportingRoundCloseInput,
  ): Promise<ReportingRoundPayload> {
    return payload(context, await closeRound(context, requestOf(input)));
  }

  @Mutation(() => ReportingRoundPayload, {
    description:
      'Mends the names and dates of a round while no institution has saved answers. Figures known at an earlier moment keep the dates of then. For planners of its unit.',
  })
  async reportingRoundAmend(
    @Ctx() context: Context,
    @Arg('input', () => ReportingRoundAmendInput, { description: 'The round and what is mended.' })
    input: ReportingRoundAmendInput,
  ): Promise<ReportingRoundPayload> {
    return payload(context, await amendRound(context, requestOf(input)));
  }

  @Mutation(() => ReportingRoundPayload, {
    description:
      'Withdraws a round that was created by mistake, while nothing in it is submitted. It is in no list unless asked for and counts nowhere; figures known at an earlier moment still include it. Saved drafts fill the next round that their institutions begin. For planners of its unit.',
  })
  async reportingRoundWithdraw(
    @Ctx() context: Context,
    @Arg('input', () => ReportingRoundWithdrawInput, { description: 'The round and the reason.' })
    input: ReportingRoundWithdrawInput,
  ): Promise<ReportingRoundPayload> {
    return payload(context, await withdrawRound(context, requestOf(input)));
  }
}

function requestOf<Input extends { id: string }>(input: Input) {
  return { roundId: fromGlobalId('ReportingRound', input.id), input };
}

async function payload(
  context: Context,
  { value, refusals }: Answer<ChangedRound>,
): Promise<ReportingRoundPayload> {
  const round = value && (await loadRound(context, value.id));
  return {
    reportingRound: round,
    userErrors: userErrors(refusals, context.language),
  };
}
