import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import { rowIdOf } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { GrantAddInput, GrantEndInput, type GrantInput } from './account.inputs.js';
import { GrantPayload } from './account.type.js';
import type { GrantFacts } from './grant.js';
import { loadGrant, type GrantRow } from './grant.queries.js';
import { addGrant, endGrant } from './grant.service.js';
import { GrantType } from './grant.type.js';
import type { Changed } from './operate.service.js';

@Resolver(() => GrantType)
export class GrantResolver {
  @Mutation(() => GrantPayload, {
    description:
      'Grants a role to an account. It holds from the next request of the account. For operators; planners grant roles of schools in their units to accounts of such.',
  })
  async grantAdd(
    @Ctx() context: Context,
    @Arg('input', () => GrantAddInput, { description: 'The role and the account.' })
    input: GrantAddInput,
  ): Promise<GrantPayload> {
    const accountId = rowIdOf('Account', input.account);
    return payload(
      context,
      await addGrant(context, { accountId, grant: grantFacts(input), input }),
    );
  }

  @Mutation(() => GrantPayload, {
    description:
      'Sets the last day of a grant. What the account did before stays on record. A grant that would have no day left is deleted. The last operator cannot be removed. For operators; planners end those of accounts of schools in their units.',
  })
  async grantEnd(
    @Ctx() context: Context,
    @Arg('input', () => GrantEndInput, { description: 'The grant and its last day.' })
    input: GrantEndInput,
  ): Promise<GrantPayload> {
    const grantId = rowIdOf('Grant', input.grant);
    const lastDay = input.lastDay ?? null;
    return payload(context, await endGrant(context, { grantId, lastDay, input }));
  }

  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit of a planner or reviewer; null for other roles.',
  })
  unit(@Ctx() context: Context, @Root() grant: GrantRow): Promise<UnitRow | null> | null {
    return grant.unitId === null ? null : loadUnit(context, grant.unitId);
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution of a school administrator; null for other roles.',
  })
  institution(
    @Ctx() context: Context,
    @Root() grant: GrantRow,
  ): Promise<InstitutionRow | null> | null {
    return grant.institutionId === null ? null : loadInstitution(context, grant.institutionId);
  }
}

export function grantFacts(input: GrantInput): GrantFacts {
  return {
    role: input.role,
    unitId: rowIdOf('AdministrativeUnit', input.unit),
    institutionId: rowIdOf('Institution', input.institution),
    kinds: input.kinds ?? null,
    validFrom: input.validFrom ?? null,
    validTo: input.validTo ?? null,
  };
}

async function payload(
  context: Context,
  { value, refusals }: Answer<Changed>,
): Promise<GrantPayload> {
  return {
    grant: value && (await loadGrant(context, value.id)),
    userErrors: userErrors(refusals, context.language),
  };
}
