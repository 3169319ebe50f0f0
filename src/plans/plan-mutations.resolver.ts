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
import { PlanPayload, PlanType, TargetPayload, type TargetType } from './plan.type.js';
import { removeTarget, setTarget } from './target.service.js';

const KEEPERS = 'For planners of its unit; for the whole country, operators.';

@Resolver(() => PlanType)
export class PlanMutationsResolver {
  @Mutation(() => PlanPayload, { description: `Adds a document that sets targets. ${KEEPERS}` })
  async planCreate(
    @Ctx() context: Context,
    @Arg('input', () => PlanCreateInput, { description: 'The plan.' }) input: PlanCreateInput,
  ): Promise<PlanPayload> {
    const unitId =
      input.unit == null ? null : (fromGlobalId('AdministrativeUnit', input.unit) ?? 0);
    return planPayload(context, await createPlan(context, unitId, input));
  }

  @Mutation(() => PlanPayload, { description: `Changes what a plan says of itself. ${KEEPERS}` })
  async planUpdate(
    @Ctx() context: Context,
    @Arg('input', () => PlanUpdateInput, { description: 'The plan and what changes.' })
    input: PlanUpdateInput,
  ): Promise<PlanPayload> {
    const planId = fromGlobalId('Plan', input.id);
    return planPayload(context, await updatePlan(context, planId, input));
  }

  @Mutation(() => TargetPayload, {
    description: `Sets a target of a plan, or changes it. ${KEEPERS}`,
  })
  async targetSet(
    @Ctx() context: Context,
    @Arg('input', () => TargetSetInput, { description: 'The target.' }) input: TargetSetInput,
  ): Promise<TargetPayload> {
    const planId = fromGlobalId('Plan', input.plan);
    const { value, refusals } = await setTarget(context, planId, input);
    const target = value && (await loadTarget(context, value.id));
    return {
      target: target as TargetType | null,
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => PlanPayload, { description: `Takes a target out of its plan. ${KEEPERS}` })
  async targetRemove(
    @Ctx() context: Context,
    @Arg('input', () => TargetRemoveInput, { description: 'The target.' })
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
    plan: plan as PlanType | null,
    userErrors: userErrors(refusals, context.language),
  };
}
