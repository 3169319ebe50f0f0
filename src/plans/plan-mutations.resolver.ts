import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import type { ChangedPlan } from './plan-change.service.js';
import {
  PlanCreateInput,
  PlanUpdateInput,
  TargetRemoveInput,
  TargetSetInput,
} from './plan.inputs.js';
import { loadPlan, loadTarget } from './plan.queries.js';
import { createPlan, updatePlan } from './plan.service.js';
import { PlanPayload, PlanType, TargetPayload } from './plan.type.js';
import { removeTarget, setTarget } from './target.service.js';

const KEEPERS = 'For planners of the plan’s unit; for plans of the whole country, operators.';

@Resolver(() => PlanType)
export class PlanMutationsResolver {
  @Mutation(() => PlanPayload, {
    description: `Creates a plan: a document that sets targets. ${KEEPERS}`,
  })
  async planCreate(
    @Ctx() context: Context,
    @Arg('input', () => PlanCreateInput, { description: 'The new plan.' }) input: PlanCreateInput,
  ): Promise<PlanPayload> {
    const unitId =
      input.unit == null ? null : (fromGlobalId('AdministrativeUnit', input.unit) ?? 0);
    return planPayload(context, await createPlan(context, unitId, input));
  }

  @Mutation(() => PlanPayload, {
    description: `Changes the description of a plan, but not its targets. ${KEEPERS}`,
  })
  async planUpdate(
    @Ctx() context: Context,
    @Arg('input', () => PlanUpdateInput, { description: 'The plan and the values to change.' })
    input: PlanUpdateInput,
  ): Promise<PlanPayload> {
    const planId = fromGlobalId('Plan', input.id);
    return planPayload(context, await updatePlan(context, planId, input));
  }

  @Mutation(() => TargetPayload, {
    description: `Sets a target of a plan, or changes an existing one. ${KEEPERS}`,
  })
  async targetSet(
    @Ctx() context: Context,
    @Arg('input', () => TargetSetInput, { description: 'The target.' }) input: TargetSetInput,
  ): Promise<TargetPayload> {
    const planId = fromGlobalId('Plan', input.plan);
    const { value, refusals } = await setTarget(context, planId, input);
    const target = value && (await loadTarget(context, value.id));
    return {
      target,
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => PlanPayload, {
    description: `Removes a target from its plan. It stays readable in the \`versions\` of the plan and with \`knownAt\`. ${KEEPERS}`,
  })
  async targetRemove(
    @Ctx() context: Context,
    @Arg('input', () => TargetRemoveInput, { description: 'The target to remove.' })
    input: TargetRemoveInput,
  ): Promise<PlanPayload> {
    const targetId = fromGlobalId('Target', input.id);
    return planPayload(context, await removeTarget(context, targetId, input));
  }
}

async function planPayload(
  context: Context,
  { value, refusals }: Answer<ChangedPlan>,
): Promise<PlanPayload> {
  const plan = value && (await loadPlan(context, value.id));
  return {
    plan,
    userErrors: userErrors(refusals, context.language),
  };
}
