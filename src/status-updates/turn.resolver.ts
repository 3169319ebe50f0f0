import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../request/context.js';
import { UserError, userErrors, type Refusal } from '../graphql/user-error.js';
import { LockReason } from '../vocabulary/round.enums.js';
import type { StatusUpdateRow } from './status-update.queries.js';
import { StatusUpdateType } from './status-update.type.js';
import { problemsOf } from './submission.service.js';
import { loadWork } from './work.queries.js';
import { claimedRefusal, mayAct, standingOf } from './work.js';
import { lockOfUpdate, outOfTurn, type Action } from './workflow.js';

/** What the viewer can do with an update now, and what keeps its institution from going on. */
@Resolver(() => StatusUpdateType)
export class StatusUpdateTurnResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may save answers now (statusUpdateSave).',
  })
  canSave(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'save');
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may submit the draft now (statusUpdateSubmit). `submissionProblems` lists what is still missing.',
  })
  canSubmit(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'submit');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may withdraw the update now (statusUpdateWithdraw).',
  })
  canWithdraw(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'withdraw');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may start a correction now (statusUpdateReopen).',
  })
  canReopen(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'reopen');
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may return the update now (statusUpdateReturn); not while another reviewer has claimed it.',
  })
  canReturn(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'return');
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may approve the update now (statusUpdateApprove); not while another reviewer has claimed it.',
  })
  canApprove(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'approve');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may correct the approved update now (statusUpdateCorrect).',
  })
  canCorrect(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'correct');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may take the approval back now (statusUpdateTakeBack).',
  })
  canTakeBack(@Ctx() context: Context, @Root() update: StatusUpdateRow): Promise<boolean> {
    return can(context, update, 'takeBack');
  }

  @FieldResolver(() => UserError, {
    nullable: true,
    description:
      'Why the viewer cannot take the approval back now (statusUpdateTakeBack); null when they can, and for a viewer who may not inspect the update.',
  })
  async takeBackProblem(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<UserError | null> {
    const refusal = update.inspects ? await refusalOf(context, update, 'takeBack') : null;
    return refusal && (userErrors([refusal], context.language)[0] ?? null);
  }

  @FieldResolver(() => LockReason, {
    nullable: true,
    description:
      'The reason why the institution cannot write its answers now; null when it can, and for a viewer who may not inspect the update.',
  })
  async lockReason(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<LockReason | null> {
    if (!update.inspects) return null;
    const work = await loadWork.required(context, update.id);
    return lockOfUpdate(standingOf(work, context.viewer, context.today));
  }

  @FieldResolver(() => [UserError], {
    description:
      'Everything that prevents the draft from being submitted, each with its criterion and field. Empty without a draft, and for viewers who do not report for the institution.',
  })
  async submissionProblems(
    @Ctx() context: Context,
    @Root() update: StatusUpdateRow,
  ): Promise<UserError[]> {
    if (!update.reports) return [];
    const work = await loadWork.required(context, update.id);
    const isDraft = standingOf(work, context.viewer, context.today).hasDraft;
    return isDraft ? userErrors(problemsOf(work), context.language) : [];
  }
}

async function can(context: Context, update: StatusUpdateRow, action: Action): Promise<boolean> {
  return update.inspects && (await refusalOf(context, update, action)) === null;
}

/** Why a viewer who may inspect the update cannot take the action now; null when they can. */
async function refusalOf(
  context: Context,
  update: StatusUpdateRow,
  action: Action,
): Promise<Refusal | null> {
  const { viewer, today } = context;
  const work = await loadWork.required(context, update.id);
  return mayAct(action, viewer, work.place)
    ? (outOfTurn(action, standingOf(work, viewer, today)) ?? claimedRefusal(action, work, context))
    : NOT_THEIRS;
}

const NOT_THEIRS: Refusal = {
  code: 'FORBIDDEN',
  field: ['id'],
  text: {
    vi: 'Tài khoản của bạn không có quyền này với cơ sở này.',
    en: 'Your account does not have this right for this institution.',
  },
};
