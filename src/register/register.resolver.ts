import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { mayKeepRegister } from '../auth/policy.js';
import type { Answer } from '../changes/change.service.js';
import { userErrors } from '../graphql/user-error.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { loadTarget, type TargetRow } from '../plans/plan.queries.js';
import { TargetType } from '../plans/plan.type.js';
import type { Context } from '../request/context.js';
import { loadRound, type RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { addCampus, changeCampus } from './campus-mutations.service.js';
import { CampusAddInput, CampusChangeInput } from './campus.inputs.js';
import { InstitutionContactResolver } from './contact.resolver.js';
import {
  addCode,
  alterInstitution,
  closeInstitution,
  createInstitution,
  reopenInstitution,
} from './institution-mutations.service.js';
import { loadVersion } from './institution-version.queries.js';
import type { FigureChange } from './register-effect.queries.js';
import {
  InstitutionChangeInput,
  InstitutionCloseInput,
  InstitutionCodeAddInput,
  InstitutionCreateInput,
  InstitutionReopenInput,
  InstitutionSuccessionRecordInput,
} from './register.inputs.js';
import {
  InstitutionChangePayload,
  InstitutionEffectType,
  InstitutionFigureChangeType,
} from './register.type.js';
import type { RegisterChange, RegisterEffect } from './row-record.service.js';
import { recordSuccession } from './succession-mutation.service.js';

const KEEPERS =
  'It follows the rules of the import of institutions; operators can undo it with importUndo. For operators, and for planners inside their units.';

const KEEPERS_OF_CAMPUSES =
  'What it said before stays readable with knownAt. It follows the rules of the import of campuses; operators can undo it with importUndo. For operators, and for planners inside their units.';

@Resolver()
class RegisterMutationsResolver {
  @Mutation(() => InstitutionChangePayload, {
    description: `Adds an institution to the register, or previews that. ${KEEPERS}`,
  })
  async institutionCreate(
    @Ctx() context: Context,
    @Arg('input', () => InstitutionCreateInput, { description: 'The new institution.' })
    input: InstitutionCreateInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await createInstitution(context, input));
  }

  @Mutation(() => InstitutionChangePayload, {
    description: `Changes what the register says of an institution, from a day on or as a correction, or previews that: its name, kind, levels, owner, special status or unit. ${KEEPERS}`,
  })
  async institutionChange(
    @Ctx() context: Context,
    @Arg('input', () => InstitutionChangeInput, { description: 'The institution and the changes.' })
    input: InstitutionChangeInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await alterInstitution(context, input));
  }

  @Mutation(() => InstitutionChangePayload, {
    description: `Closes an institution, or previews that. It is counted until its last day. ${KEEPERS}`,
  })
  async institutionClose(
    @Ctx() context: Context,
    @Arg('input', () => InstitutionCloseInput, { description: 'The institution and its last day.' })
    input: InstitutionCloseInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await closeInstitution(context, input));
  }

  @Mutation(() => InstitutionChangePayload, {
    description: `Takes the closing of an institution back, or previews that. ${KEEPERS}`,
  })
  async institutionReopen(
    @Ctx() context: Context,
    @Arg('input', () => InstitutionReopenInput, { description: 'The institution.' })
    input: InstitutionReopenInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await reopenInstitution(context, input));
  }

  @Mutation(() => InstitutionChangePayload, {
    description: `Gives an institution a code, beside its others or in the place of one, or previews that. ${KEEPERS}`,
  })
  async institutionCodeAdd(
    @Ctx() context: Context,
    @Arg('input', () => InstitutionCodeAddInput, { description: 'The institution and the code.' })
    input: InstitutionCodeAddInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await addCode(context, input));
  }

  @Mutation(() => InstitutionChangePayload, {
    description: `Adds a campus to an institution, or previews that. The viewer must keep the unit of both. ${KEEPERS_OF_CAMPUSES}`,
  })
  async campusAdd(
    @Ctx() context: Context,
    @Arg('input', () => CampusAddInput, { description: 'The institution and the campus.' })
    input: CampusAddInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await addCampus(context, input));
  }

  @Mutation(() => InstitutionChangePayload, {
    description: `Changes what is recorded of a campus, or previews that: its name, commune, first or last day. ${KEEPERS_OF_CAMPUSES}`,
  })
  async campusChange(
    @Ctx() context: Context,
    @Arg('input', () => CampusChangeInput, { description: 'The campus and the changes.' })
    input: CampusChangeInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await changeCampus(context, input));
  }

  @Mutation(() => InstitutionChangePayload, {
    description: `Records that an institution took over from another, or previews that; the payload has the predecessor. It closes none: institutionClose does. The viewer must keep both. ${KEEPERS}`,
  })
  async institutionSuccessionRecord(
    @Ctx() context: Context,
    @Arg('input', () => InstitutionSuccessionRecordInput, { description: 'The succession.' })
    input: InstitutionSuccessionRecordInput,
  ): Promise<InstitutionChangePayload> {
    return payload(context, await recordSuccession(context, input));
  }
}

async function payload(
  context: Context,
  { value, refusals }: Answer<RegisterChange>,
): Promise<InstitutionChangePayload> {
  return {
    institution: value?.id ? await loadInstitution(context, value.id) : null,
    effect: value,
    userErrors: userErrors(refusals, context.language),
  };
}

@Resolver(() => InstitutionType)
class InstitutionRecordResolver {
  @FieldResolver(() => Int, {
    description:
      'How often something was recorded of the institution in the register; send it with a change.',
  })
  version(@Ctx() context: Context, @Root() { id }: InstitutionRow): Promise<number> {
    return loadVersion.required(context, id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may change what the register says of the institution.',
  })
  async canChange(@Ctx() context: Context, @Root() { id }: InstitutionRow): Promise<boolean> {
    if (context.viewer === null) return false;
    const place = await loadPlace(context, id);
    return place !== null && mayKeepRegister(context.viewer, place.unitPath);
  }
}

@Resolver(() => InstitutionEffectType)
class InstitutionEffectResolver {
  @FieldResolver(() => [InstitutionFigureChangeType], {
    description:
      'The figures of units that change, from the country’s provinces down; empty when none does.',
  })
  figures(@Root() { figures }: RegisterEffect): FigureChange[] {
    return figures;
  }

  @FieldResolver(() => [ReportingRoundType], {
    description: 'The rounds, planned or open, that call the institution only after the change.',
  })
  roundsJoined(@Ctx() context: Context, @Root() { joined }: RegisterEffect): Promise<RoundRow[]> {
    return Promise.all(joined.map((id) => loadRound.required(context, id)));
  }

  @FieldResolver(() => [ReportingRoundType], {
    description: 'The rounds, planned or open, that do not call the institution any more.',
  })
  roundsLeft(@Ctx() context: Context, @Root() { left }: RegisterEffect): Promise<RoundRow[]> {
    return Promise.all(left.map((id) => loadRound.required(context, id)));
  }

  @FieldResolver(() => [TargetType], {
    description: 'The targets of the country and of units whose figures change.',
  })
  targets(@Ctx() context: Context, @Root() { targets }: RegisterEffect): Promise<TargetRow[]> {
    return Promise.all(targets.map((id) => loadTarget.required(context, id)));
  }
}

@Resolver(() => InstitutionFigureChangeType)
class InstitutionFigureChangeResolver {
  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit.' })
  unit(@Ctx() context: Context, @Root() { unitId }: FigureChange): Promise<UnitRow> {
    return loadUnit.required(context, unitId);
  }
}

export const REGISTER_RESOLVERS = [
  InstitutionContactResolver,
  RegisterMutationsResolver,
  InstitutionRecordResolver,
  InstitutionEffectResolver,
  InstitutionFigureChangeResolver,
] as const;
