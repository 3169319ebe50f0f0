import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { ContactRow } from './contact.queries.js';

@ObjectType('InstitutionContact', {
  description: 'How the office of an institution is reached. It is not public.',
})
export class InstitutionContactType implements ContactRow {
  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'The mail address of the office; null when none is recorded.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The telephone of the office, as people write it; null when none is recorded.',
  })
  telephone!: string | null;

  @Field(() => Int, {
    description: 'How often the contact was recorded, 0 when it never was; send it with a change.',
  })
  version!: number;
}

@ObjectType({ description: 'The outcome of a change of a contact.' })
export class InstitutionContactPayload {
  @Field(() => InstitutionType, {
    nullable: true,
    description: 'The institution; null when refused.',
  })
  institution!: InstitutionRow | null;

  @Field(() => [UserError], { description: 'Why the request was refused; otherwise empty.' })
  userErrors!: UserError[];
}
