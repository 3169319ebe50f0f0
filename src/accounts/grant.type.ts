import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { Role } from './account.enums.js';
import type { GrantRow } from './grant.queries.js';

registerEnumType(Role, {
  name: 'Role',
  description: 'A role that an account can be granted.',
  valuesConfig: {
    OPERATOR: { description: 'Runs the hub: accounts and imports.' },
    PLANNER: {
      description:
        'Plans for a unit and the units under it: plans, targets, rounds, workforce records and the accounts of schools.',
    },
    REVIEWER: {
      description:
        'Decides on status updates in a unit, for given kinds of institution and a span of dates.',
    },
    SCHOOL_ADMIN: { description: 'Reports for an institution.' },
  },
});

@ObjectType('Grant', {
  implements: Node,
  description:
    'A role of an account, with its scope and dates. Visible to the account itself and to those who can read it.',
})
export class GrantType extends Node implements Pick<GrantRow, 'role' | 'validFrom' | 'validTo'> {
  @Field(() => Role, { description: 'The role.' })
  role!: Role;

  @Field(() => [InstitutionKind], {
    nullable: true,
    description:
      'The kinds of institution that a reviewer is responsible for; null means all kinds.',
  })
  kinds!: InstitutionKind[] | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day on which the role holds; null means from the beginning.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which the role holds; null means without end.',
  })
  validTo!: string | null;
}
