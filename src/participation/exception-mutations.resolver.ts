import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import {
  excuseParticipations,
  extendParticipations,
  reopenParticipations,
  takeExceptionsBack,
  type ChangedParticipations,
} from '../exceptions/exception.service.js';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import {
  ParticipationExceptionTakeBackInput,
  ParticipationExcuseInput,
  ParticipationExtendInput,
  ParticipationReopenInput,
} from './exception.inputs.js';
import { loadParticipation } from './participation.queries.js';
import { ParticipationExceptionPayload } from './participation.type.js';

const RULE =
  'It replaces the exception that an institution has in the round. For planners of the unit of the round; all problems of all institutions are told at once, and then nothing is changed.';

@Resolver()
export class ExceptionMutationsResolver {
  @Mutation(() => ParticipationExceptionPayload, {
    description: `Gives single institutions a later day in a round that is not closed for them. ${RULE}`,
  })
  async participationExtend(
    @Ctx() context: Context,
    @Arg('input', () => ParticipationExtendInput, { description: 'The institutions and the day.' })
    input: ParticipationExtendInput,
  ): Promise<ParticipationExceptionPayload> {
    return payload(context, await extendParticipations(context, requestOf(input)));
  }

  @Mutation(() => ParticipationExceptionPayload, {
    description: `Opens a round again for single institutions after it has closed for them. ${RULE}`,
  })
  async participationReopen(
    @Ctx() context: Context,
    @Arg('input', () => ParticipationReopenInput, { description: 'The institutions and the day.' })
    input: ParticipationReopenInput,
  ): Promise<ParticipationExceptionPayload> {
    return payload(context, await reopenParticipations(context, requestOf(input)));
  }

  @Mutation(() => ParticipationExceptionPayload, {
    description: `Excuses single institutions that have not submitted: they are not overdue and not reminded. No figure changes. ${RULE}`,
  })
  async participationExcuse(
    @Ctx() context: Context,
    @Arg('input', () => ParticipationExcuseInput, { description: 'The institutions.' })
    input: ParticipationExcuseInput,
  ): Promise<ParticipationExceptionPayload> {
    return payload(context, await excuseParticipations(context, requestOf(input)));
  }

  @Mutation(() => ParticipationExceptionPayload, {
    description:
      'Ends the exceptions of single institutions; the days of the round hold for them again. For planners of the unit of the round.',
  })
  async participationExceptionTakeBack(
    @Ctx() context: Context,
    @Arg('input', () => ParticipationExceptionTakeBackInput, { description: 'The institutions.' })
    input: ParticipationExceptionTakeBackInput,
  ): Promise<ParticipationExceptionPayload> {
    return payload(context, await takeExceptionsBack(context, requestOf(input)));
  }
}

function requestOf<Input extends { round: string; institutions: string[]; reason: string }>(
  input: Input,
) {
  return {
    roundId: fromGlobalId('ReportingRound', input.round),
    institutionIds: input.institutions.map((id) => fromGlobalId('Institution', id)),
    reason: input.reason,
    input,
  };
}

async function payload(
  context: Context,
  { value, refusals }: Answer<ChangedParticipations>,
): Promise<ParticipationExceptionPayload> {
  const found =
    value &&
    (await Promise.all(
      value.institutionIds.map((id) => loadParticipation(context, value.roundId, id)),
    ));
  return {
    participations: found && found.filter((each) => each !== null),
    userErrors: userErrors(refusals, context.language),
  };
}
