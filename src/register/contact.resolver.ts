import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { mayInspect, mayOperate } from '../auth/policy.js';
import { userErrors } from '../graphql/user-error.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { InstitutionContactSetInput } from './contact.inputs.js';
import { loadContact, NO_CONTACT, type ContactRow } from './contact.queries.js';
import { setContact } from './contact.service.js';
import { InstitutionContactPayload, InstitutionContactType } from './contact.type.js';

@Resolver(() => InstitutionType)
export class InstitutionContactResolver {
  @FieldResolver(() => InstitutionContactType, {
    nullable: true,
    description:
      'How its office is reached. For those who report for it, review or plan there, and operators; null for everybody else.',
  })
  async contact(
    @Ctx() context: Context,
    @Root() { id }: InstitutionRow,
  ): Promise<ContactRow | null> {
    const { viewer } = context;
    if (viewer === null) return null;
    const place = await loadPlace(context, id);
    const sees = mayOperate(viewer) || (place !== null && mayInspect(viewer, place));
    return sees ? ((await loadContact(context, id)) ?? NO_CONTACT) : null;
  }

  @Mutation(() => InstitutionContactPayload, {
    description:
      'Records how the office of an institution is reached. It is not public, and is no part of an import. For operators, and for planners inside their units.',
  })
  async institutionContactSet(
    @Ctx() context: Context,
    @Arg('input', () => InstitutionContactSetInput, {
      description: 'The institution, the version of its contact, and what changes.',
    })
    input: InstitutionContactSetInput,
  ): Promise<InstitutionContactPayload> {
    const { value, refusals } = await setContact(context, input);
    return {
      institution: value && (await loadInstitution(context, value.id)),
      userErrors: userErrors(refusals, context.language),
    };
  }
}
